-- owner: features/people
-- What a record says of a child's family, home and language: answers to the questions that a concern asks of them, kept on
-- the record by those questions' names, each a value or the reason why there is none. What a concern has said already is
-- taken onto the record and not typed again; it says so of itself, and not which concern it was.

-- Someone around the child: family, carers and other adults.
create table person_around (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'welfare'),
  subject uuid not null,
  since timestamptz not null,
  -- How they are named in lists: from the answers, or 'Name not known'.
  called text not null check (length(trim(called)) > 0),
  added_at timestamptz not null,
  ended_by uuid,
  ended_by_name text,
  ended_at timestamptz,
  ended_why text check (length(trim(ended_why)) > 0),
  check (num_nulls(ended_by, ended_by_name, ended_at, ended_why) in (0, 4)),
  unique (id, subject, owner_agency),
  -- Whoever holds the record keeps it, as with safe contact.
  foreign key (subject, owner_agency) references subject (id, owner_agency)
);
create index person_around_subject on person_around (subject);
call access.protect('person_around');
revoke update on person_around from sightline_app;
grant update (since, called, ended_by, ended_by_name, ended_at, ended_why) on person_around to sightline_app;

create table person_answer (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category in ('identity', 'welfare')),
  subject uuid not null,
  since timestamptz not null,
  -- Of whom it is said: of someone around the child, or of the child.
  person_around_id uuid,
  question text not null,
  value jsonb,
  absence text check (absence in
    ('not-asked', 'declined', 'not-known', 'not-yet-obtained', 'not-recorded-by-sender', 'not-applicable')),
  from_concern boolean not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamptz not null,
  check ((value is null) = (absence is not null)),
  unique nulls not distinct (subject, owner_agency, person_around_id, question),
  foreign key (subject, owner_agency) references subject (id, owner_agency),
  foreign key (person_around_id, subject, owner_agency) references person_around (id, subject, owner_agency)
);
call access.protect('person_answer');
revoke update on person_answer from sightline_app;
grant update (since, value, absence, from_concern, said_by, said_by_name, said_at) on person_answer to sightline_app;

alter table safe_contact add column from_concern boolean not null default false;
