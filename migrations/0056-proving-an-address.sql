-- owner: platform/http
-- Someone without an account proves an address by a one-time code that is mailed to it. The code stands nowhere: it is worked
-- out from the row's id under the installation's secret, so that a copy of this table opens nothing.

create table address_proof (
  -- The browser that asked: a code is good in no other one. Asking again takes the place of what was asked before.
  visit_digest bytea primary key,
  id uuid not null,
  address text not null,
  purpose text not null,
  -- What the right code leads to, where it is something that is there.
  about uuid,
  -- Whether a code is mailed and can be right at all. Where not, everything else is done the same.
  leads boolean not null,
  asked_at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  used_at timestamptz
);
create index address_proof_due on address_proof (next_try_at) where leads and sent_at is null;

alter table address_proof enable row level security;
alter table address_proof force row level security;
create policy door on address_proof to sightline_gate using (true) with check (true);
grant select, insert, update on address_proof to sightline_gate;
-- The worker mails what is due, and takes away what has had its time.
create policy mail on address_proof to sightline_job using (true) with check (true);
grant select (visit_digest, id, address, leads, asked_at, tries, next_try_at, sent_at) on address_proof to sightline_job;
grant update (tries, next_try_at, sent_at) on address_proof to sightline_job;
grant delete on address_proof to sightline_job;

-- A session of someone who signed in to an account, or of someone who proved an address: one is never found as the other.
alter table session add column kind text not null default 'account' check (kind in ('account', 'address'));
alter table session add check (kind = 'account' or state = 'open');
