-- owner: features/missing
-- Children who are missing now (practice (d) 4). The record is the agency's that opened it. It is welfare: police and
-- children's services both read and write that, and those who read concerns only to answer for records do not need it.

-- How the police grade it, as data (domain 5.2 [R]): dated, with its source. The hours say when the next look is due at the
-- latest, by the clock and not by working days. They are local rules.
create table missing_grade (
  code text primary key,
  -- In which order children stand in the list. One who is not graded yet stands right after those at high risk.
  position int not null unique,
  label jsonb not null,
  offered boolean not null,
  urgent boolean not null,
  police_hours int not null check (police_hours between 1 and 72),
  council_hours int not null check (council_hours between 1 and 72),
  from_day date not null,
  to_day date,
  source text not null,
  status text not null check (status in ('confirmed', 'to be confirmed'))
);
insert into missing_grade (code, position, label, offered, urgent, police_hours, council_hours, from_day, source, status)
select g.code, g.position, g.label::jsonb, g.offered, g.urgent, g.police_hours, g.council_hours, date '2017-01-01',
  'Police practice on missing people, grades of risk; hours are examples of local rules', 'to be confirmed'
from (values
  ('high', 1, '{"en": "High"}', true, true, 1, 2),
  ('not-graded', 2, '{"en": "Not graded yet"}', false, false, 1, 2),
  ('medium', 3, '{"en": "Medium"}', true, false, 4, 6),
  ('low', 4, '{"en": "Low"}', true, false, 12, 12),
  ('no-apparent-risk', 5, '{"en": "No apparent risk"}', true, false, 24, 24)
) as g (code, position, label, offered, urgent, police_hours, council_hours);

-- What children's services call it (practice A7). Neither word is the police's grade: both stand.
create table missing_word (
  code text primary key,
  position int not null unique,
  label jsonb not null,
  from_day date not null,
  to_day date,
  source text not null,
  status text not null check (status in ('confirmed', 'to be confirmed'))
);
insert into missing_word (code, position, label, from_day, source, status) values
  ('missing', 1, '{"en": "Missing"}', '2014-01-01', 'Guidance on children who go missing, January 2014', 'to be confirmed'),
  ('away', 2, '{"en": "Away from placement without authorisation"}', '2014-01-01',
   'Guidance on children who go missing, January 2014', 'to be confirmed');
grant select on missing_grade, missing_word to sightline_app;
grant select, insert on missing_grade, missing_word to sightline_keeper;

create table missing_episode (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'welfare'),
  subject uuid not null check (subject = id),
  since timestamptz not null,
  reference text not null,
  area_id uuid not null references area,
  -- As they are known, by whoever told it.
  called text not null check (length(trim(called)) > 0),
  born_from date,
  born_to date,
  born_absence text,
  looks_like text not null check (length(trim(looks_like)) > 0),
  last_seen_at timestamptz not null,
  last_seen_exact boolean not null,
  last_seen_where text not null check (length(trim(last_seen_where)) > 0),
  told_by text not null check (length(trim(told_by)) > 0),
  worry text not null check (length(trim(worry)) > 0),
  opened_by uuid not null,
  opened_by_name text not null,
  opened_at timestamptz not null,
  check ((born_from is null) = (born_absence is not null) and (born_from is null) = (born_to is null)),
  check (born_from <= born_to),
  check (last_seen_at <= opened_at)
);
create index missing_episode_subject on missing_episode (subject);
call access.protect('missing_episode');
revoke update on missing_episode from sightline_app;

-- What was said or done since: grades, the council's word, who is on it, what the police were told, looks, what was seen, heard
-- or done. Nothing is written over; of each the newest holds. Of the agency whose record it is it is part of that record; of
-- another it is a record of its own, opened to the rest.
create table missing_entry (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'welfare'),
  subject uuid not null check (subject in (id, episode_id)),
  since timestamptz not null,
  episode_id uuid not null references missing_episode,
  kind text not null check (kind in ('graded', 'worded', 'on-it', 'police', 'looked', 'seen', 'heard', 'done')),
  grade text references missing_grade,
  word text references missing_word,
  -- Whom at the police, and when; or nobody could be reached; or why they were not rung, in `says`.
  police_told text,
  police_reference text,
  police_not_reached boolean not null default false,
  says text check (length(trim(says)) > 0),
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamptz not null,
  check ((kind = 'graded') = (grade is not null)),
  check ((kind = 'worded') = (word is not null)),
  check (kind = 'police' or (police_told is null and police_reference is null and not police_not_reached)),
  check (police_reference is null or police_told is not null),
  check (case kind when 'on-it' then says is null
    when 'police' then (police_told is not null)::int + police_not_reached::int + (says is not null)::int = 1
    else says is not null end)
);
create index missing_entry_subject on missing_entry (subject);
create index missing_entry_episode on missing_entry (episode_id, kind, said_at desc);
call access.protect('missing_entry');
revoke update on missing_entry from sightline_app;

-- How it ended. Everyone who may write it knows of the episode, so that there is one.
create table missing_ending (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'welfare'),
  subject uuid not null check (subject in (id, episode_id)),
  since timestamptz not null,
  episode_id uuid not null unique references missing_episode,
  kind text not null check (kind in ('found', 'opened-by-mistake')),
  found_at timestamptz,
  found_where text,
  found_by text,
  -- How the child is; or why it was a mistake.
  says text not null check (length(trim(says)) > 0),
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamptz not null,
  check (num_nonnulls(found_at, found_where, found_by) = case kind when 'found' then 3 else 0 end),
  check (found_at <= said_at)
);
create index missing_ending_subject on missing_ending (subject);
call access.protect('missing_ending');
revoke update on missing_ending from sightline_app;

-- Which of an agency's own records it is about. It follows that record: whoever may not know of the one does not of the other.
create table missing_person (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'identity'),
  subject uuid not null,
  since timestamptz not null,
  episode_id uuid not null references missing_episode,
  foreign key (subject, owner_agency) references subject (id, owner_agency)
);
create index missing_person_subject on missing_person (subject);
create index missing_person_episode on missing_person (episode_id);
call access.protect('missing_person');
revoke update on missing_person from sightline_app;

-- From which concern it was opened. It is the concern's, and nobody to whom the concern is not open learns that there is one.
create table missing_concern (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null references concern,
  since timestamptz not null,
  episode_id uuid not null references missing_episode,
  concern_child_id uuid not null references concern_child
);
create index missing_concern_subject on missing_concern (subject);
create index missing_concern_episode on missing_concern (episode_id);
call access.protect('missing_concern');
revoke update on missing_concern from sightline_app;
