-- owner: features/concerns
-- Whether the police have recorded what a concern alleges: the reference, or why there is none, and who decided that
-- (practice A17). What was said first stays; the newest row holds. While neither is known its clock runs.

create table concern_crime (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  since timestamptz not null,
  reference text check (length(trim(reference)) > 0),
  why_not text check (length(trim(why_not)) > 0),
  -- Who recorded it, or who decided that it is not recorded.
  by_whom text not null check (length(trim(by_whom)) > 0),
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamptz not null,
  check ((reference is null) <> (why_not is null))
);
create index concern_crime_subject on concern_crime (subject);
call access.protect('concern_crime');
revoke update on concern_crime from sightline_app;
