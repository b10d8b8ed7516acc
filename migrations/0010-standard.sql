-- owner: features/standard
-- The template as a versioned document. A concern keeps the version it was made with, for ever.

create table template_version (
  version int primary key,
  definition jsonb not null,
  published_at timestamptz not null
);
grant select on template_version to sightline_app, sightline_job;
grant select, insert on template_version to sightline_keeper;

-- What can be decided on a concern, per nation and with dates: Working Together 2023 for England; Wales is to be
-- confirmed (practice A2, A18). An outcome that ends is kept for the decisions made while it held.
create table decision_outcome (
  code text not null,
  nation text not null check (nation in ('england', 'wales')),
  position int not null,
  label jsonb not null,
  from_day date not null,
  to_day date,
  no_further_action boolean not null,
  source text not null,
  status text not null check (status in ('confirmed', 'to be confirmed')),
  primary key (code, nation, from_day)
);
grant select on decision_outcome to sightline_app, sightline_job;
grant select, insert on decision_outcome to sightline_keeper;

insert into decision_outcome (code, nation, position, label, from_day, no_further_action, source, status)
select o.code, n.nation, o.position, jsonb_build_object('en', o.label), '2023-12-15', o.nfa,
       case n.nation when 'england' then 'Working Together to Safeguard Children 2023'
                     else 'Wales Safeguarding Procedures' end,
       case n.nation when 'england' then o.status else 'to be confirmed' end
from (values
  ('immediate-protection', 1, 'Immediate protection', false, 'confirmed'),
  ('strategy-discussion', 2, 'Strategy discussion', false, 'confirmed'),
  ('section-47', 3, 'Section 47 enquiries', false, 'confirmed'),
  ('section-17', 4, 'Assessment under section 17', false, 'confirmed'),
  ('early-help', 5, 'Early help', false, 'confirmed'),
  ('services', 6, 'Services to be offered', false, 'confirmed'),
  ('already-open', 7, 'Already open: passed to the allocated worker', false, 'to be confirmed'),
  ('information-only', 8, 'Recorded as information only', true, 'to be confirmed'),
  ('advice-given', 9, 'Advice given to the person who raised it', true, 'to be confirmed'),
  ('no-further-action', 10, 'No further action', true, 'confirmed')
) as o (code, position, label, nfa, status), (values ('england'), ('wales')) as n (nation);
