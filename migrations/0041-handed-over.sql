-- owner: features/concerns
-- A concern that someone has in hand is handed to a colleague: by them, by a supervisor, or taken over while they are away.
-- Why is said each time, and every hand it was in stays readable.

create table concern_hand_over (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  since timestamptz not null,
  from_user uuid not null references user_account,
  from_name text not null,
  to_user uuid not null references user_account check (to_user <> from_user),
  to_name text not null,
  why text not null check (length(trim(why)) > 0),
  handed_by uuid not null,
  handed_by_name text not null,
  handed_at timestamptz not null
);
create index concern_hand_over_subject on concern_hand_over (subject);
call access.protect('concern_hand_over');
-- What was written is not written over.
revoke update on concern_hand_over from sightline_app;
