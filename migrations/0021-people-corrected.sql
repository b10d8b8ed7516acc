-- owner: features/people
-- A record is corrected in place; what was believed before stays in former_version. Each version carries why it was
-- written, so that the history reads by itself.

alter table person_record
  add column corrected_by uuid,
  add column corrected_by_name text,
  add column corrected_at timestamptz,
  add column correction_reason text check (length(trim(correction_reason)) > 0),
  add check (num_nulls(corrected_by, corrected_by_name, corrected_at, correction_reason) in (0, 4));

-- Names besides the one on the record. One that was recorded by mistake is ended and no longer found by.
create table person_alias (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'identity'),
  subject uuid not null,
  since timestamptz not null,
  kind text not null check (kind in ('other-name', 'nickname')),
  given_names text check (length(trim(given_names)) > 0),
  family_name text check (length(trim(family_name)) > 0),
  from_day date,
  to_day date,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  ended_by_name text,
  ended_at timestamptz,
  ended_why text check (ended_why in ('no-longer-used', 'recorded-by-mistake')),
  check (given_names is not null or family_name is not null),
  check (to_day >= from_day),
  check (num_nulls(ended_by, ended_by_name, ended_at, ended_why) in (0, 4))
);
create index person_alias_subject on person_alias (subject);
create unique index person_alias_once on person_alias
  (subject, owner_agency, lower(coalesce(given_names, '')), lower(coalesce(family_name, ''))) where ended_at is null;
call access.protect('person_alias');

-- Numbers and references by which a service knows someone. The check characters are the application's to verify;
-- here only the form is kept.
create table person_identifier (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'identity'),
  subject uuid not null,
  since timestamptz not null,
  kind text not null check (kind in ('nhs-number', 'upn', 'local-case-reference')),
  value text not null,
  from_day date,
  to_day date,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  ended_by_name text,
  ended_at timestamptz,
  ended_why text check (ended_why in ('no-longer-used', 'recorded-by-mistake')),
  check (value ~ case kind when 'nhs-number' then '^[0-9]{10}$'
                           when 'upn' then '^[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]$'
                           else '^\S(.{0,38}\S)?$' end),
  check (to_day >= from_day),
  check (num_nulls(ended_by, ended_by_name, ended_at, ended_why) in (0, 4))
);
create index person_identifier_subject on person_identifier (subject);
create unique index person_identifier_once on person_identifier (subject, owner_agency, kind, value)
  where ended_at is null;
call access.protect('person_identifier');
