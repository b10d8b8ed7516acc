-- owner: core/audit
-- Working the chain out is nearly all of what sealing and `audit verify` do. Declared immutable, the text of an entry
-- was a call each time (PostgreSQL writes no function into a query whose body is less constant than it claims, and
-- jsonb_build_array is only stable); declared as what it is, it costs half. The text is the same.

create or replace function audit.canonical(e audit_entry) returns bytea
  stable parallel safe language sql
  return convert_to(jsonb_build_array(
    e.id, e.tx::text, (extract(epoch from e.at) * 1000000)::bigint,
    (extract(epoch from e.written_at) * 1000000)::bigint, e.viewer_kind, e.viewer, e.viewer_service,
    e.viewer_agency, e.viewer_roles, e.deed, e.subject, e.subject_kind, e.owner_agency, e.detail)::text, 'UTF8');

-- As before, with the text worked out where the entries are read, and the links added by one statement.
create or replace function audit.seal(most int) returns setof audit_seal language plpgsql as $$
declare
  -- Transactions below it have ended for every reader: none of them can write another entry.
  ended constant xid8 := pg_snapshot_xmin(pg_current_snapshot());
  tail audit_seal;
  followed xid8;
  head bytea;
  entry record;
  entries bigint[] := '{}';
  hashes bytea[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtext('sightline audit seal'));
  select * into tail from audit_seal order by number desc limit 1;
  if tail.number is null then
    tail.number := 0;
    tail.last_position := 0;
    tail.head := sha256('sightline');
  end if;
  select e.tx into followed from audit_link l join audit_entry e on e.id = l.entry_id where l.position = tail.last_position;
  -- After a restore the last one taken has its number from another server, and says nothing here.
  if followed is null or followed >= ended then
    followed := '0';
  end if;
  head := tail.head;
  for entry in
    select e.id, audit.canonical(e) as canonical from audit_entry e
    where e.tx >= followed and e.tx < ended
      and not exists (select from audit_link l where l.entry_id = e.id)
    order by e.tx, e.id limit most
  loop
    head := sha256(head || entry.canonical);
    entries := entries || entry.id;
    hashes := hashes || head;
  end loop;
  if entries = '{}' then
    return;
  end if;
  insert into audit_link (position, entry_id, hash)
    select tail.last_position + link.n, link.entry, link.hash
    from unnest(entries, hashes) with ordinality as link (entry, hash, n);
  return query insert into audit_seal (number, first_position, last_position, previous_head, head, sealed_at)
    values (tail.number + 1, tail.last_position + 1, tail.last_position + cardinality(entries), tail.head, head, clock_timestamp())
    returning *;
end $$;
