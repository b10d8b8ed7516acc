-- owner: features/concerns
-- A child on a concern was joined to the wrong record, and is parted from it (DESIGN 2.5): by whom, why, and from when until
-- when they were joined, so that whatever was looked at or done in between can be told. It is under the concern: of a sealed
-- one nobody else learns of it.

create table concern_parting (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null references concern,
  since timestamptz not null,
  concern_child_id uuid not null references concern_child,
  person_record_id uuid not null references person_record,
  linked_by uuid not null,
  linked_at timestamptz not null,
  why text not null check (length(trim(why)) > 0),
  parted_by uuid not null,
  parted_by_name text not null,
  parted_at timestamptz not null,
  check (linked_at <= parted_at)
);
create index concern_parting_subject on concern_parting (subject);
create index concern_parting_person on concern_parting (person_record_id);
call access.protect('concern_parting');
revoke update on concern_parting from sightline_app;

-- What was joined is kept as a former version when it goes.
create policy part on concern_person for delete to sightline_app
  using ((owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w)
    and subject not in (select access.sealed_from_me()));
grant delete on concern_person to sightline_app;
