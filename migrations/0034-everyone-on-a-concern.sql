-- owner: features/concerns
-- Besides children a concern names the adults around them and other people who are part of it, several and possibly
-- without a name. What is said of one of them hangs on their row, as a child's answers hang on the child's.

create table concern_other (
  id uuid primary key,
  owner_agency uuid not null references agency,
  category category_code not null check (category = 'concern'),
  subject uuid not null,
  since timestamptz not null,
  -- By the repeat of the template: 'adult' around the child, 'person' who is part of what happened.
  each text not null,
  position int not null,
  called text not null,
  unique (subject, each, position)
);
call access.protect('concern_other');
-- What was sent is not written over.
revoke update on concern_other from sightline_app;

-- Which face of the template was asked: what the other one asks was not left blank by this sender.
alter table concern add column face text;

alter table concern_answer add column concern_other_id uuid references concern_other;
alter table concern_answer add check (concern_child_id is null or concern_other_id is null);
alter table concern_answer drop constraint concern_answer_subject_concern_child_id_question_key;
alter table concern_answer
  add unique nulls not distinct (subject, concern_child_id, concern_other_id, question);
