-- owner: features/safety-plan
-- The one-page safety plan of a child (practice (d) 3). Each time it is written it is a plan of its own; the newest stands.
-- Every part is what was said or the reason why nothing was.

create table safety_plan (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'welfare'),
  subject uuid not null,
  since timestamptz not null,
  riskier text,
  riskier_absence text,
  goes_to text,
  goes_to_absence text,
  works text,
  works_absence text,
  ring_tonight text not null check (length(trim(ring_tonight)) > 0),
  signs text,
  signs_absence text,
  child_says text,
  child_says_absence text,
  agreed_by text,
  agreed_by_absence text,
  review_on date not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  ended_by uuid,
  ended_by_name text,
  ended_at timestamptz,
  ended_why text check (length(trim(ended_why)) > 0),
  check ((riskier is null) = (riskier_absence is not null)),
  check ((goes_to is null) = (goes_to_absence is not null)),
  check ((works is null) = (works_absence is not null)),
  check ((signs is null) = (signs_absence is not null)),
  check ((child_says is null) = (child_says_absence is not null)),
  check ((agreed_by is null) = (agreed_by_absence is not null)),
  check (num_nulls(ended_by, ended_by_name, ended_at, ended_why) in (0, 4)),
  foreign key (subject, owner_agency) references subject (id, owner_agency)
);
create index safety_plan_subject on safety_plan (subject, written_at desc);
call access.protect('safety_plan');
-- What was written is not written over; a plan can be ended.
revoke update on safety_plan from sightline_app;
grant update (since, ended_by, ended_by_name, ended_at, ended_why) on safety_plan to sightline_app;
