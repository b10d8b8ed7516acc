-- owner: features/administration
-- The team that has an area's open work out of hours, where it works with the service: of the agency that receives, so that
-- nothing is opened to anyone for a night.
alter table area add column out_of_hours_team uuid;
alter table area add foreign key (out_of_hours_team, receiving_agency) references team (id, agency_id);
alter table area add check (out_of_hours_team <> receiving_team);
grant update (out_of_hours_team) on area to sightline_app;

-- By what steps a disagreement between professionals goes up (practice (d) 7). Who and how long are local rules: these stand
-- until a partnership says its own.
create table nation_ladder_step (
  nation text not null references nation,
  position int not null check (position between 1 and 9),
  who text not null check (length(trim(who)) > 0),
  -- Whether whoever decides on concerns answers, or a supervisor does, where need be for someone who has no account.
  answers text not null check (answers in ('decide-concern', 'supervise')),
  working_days int not null check (working_days between 0 and 30),
  source text not null,
  status text not null check (status in ('confirmed', 'to be confirmed')),
  primary key (nation, position)
);
insert into nation_ladder_step (nation, position, who, answers, working_days, source, status)
select n.code, o.position, o.who, o.answers, o.working_days,
  'Usual steps of local procedures for resolving professional disagreements', 'to be confirmed'
from nation n, (values
  (1, 'Whoever decides on the concern', 'decide-concern', 1),
  (2, 'The managers of both', 'supervise', 2),
  (3, 'The named or designated leads', 'supervise', 2),
  (4, 'The chair of the partnership', 'supervise', 5)
) as o (position, who, answers, working_days);

create table partnership_ladder_step (
  partnership_id uuid not null references partnership,
  position int not null check (position between 1 and 9),
  who text not null check (length(trim(who)) > 0),
  answers text not null check (answers in ('decide-concern', 'supervise')),
  working_days int not null check (working_days between 0 and 30),
  source text not null check (length(trim(source)) > 0),
  status text not null check (status in ('confirmed', 'to be confirmed')),
  primary key (partnership_id, position)
);

alter table partnership_ladder_step enable row level security;
create policy read on partnership_ladder_step for select using (true);
create policy add on partnership_ladder_step for insert to sightline_app with check (access.leads(partnership_id));
create policy remove on partnership_ladder_step for delete to sightline_app using (access.leads(partnership_id));
create policy restore on partnership_ladder_step for insert to sightline_keeper with check (true);
grant select on nation_ladder_step, partnership_ladder_step to sightline_app;
grant insert, delete on partnership_ladder_step to sightline_app;
grant select, insert on nation_ladder_step, partnership_ladder_step to sightline_keeper;
