-- owner: features/concerns
-- That a child was parted from a record, and why, is not told to whoever may not know of that record: of a protected one the
-- telling would be a hit (practice B5).

create policy unseen on concern_parting as restrictive for select to sightline_app
  using (person_record_id not in (select access.sealed_from_me()));
