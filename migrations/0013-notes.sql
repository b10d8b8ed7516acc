-- owner: features/notes
-- A visit, a call or a message, in the worker's words.

create table note (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'welfare'),
  -- The person record it is about.
  subject uuid not null,
  since timestamptz not null,
  kind text not null check (kind in ('visit', 'call', 'message', 'meeting', 'other')),
  happened_at timestamptz not null,
  words text not null check (length(trim(words)) > 0),
  written_by uuid not null,
  written_by_name text not null,
  written_by_role text not null,
  written_at timestamptz not null
);
create index note_subject on note (subject, happened_at desc);
call access.protect('note');
