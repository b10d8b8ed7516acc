-- owner: features/concerns
-- A concern that names someone who works with children or for an agency is sealed as it is sent. What is done about that
-- person is a record of its own, apart from what is decided for the children.

alter table concern add column sealed boolean not null default false;
-- The sender's name has to be kept from the family (practice B12).
alter table concern add column keep_name boolean not null default false;
-- Whether any sign was noticed, also in answers that the one who decides may not read. Null on concerns from before.
alter table concern add column signs boolean;

create table concern_allegation (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  since timestamptz not null,
  action text not null check (action in
    ('allegations-meeting', 'passed-to-police', 'passed-to-employer', 'advice-given', 'no-further-action')),
  reasons text not null check (length(trim(reasons)) > 0),
  done_by uuid not null,
  done_by_name text not null,
  done_at timestamptz not null
);
create index concern_allegation_subject on concern_allegation (subject);
call access.protect('concern_allegation');
-- What was written is not written over.
revoke update on concern_allegation from sightline_app;
