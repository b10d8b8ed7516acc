-- owner: features/concerns
-- Under what a vehicle, a phone, an online name or a nickname that a concern names can be found again by equality: derived
-- from its answers, with the concern's own owner and walls. What was said as a rumour has no key (practice B21).

create table concern_thing_key (
  key text not null,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  primary key (key, subject)
);
create index concern_thing_key_subject on concern_thing_key (subject);
call access.protect('concern_thing_key', derived => true);
revoke update, delete on concern_thing_key from sightline_app;
