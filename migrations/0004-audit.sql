-- owner: core/audit
-- The ledger: one entry for every deed and every look. Ids, codes and digests only, never what anyone wrote,
-- so that lawful erasure of words never breaks the chain.

create table audit_entry (
  id bigint generated always as identity primary key,
  -- Sealing takes only entries whose transaction has ended for every reader: ids are handed out before commit.
  tx xid8 not null default pg_current_xact_id(),
  -- The moment that the application says it is, and the database's own clock when it was written: an entry put in
  -- with an old time is sealed long after it claims to have been written.
  at timestamptz not null,
  written_at timestamptz not null default clock_timestamp(),
  viewer_kind text not null check (viewer_kind in ('user', 'referrer', 'guest', 'client', 'service', 'terminal')),
  viewer uuid,
  viewer_service text,
  viewer_agency uuid,
  viewer_roles text[] not null,
  deed text not null check (deed ~ '^[a-z-]+(\.[a-z-]+)+$'),
  subject uuid,
  subject_kind text,
  owner_agency uuid,
  detail jsonb not null
);
create index audit_entry_subject on audit_entry (subject, id desc);
create index audit_entry_viewer on audit_entry (viewer, id desc);

-- The only way in. Who, when and whose record are taken from the transaction and the subject, never from the
-- caller, so that an entry cannot be written in another's name.
create function audit.record(the_deed text, the_subject uuid, the_detail jsonb) returns bigint
  volatile security definer set search_path = pg_catalog, public language sql
begin atomic
  insert into public.audit_entry (at, viewer_kind, viewer, viewer_service, viewer_agency, viewer_roles,
                                  deed, subject, subject_kind, owner_agency, detail)
  select access.moment(), access.viewer_kind(), access.viewer(),
         nullif(current_setting('sightline.service', true), ''), access.viewer_agency(),
         coalesce((select array_agg(r.role order by r.role) from access.live_roles() r), '{}'),
         the_deed, the_subject, s.kind, s.owner_agency, the_detail
  from (values (the_subject)) as wanted (id) left join public.subject s on s.id = wanted.id
  returning id;
end;

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy add on audit_entry for insert to sightline_definer with check (true);
create policy added on audit_entry for select to sightline_definer using (true);
grant select, insert on audit_entry to sightline_definer;
-- Read by those of the agency whose record was looked at, and by everyone for their own looks.
create policy read on audit_entry for select to sightline_app
  using ((owner_agency in (select o.agency from access.own_keys() o) or viewer = access.viewer())
         and (subject is null or subject not in (select access.sealed_from_me())));
grant select on audit_entry to sightline_app;
create policy keep on audit_entry for select to sightline_keeper using (true);
create policy restore on audit_entry for insert to sightline_keeper with check (true);
grant select, insert on audit_entry to sightline_keeper;

grant execute on function audit.record(text, uuid, jsonb) to sightline_app, sightline_job;
grant create, usage on schema audit to sightline_definer;
alter function audit.record(text, uuid, jsonb) owner to sightline_definer;
revoke create on schema audit from sightline_definer;
grant usage on schema audit to sightline_app, sightline_job;
