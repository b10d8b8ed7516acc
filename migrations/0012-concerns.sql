-- owner: features/concerns
-- A concern belongs to the agency that raised it; sending opens it to the agency that receives it; what the
-- receiver decides is the receiver's. What a concern's state is follows from these rows and is not stored.

create table concern (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null check (subject = id),
  since timestamptz not null,
  reference text not null,
  template_version int not null references template_version,
  area_id uuid not null references area,
  receiving_agency uuid not null references agency,
  receiving_team uuid not null references team,
  danger_now boolean not null,
  -- With danger now, sending waits for a person spoken to, or for 'I cannot reach anyone' (practice B3).
  spoken_to text,
  reached_nobody boolean not null default false,
  sent_by uuid not null,
  sent_by_name text not null,
  sent_by_role text not null,
  sent_at timestamptz not null,
  check (not danger_now or spoken_to is not null or reached_nobody)
);
create index concern_reference on concern (reference);
create index concern_sent_by on concern (sent_by, sent_at desc);
call access.protect('concern');

create table concern_child (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'identity'),
  subject uuid not null,
  since timestamptz not null,
  position int not null,
  -- How the child is named in lists: from the answers, or 'Name not known'.
  called text not null,
  unique (subject, position)
);
call access.protect('concern_child');

create table concern_answer (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null,
  subject uuid not null,
  since timestamptz not null,
  concern_child_id uuid references concern_child,
  question text not null,
  value jsonb,
  absence text check (absence in
    ('not-asked', 'declined', 'not-known', 'not-yet-obtained', 'not-recorded-by-sender', 'not-applicable')),
  -- A blank is neither a value nor a reason, and is not kept (DESIGN 2.2).
  check ((value is null) = (absence is not null)),
  unique nulls not distinct (subject, concern_child_id, question)
);
call access.protect('concern_answer');

create table concern_pick_up (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  since timestamptz not null,
  taken_by uuid not null,
  taken_by_name text not null,
  taken_at timestamptz not null,
  unique (subject, owner_agency)
);
call access.protect('concern_pick_up');

create table concern_decision (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  since timestamptz not null,
  concern_child_id uuid not null references concern_child,
  outcomes text[] not null check (cardinality(outcomes) > 0),
  reasons text not null check (length(trim(reasons)) > 0),
  state text not null check (state in ('awaiting-agreement', 'sent-back', 'made')),
  decided_by uuid not null,
  decided_by_name text not null,
  decided_at timestamptz not null,
  agreed_by uuid check (agreed_by <> decided_by),
  agreed_by_name text,
  agreed_at timestamptz,
  agreement_note text,
  unique (concern_child_id, owner_agency)
);
create index concern_decision_subject on concern_decision (subject);
call access.protect('concern_decision');

-- Which of the receiver's own person records a child on a concern is.
create table concern_person (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'identity'),
  subject uuid not null,
  since timestamptz not null,
  concern_id uuid not null references concern,
  concern_child_id uuid not null references concern_child,
  linked_by uuid not null,
  linked_at timestamptz not null,
  unique (concern_child_id, owner_agency)
);
create index concern_person_subject on concern_person (subject);
call access.protect('concern_person');

-- What the person who raised it hears: the step and the outcome words, no child's name and no reasons. Each is a
-- record of its own, opened to the raising agency, so that it opens nothing else.
create table concern_reply (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null check (subject = id),
  since timestamptz not null,
  concern_id uuid not null references concern,
  step text not null check (step in ('received', 'picked-up', 'decided')),
  outcomes text[] not null,
  said_at timestamptz not null
);
create index concern_reply_concern on concern_reply (concern_id);
call access.protect('concern_reply');
