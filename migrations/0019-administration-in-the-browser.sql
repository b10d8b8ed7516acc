-- owner: features/administration
-- Partnerships, areas and the first administrators of an agency, in the browser (decision 0007).

-- Whose rules hold. Scotland and Northern Ireland are counted through returns and have no areas here.
create table nation (
  code text primary key check (code in ('england', 'wales')),
  name text not null,
  position int not null unique,
  -- Whether the rules kept for it (what can be decided, by when) have been checked.
  status text not null check (status in ('confirmed', 'to be confirmed')),
  source text not null
);
insert into nation (code, name, position, status, source) values
  ('england', 'England', 1, 'confirmed', 'Working Together to Safeguard Children 2023'),
  ('wales', 'Wales', 2, 'to be confirmed', 'Wales Safeguarding Procedures');
grant select on nation to sightline_app, sightline_job;
grant select, insert on nation to sightline_keeper;

alter table partnership add foreign key (nation) references nation;
alter table area add column nation text check (nation in ('england', 'wales'));
update area a set nation = p.nation from partnership p where p.id = a.partnership_id;
alter table area alter column nation set not null, add foreign key (nation) references nation;

-- Concerns go to a team of the agency named, and that agency belongs to the partnership for as long as they do.
insert into partnership_agency (partnership_id, agency_id)
  select partnership_id, receiving_agency from area union select id, lead_agency from partnership
  on conflict do nothing;
alter table team add unique (id, agency_id);
alter table area add foreign key (receiving_team, receiving_agency) references team (id, agency_id);
alter table area add foreign key (partnership_id, receiving_agency) references partnership_agency;

-- Administrators of the agency that leads a partnership keep its areas and its list of agencies.
create function access.leads(the_partnership uuid) returns boolean stable language sql
begin atomic
  select access.may('administer-accounts') and exists (
    select from public.partnership p
    where p.id = the_partnership and p.lead_agency = (select access.viewer_agency()));
end;
grant execute on function access.leads(uuid) to sightline_app;

alter table partnership enable row level security;
create policy read on partnership for select using (true);
create policy add on partnership for insert to sightline_app with check (access.may('administer-agencies'));
create policy change on partnership for update to sightline_app using (access.may('administer-agencies'));
create policy restore on partnership for insert to sightline_keeper with check (true);
revoke update on partnership from sightline_app;
grant update (name, lead_agency) on partnership to sightline_app;

alter table partnership_agency enable row level security;
create policy read on partnership_agency for select using (true);
create policy add on partnership_agency for insert to sightline_app
  with check (access.leads(partnership_id) or access.may('administer-agencies'));
create policy remove on partnership_agency for delete to sightline_app using (access.leads(partnership_id));
create policy restore on partnership_agency for insert to sightline_keeper with check (true);
revoke update on partnership_agency from sightline_app;

alter table area enable row level security;
create policy read on area for select using (true);
create policy add on area for insert to sightline_app with check (access.leads(partnership_id));
create policy change on area for update to sightline_app using (access.leads(partnership_id));
create policy restore on area for insert to sightline_keeper with check (true);
revoke update on area from sightline_app;
grant update (name, nation, receiving_agency, receiving_team, day_phone, out_of_hours_phone, open_on_bank_holidays)
  on area to sightline_app;

alter table area_hours enable row level security;
create policy read on area_hours for select using (true);
create policy add on area_hours for insert to sightline_app
  with check (access.leads((select a.partnership_id from area a where a.id = area_id)));
create policy remove on area_hours for delete to sightline_app
  using (access.leads((select a.partnership_id from area a where a.id = area_id)));
create policy restore on area_hours for insert to sightline_keeper with check (true);
revoke update on area_hours from sightline_app;

-- An agency is in the host's care until it has had two administrators who count and have set up their accounts. From
-- then on its own people see to it, and the host sees none of them.
create function access.agencies_in_care() returns setof uuid
  stable rows 10 security definer set search_path = pg_catalog, public language sql
begin atomic
  select a.id from public.agency a
  where (access.may('administer-agencies') or access.may('agree-for-agencies'))
    and a.closed_at is null and a.id <> access.viewer_agency()
    and (select count(distinct g.user_id)
         from public.role_grant g join public.credential c on c.user_id = g.user_id
         where g.agency_id = a.id and g.role = 'administrator' and c.totp_confirmed_at is not null
           and (g.agreed_by is not null or g.asked_by is null)) < 2;
end;

create function access.administrators_in_care(the_agency uuid)
  returns table (user_id uuid, name text, email text, grant_id uuid, counts boolean, asked_by_me boolean)
  stable rows 2 security definer set search_path = pg_catalog, public language sql
begin atomic
  select u.id, u.name, u.email, g.id, g.agreed_by is not null or g.asked_by is null, g.asked_by = access.viewer()
  from public.role_grant g join public.user_account u on u.id = g.user_id
  where g.agency_id = the_agency and g.role = 'administrator' and g.ended_at is null and u.ended_at is null
    and the_agency in (select access.agencies_in_care());
end;

-- An agency with open work is not closed: nobody would see to it (DESIGN 2.7). Tells that there is some, not what.
create function access.has_open_work(the_agency uuid) returns boolean
  stable security definer set search_path = pg_catalog, public language sql
begin atomic
  select access.may('administer-agencies') and exists (
    select from public.clock k where k.owner_agency = the_agency and k.state = 'running');
end;

grant select (user_id, totp_confirmed_at) on credential to sightline_definer;
grant select (owner_agency, state) on clock to sightline_definer;
create policy count_open on clock for select to sightline_definer using (true);

grant create on schema access to sightline_definer;
grant execute on function access.agencies_in_care(), access.administrators_in_care(uuid), access.has_open_work(uuid)
  to sightline_app, sightline_definer;
alter function access.agencies_in_care() owner to sightline_definer;
alter function access.administrators_in_care(uuid) owner to sightline_definer;
alter function access.has_open_work(uuid) owner to sightline_definer;
revoke create on schema access from sightline_definer;
set local role sightline_definer;
grant execute on function access.agencies_in_care() to sightline_owner;
reset role;

create policy add_in_care on user_account for insert to sightline_app
  with check (access.may('administer-agencies') and agency_id in (select access.agencies_in_care()));
create policy read_in_care on role_grant for select to sightline_app
  using (role = 'administrator' and agency_id in (select access.agencies_in_care()));
create policy add_in_care on role_grant for insert to sightline_app
  with check (role = 'administrator' and access.may('administer-agencies') and asked_by = access.viewer()
              and agreed_by is null and agency_id in (select access.agencies_in_care()));
create policy change_in_care on role_grant for update to sightline_app
  using (role = 'administrator' and agency_id in (select access.agencies_in_care()));
