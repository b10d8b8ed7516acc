-- owner: features/people
-- One agency's knowledge of someone. Whether two records are one person is a judgement kept elsewhere and
-- never rewrites a record (DESIGN 6).

create table person_record (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'identity'),
  subject uuid not null check (subject = id),
  since timestamptz not null,
  reference text not null,
  given_names text,
  given_names_absence text,
  family_name text,
  family_name_absence text,
  known_as text,
  -- Exact: both days the same. Approximate: the first and the last day it may have been.
  born_from date,
  born_to date,
  born_absence text,
  sex text check (sex in ('M', 'F', 'U')),
  sex_absence text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  check ((given_names is null) = (given_names_absence is not null)),
  check ((family_name is null) = (family_name_absence is not null)),
  check ((born_from is null) = (born_absence is not null)),
  check ((born_from is null) = (born_to is null)),
  check (born_to >= born_from),
  check ((sex is null) = (sex_absence is not null))
);
create index person_record_reference on person_record (reference);
call access.protect('person_record');

-- Look-ups under policies can use an index only by equality, so a record's spellings are stored as keys
-- (access-facts 1). Edit distance is worked out on the few that are found.
create table match_key (
  key text not null,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'identity'),
  subject uuid not null,
  primary key (key, subject)
);
create index match_key_subject on match_key (subject);
call access.protect('match_key', derived => true);

-- How this person can be reached without putting them at risk: read before any message (practice B2).
create table safe_contact (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'identity'),
  subject uuid not null,
  since timestamptz not null,
  way text,
  way_absence text,
  words_to_use text,
  do_not text,
  not_to_be_told text,
  interpreter text,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  check ((way is null) = (way_absence is not null)),
  unique (subject, owner_agency)
);
call access.protect('safe_contact');
