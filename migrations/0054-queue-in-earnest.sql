-- owner: features/concerns
-- A concern is passed on to the team of another area; one that tells of something already open is added to it; one child's part
-- goes to someone else; open work goes to another team for the night; a disagreement goes up by steps.

-- Who receives is changed by whoever receives, to what an area of a partnership of theirs says, and nothing else of a concern is.
grant update (area_id, receiving_agency, receiving_team) on concern to sightline_app;
create policy pass_on on concern for update to sightline_app
  using (receiving_agency in (select access.viewer_agency()) and access.may('decide-concern')
         and subject not in (select access.sealed_from_me()))
  with check (not sealed);
create policy by_its_receiver on concern as restrictive for update to sightline_app
  using (receiving_agency in (select access.viewer_agency()) and access.may('decide-concern') and not sealed)
  with check (exists (
    select from area a join partnership_agency p on p.partnership_id = a.partnership_id
    where a.id = concern.area_id and a.receiving_agency = concern.receiving_agency
      and a.receiving_team = concern.receiving_team and p.agency_id in (select access.viewer_agency())));

-- What is in nobody's hand any more: it was passed on, or handed to another team. Who had it stays in the history.
alter table concern_pick_up add column put_down_at timestamptz;

-- What the sender hears besides: that it is with another area's team, or is looked at again.
alter table concern_reply drop constraint concern_reply_step_check;
alter table concern_reply add check (step in ('received', 'passed-on', 'picked-up', 'decided', 'looked-at-again'));
alter table concern_reply add column area_id uuid references area;
alter table concern_reply add check ((area_id is not null) = (step = 'passed-on'));

-- That a concern was passed on, to whom and why: a record of its own, which whoever passed it on keeps and whoever has it reads.
create table concern_passing (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null check (subject = id),
  since timestamptz not null,
  concern_id uuid not null references concern,
  reference text not null,
  from_area uuid not null references area,
  from_team uuid not null references team,
  to_area uuid not null references area,
  to_team uuid not null references team,
  why text not null check (length(trim(why)) > 0),
  passed_by uuid not null,
  passed_by_name text not null,
  passed_at timestamptz not null
);
create index concern_passing_concern on concern_passing (concern_id);
create index concern_passing_subject on concern_passing (subject);
create index concern_passing_owner on concern_passing (owner_agency, passed_at desc);
call access.protect('concern_passing');
revoke update on concern_passing from sightline_app;

-- One child's part of a concern goes to another worker or team: why, each time. Whose it is says its clock.
create table concern_split (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  since timestamptz not null,
  concern_child_id uuid not null references concern_child,
  to_user uuid references user_account,
  to_team uuid references team,
  to_name text not null,
  why text not null check (length(trim(why)) > 0),
  split_by uuid not null,
  split_by_name text not null,
  split_at timestamptz not null,
  check (num_nonnulls(to_user, to_team) = 1)
);
create index concern_split_subject on concern_split (subject);
call access.protect('concern_split');
revoke update on concern_split from sightline_app;

-- One child of a concern is a child of another that is still open: a record of its own, so that it goes along when that one is
-- passed on. Both concerns stay as they were sent.
create table concern_addition (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null check (subject = id),
  since timestamptz not null,
  concern_id uuid not null references concern,
  concern_child_id uuid not null references concern_child,
  reference text not null,
  to_concern uuid not null references concern check (to_concern <> concern_id),
  to_child uuid not null references concern_child,
  to_reference text not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null
);
create index concern_addition_subject on concern_addition (subject);
create index concern_addition_concern on concern_addition (concern_id);
create index concern_addition_to on concern_addition (to_concern);
call access.protect('concern_addition');
revoke update on concern_addition from sightline_app;

-- Someone of the agency that raised a concern disagrees with what is decided on it, or that nothing is: a record of theirs, opened
-- to whoever decides. By what steps it goes up is kept as it was when it was raised; where it stands follows from that, from
-- what was answered and from the time.
create table disagreement (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null check (subject = id),
  since timestamptz not null,
  concern_id uuid not null references concern,
  reference text not null,
  to_agency uuid not null references agency,
  to_team uuid not null references team,
  nation text not null check (nation in ('england', 'wales')),
  steps jsonb not null check (jsonb_array_length(steps) > 0),
  about text not null check (about in ('decision', 'no-decision', 'handling')),
  says text not null check (length(trim(says)) > 0),
  raised_by uuid not null,
  raised_by_name text not null,
  raised_at timestamptz not null
);
create index disagreement_subject on disagreement (subject);
create index disagreement_concern on disagreement (concern_id);
call access.protect('disagreement');
revoke update on disagreement from sightline_app;

create table disagreement_answer (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null check (subject = id),
  since timestamptz not null,
  disagreement_id uuid not null references disagreement,
  position int not null,
  outcome text not null check (outcome in ('agreed', 'looked-at-again', 'goes-up', 'stands')),
  says text not null check (length(trim(says)) > 0),
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamptz not null,
  -- One agency alone answers.
  unique (disagreement_id, position, owner_agency)
);
create index disagreement_answer_subject on disagreement_answer (subject);
call access.protect('disagreement_answer');
revoke update on disagreement_answer from sightline_app;

-- The worker lets a step that runs out go up: it reads when and by what steps, and not what is said.
grant select (id, to_agency, to_team, nation, steps, raised_by, raised_at) on disagreement to sightline_job;
create policy goes_up on disagreement for select to sightline_job using (true);
grant select (disagreement_id, position, outcome, answered_at) on disagreement_answer to sightline_job;
create policy goes_up on disagreement_answer for select to sightline_job using (true);

-- At the end of a shift what is open goes to the emergency duty team, and in the morning back: each with what the next has to know.
create table concern_shift (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  since timestamptz not null,
  clock_id uuid not null,
  from_team uuid not null references team,
  to_team uuid not null references team check (to_team <> from_team),
  -- Of all that went together, and of this one alone.
  note text not null check (length(trim(note)) > 0),
  own_note text check (length(trim(own_note)) > 0),
  handed_by uuid not null,
  handed_by_name text not null,
  handed_at timestamptz not null
);
create index concern_shift_subject on concern_shift (subject);
create index concern_shift_to on concern_shift (to_team, handed_at desc);
call access.protect('concern_shift');
revoke update on concern_shift from sightline_app;
