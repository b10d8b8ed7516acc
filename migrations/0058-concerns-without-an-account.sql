-- owner: features/concerns
-- A concern is sent by someone with an account, or by someone without one who proved an address: by exactly one of the two.

alter table concern alter column sent_by drop not null;
alter table concern
  add column sent_by_referrer uuid references referrer,
  add column referrer_kind text references referrer_kind,
  -- The address that they proved, for whoever decides: written to by nobody but the service.
  add column sent_from text,
  add constraint concern_sent_by_one check (num_nonnulls(sent_by, sent_by_referrer) = 1),
  add constraint concern_referrer_whole
    check ((sent_by_referrer is null) = (referrer_kind is null) and (sent_by_referrer is null) = (sent_from is null));
create index concern_sent_by_referrer on concern (sent_by_referrer) where sent_by_referrer is not null;
grant select (sent_by_referrer) on concern to sightline_job;

-- The first page, before anyone is let in, says whom to ring in each area.
grant select on area, area_hours, partnership, team to sightline_gate;

-- What whoever sent it without an account comes back to: when and by when, and not a word of what they wrote. A record of its
-- own, opened to them, so that it opens nothing else.
create table concern_receipt (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null check (subject = id),
  since timestamptz not null,
  concern_id uuid not null references concern,
  reference text not null,
  -- Null where it has to be kept from the family: others may read this address, or over a shoulder.
  sent_by_name text,
  professional boolean not null,
  sealed boolean not null,
  danger_now boolean not null,
  area_id uuid not null references area,
  sent_at timestamptz not null,
  due_at timestamptz not null
);
create index concern_receipt_subject on concern_receipt (subject);
create index concern_receipt_concern on concern_receipt (concern_id);
call access.protect('concern_receipt');
revoke update on concern_receipt from sightline_app;

-- What they say later. It changes nothing of what was sent.
create table concern_further (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  since timestamptz not null,
  says text not null check (length(trim(says)) > 0),
  danger_now boolean not null,
  said_by_referrer uuid not null references referrer,
  said_at timestamptz not null
);
create index concern_further_subject on concern_further (subject);
call access.protect('concern_further');
revoke update on concern_further from sightline_app;
