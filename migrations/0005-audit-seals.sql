-- owner: core/audit
-- The chain over the ledger. Writers never wait for it: the sealer follows behind, takes only entries whose
-- transaction has ended for every reader, and links them in batches.

create table audit_link (
  position bigint primary key,
  entry_id bigint not null unique references audit_entry,
  -- sha256(hash before || canonical text of the entry)
  hash bytea not null check (length(hash) = 32)
);

create table audit_seal (
  number bigint primary key,
  first_position bigint not null,
  last_position bigint not null check (last_position >= first_position),
  previous_head bytea not null,
  head bytea not null,
  sealed_at timestamptz not null
);

-- One text for one entry: a JSON array keeps fields apart, whatever they hold.
create function audit.canonical(e audit_entry) returns bytea
  immutable language sql
  return convert_to(jsonb_build_array(
    e.id, e.tx::text, (extract(epoch from e.at) * 1000000)::bigint,
    (extract(epoch from e.written_at) * 1000000)::bigint, e.viewer_kind, e.viewer, e.viewer_service,
    e.viewer_agency, e.viewer_roles, e.deed, e.subject, e.subject_kind, e.owner_agency, e.detail)::text, 'UTF8');

create function audit.seal(most int) returns setof audit_seal language plpgsql as $$
declare
  tail audit_seal;
  head bytea;
  pos bigint;
  started bigint;
  entry audit_entry;
begin
  perform pg_advisory_xact_lock(hashtext('sightline audit seal'));
  select * into tail from audit_seal order by number desc limit 1;
  head := coalesce(tail.head, sha256('sightline'));
  pos := coalesce(tail.last_position, 0);
  started := pos;
  for entry in
    select e.* from audit_entry e
    where not exists (select from audit_link l where l.entry_id = e.id)
      and e.tx < pg_snapshot_xmin(pg_current_snapshot())
      -- Entries that might still be unsealed lie above the last ones sealed, less what late commits can reach.
      and e.id > coalesce((select max(entry_id) from audit_link), 0) - 100000
    order by e.id limit most
  loop
    pos := pos + 1;
    head := sha256(head || audit.canonical(entry));
    insert into audit_link (position, entry_id, hash) values (pos, entry.id, head);
  end loop;
  if pos = started then
    return;
  end if;
  return query insert into audit_seal (number, first_position, last_position, previous_head, head, sealed_at)
    values (coalesce(tail.number, 0) + 1, started + 1, pos, coalesce(tail.head, sha256('sightline')), head, clock_timestamp())
    returning *;
end $$;

-- Not even the owner changes what is written, short of dropping these triggers, which the outside heads reveal.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;
create trigger append_only before update or delete on audit_entry for each row execute function audit.refuse_change();
create trigger append_only before update or delete on audit_link for each row execute function audit.refuse_change();
create trigger append_only before update or delete on audit_seal for each row execute function audit.refuse_change();
create trigger no_truncate before truncate on audit_entry execute function audit.refuse_change();
create trigger no_truncate before truncate on audit_link execute function audit.refuse_change();
create trigger no_truncate before truncate on audit_seal execute function audit.refuse_change();

create policy seal on audit_entry for select to sightline_sealer using (true);
grant select on audit_entry to sightline_sealer;
grant select, insert on audit_link, audit_seal to sightline_sealer, sightline_keeper;
grant usage on schema audit to sightline_sealer, sightline_keeper;
grant execute on function audit.canonical(audit_entry), audit.seal(int) to sightline_sealer;
