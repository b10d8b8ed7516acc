-- owner: features/concerns
-- What a supervisor says of how a concern is handled, for whoever has it in hand: management oversight, kept with the concern.

create table concern_oversight_note (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  since timestamptz not null,
  says text not null check (length(trim(says)) > 0),
  -- What is to be done, and by when, where something is.
  next_step text check (length(trim(next_step)) > 0),
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamptz not null
);
create index concern_oversight_note_subject on concern_oversight_note (subject);
call access.protect('concern_oversight_note');
-- What was written is not written over.
revoke update on concern_oversight_note from sightline_app;
