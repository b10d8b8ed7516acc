-- owner: core/clocks
-- Each agency that looks for a missing child has a clock of its own for the next look. When the child is found all of them
-- end at once, also those of the agencies of which whoever says so is not.

grant select (state) on clock to sightline_definer;
grant update (state, ended_at, ended_by, since) on clock to sightline_definer;
create policy end_together on clock for update to sightline_definer
  using (kind = 'missing.look' and state = 'running') with check (kind = 'missing.look' and state = 'met');

grant create on schema access to sightline_definer;
set local role sightline_definer;
create function access.end_looks(the_subject uuid) returns void
  volatile security definer set search_path = pg_catalog, public, pg_temp language sql
begin atomic
  update public.clock set state = 'met', ended_at = access.moment(), ended_by = access.viewer()
  where subject = the_subject and kind = 'missing.look' and state = 'running' and access.looks_for(the_subject);
end;
revoke all on function access.end_looks(uuid) from public;
grant execute on function access.end_looks(uuid) to sightline_app;
reset role;
revoke create on schema access from sightline_definer;
