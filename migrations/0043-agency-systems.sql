-- owner: core/access
-- An agency's own system sends concerns for its workers. It is an account that nobody signs in to: its role is asked for and
-- agreed to, ends and stands in the ledger as anyone's does, and the policies know no second kind of viewer.

alter table user_account
  add column kind text not null default 'person' check (kind in ('person', 'system')),
  add unique (id, kind);
-- What an account is, it stays: nobody turns a person into a system, or a system into someone who signs in.
revoke update on user_account from sightline_app;
grant update (name, email, job_title, ended_at) on user_account to sightline_app;

alter table role add column held_by text not null default 'person' check (held_by in ('person', 'system'));
insert into role (code, title, position, says, held_by) values
  ('agency-system', 'Agency’s own system', 13,
   'Sends the concerns of an agency’s workers from its own system, and is told how they stand. Nobody signs in as it.', 'system');
insert into role_category (role, category, may_write)
  select 'agency-system', category, true
  from unnest(array['concern', 'identity', 'welfare', 'education', 'voice']) as category;
insert into role_deed (role, deed) values ('agency-system', 'record-concern'), ('agency-system', 'send-as-system');

-- As the definer: whoever asks for a role at another agency does not see its accounts.
grant create on schema access to sightline_definer;
set local role sightline_definer;
create function access.role_fits() returns trigger
  security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  if (select u.kind from public.user_account u where u.id = new.user_id)
     is distinct from (select r.held_by from public.role r where r.code = new.role) then
    raise exception 'a role of this kind is not for this account' using errcode = 'check_violation';
  end if;
  return null;
end $$;
reset role;
revoke create on schema access from sightline_definer;
-- After the policies have had their say.
create trigger role_fits after insert on role_grant for each row execute function access.role_fits();

grant select (kind) on user_account to sightline_gate, sightline_job;
