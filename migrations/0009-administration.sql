-- owner: features/administration
-- Partnerships, their areas and whom to ring there. No row here is about a child.

create table partnership (
  id uuid primary key,
  name text not null unique,
  nation text not null check (nation in ('england', 'wales')),
  -- Its administrators keep the areas and telephone numbers.
  lead_agency uuid not null references agency,
  created_at timestamptz not null
);

create table partnership_agency (
  partnership_id uuid not null references partnership,
  agency_id uuid not null references agency,
  primary key (partnership_id, agency_id)
);

create table area (
  id uuid primary key,
  partnership_id uuid not null references partnership,
  name text not null,
  -- Where concerns about a child of this area go.
  receiving_agency uuid not null references agency,
  receiving_team uuid not null references team,
  -- Empty until someone sets them; the service warns at every start until they are (practice A1).
  day_phone text,
  out_of_hours_phone text,
  open_on_bank_holidays boolean not null default false,
  unique (partnership_id, name)
);

create table area_hours (
  area_id uuid not null references area,
  -- ISO: Monday is 1.
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (area_id, weekday)
);

grant select on partnership, partnership_agency, area, area_hours to sightline_app, sightline_job;
grant insert, update on partnership, area to sightline_app;
grant insert, update, delete on area_hours, partnership_agency to sightline_app;
grant select, insert on partnership, partnership_agency, area, area_hours to sightline_keeper;
