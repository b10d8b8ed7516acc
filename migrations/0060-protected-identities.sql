-- owner: features/people
-- That a record is of a protected identity, and that it no longer is: by whom and why. The newest row holds.

create table protected_identity (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'identity'),
  subject uuid not null,
  since timestamptz not null,
  state text not null check (state in ('protected', 'lifted')),
  reason text not null check (length(trim(reason)) > 0),
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamptz not null
);
create index protected_identity_subject on protected_identity (subject);
call access.protect('protected_identity');
-- What was written is not written over.
revoke update on protected_identity from sightline_app;
