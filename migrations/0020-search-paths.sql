-- owner: core/access
-- A temporary object can never stand in for one of ours inside a definer's function.
do $$
declare
  f regprocedure;
begin
  for f in select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname in ('access', 'audit') and p.prosecdef
             and p.proconfig::text not like '%pg_temp%' loop
    execute format('set local role %I', (select r.rolname from pg_proc p join pg_roles r on r.oid = p.proowner where p.oid = f));
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
    reset role;
  end loop;
end $$;

-- What the operator does at the terminal leaves an entry too.
set local role sightline_definer;
grant execute on function audit.record(text, uuid, jsonb) to sightline_keeper;
reset role;
