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

-- Of what someone has been told, home asks for the kinds that it has words for. Most notices are of one kind that it has
-- none for: late work stands in the list itself.
drop index notice_to_user;
create index notice_to_user on notice (to_user, kind, said_at desc) where to_user is not null;
drop index notice_to_team;
create index notice_to_team on notice (to_team, kind, said_at desc) where to_team is not null;
drop index notice_to_agency;
create index notice_to_agency on notice (to_agency, kind, said_at desc) where to_agency is not null;
