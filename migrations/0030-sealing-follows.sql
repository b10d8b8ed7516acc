-- owner: core/audit
-- The sealer takes entries in the order of their transactions, and so goes on from the last that it took. Until now it
-- looked through the last hundred thousand entries each time.

create index audit_entry_tx on audit_entry (tx, id);

create or replace function audit.seal(most int) returns setof audit_seal language plpgsql as $$
declare
  -- Transactions below it have ended for every reader: none of them can write another entry.
  ended constant xid8 := pg_snapshot_xmin(pg_current_snapshot());
  tail audit_seal;
  followed xid8;
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
  select e.tx into followed from audit_link l join audit_entry e on e.id = l.entry_id where l.position = pos;
  -- After a restore the last one taken has its number from another server, and says nothing here.
  if followed is null or followed >= ended then
    followed := '0';
  end if;
  for entry in
    select e.* from audit_entry e
    where e.tx >= followed and e.tx < ended
      and not exists (select from audit_link l where l.entry_id = e.id)
    order by e.tx, e.id limit most
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
