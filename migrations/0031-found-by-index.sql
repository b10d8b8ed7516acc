-- owner: core/access
-- What is known about one subject is asked of every table about people: of who is in it now, and of what it was. These
-- had no index for it, because their subject is their own key, which the planner does not know.
create index person_record_subject on person_record (subject);
create index concern_subject on concern (subject);
create index concern_reply_subject on concern_reply (subject);

-- Work that is due on one day falls due at one moment: hundreds of rows. Lists are in order to the last, so that no page
-- repeats or misses one, and an index that ends with the id gives the first fifty without reading and sorting them all.
drop index clock_open;
create index clock_open on clock (owner_agency, urgent desc, due_at, id) where state = 'running';
drop index clock_of_user;
create index clock_of_user on clock (user_id, urgent desc, due_at, id) where state = 'running' and user_id is not null;
drop index clock_of_team;
create index clock_of_team on clock (team_id, urgent desc, due_at, id) where state = 'running' and user_id is null;
