-- owner: core/access
-- Ten named roles. Each is a job that people recognise; an agency gives them to its own staff.

insert into role (code, title, position, says) values
  ('front-line-worker', 'Front-line worker', 1, 'Records concerns and hears what happened. Teachers, nurses, officers, carers, youth workers.'),
  ('duty-worker', 'Duty worker', 2, 'Takes concerns from the queue and decides what happens next, with reasons.'),
  ('supervisor', 'Supervisor', 3, 'Sees the whole queue and what is late; agrees a decision of no further action where signs are present.'),
  ('allocated-worker', 'Allocated worker', 4, 'Works with the child and family over time.'),
  ('health-professional', 'Named health professional', 5, 'Records and reads what health services hold.'),
  ('therapist', 'Therapist or counsellor', 6, 'Records therapy behind its own wall.'),
  ('detective', 'Detective', 7, 'Investigates and builds the case.'),
  ('intelligence-analyst', 'Intelligence analyst', 8, 'Grades, develops and profiles intelligence.'),
  ('records-officer', 'Records officer', 9, 'Sees who looked at their agency''s records and agrees who gets a role. Data protection officer, Caldicott guardian or information governance lead.'),
  ('administrator', 'Administrator', 10, 'Runs accounts, teams and areas. Sees no child''s record.');

-- Everyone who records concerns writes the categories that the template asks for, whatever their own field is.
insert into role_category (role, category, may_write)
select role, category, true
from unnest(array['front-line-worker', 'duty-worker', 'supervisor', 'allocated-worker', 'health-professional',
                  'therapist', 'detective']) as role,
     unnest(array['concern', 'identity', 'welfare', 'education', 'voice']) as category;

insert into role_category (role, category, may_write) values
  ('allocated-worker', 'family-court', true),
  ('health-professional', 'health', true), ('health-professional', 'sexual-health', true),
  ('therapist', 'therapy', true),
  ('detective', 'investigation', true), ('detective', 'prosecution', true),
  ('intelligence-analyst', 'identity', true), ('intelligence-analyst', 'intelligence', true),
  ('intelligence-analyst', 'investigation', false), ('intelligence-analyst', 'research', true),
  ('records-officer', 'identity', false), ('records-officer', 'concern', false);

-- Deeds are what a role may do beyond reading and writing its categories. No manager's approval ever stands
-- between a worker and Send (practice: the duty to report falls on individuals).
insert into role_deed (role, deed) values
  ('front-line-worker', 'record-concern'), ('duty-worker', 'record-concern'), ('supervisor', 'record-concern'),
  ('allocated-worker', 'record-concern'), ('health-professional', 'record-concern'), ('therapist', 'record-concern'),
  ('detective', 'record-concern'),
  ('duty-worker', 'decide-concern'), ('supervisor', 'decide-concern'), ('supervisor', 'supervise'),
  ('front-line-worker', 'keep-people'), ('duty-worker', 'keep-people'), ('supervisor', 'keep-people'),
  ('allocated-worker', 'keep-people'), ('health-professional', 'keep-people'), ('detective', 'keep-people'),
  ('front-line-worker', 'write-note'), ('duty-worker', 'write-note'), ('supervisor', 'write-note'),
  ('allocated-worker', 'write-note'), ('health-professional', 'write-note'), ('detective', 'write-note'),
  ('records-officer', 'see-who-looked'), ('records-officer', 'agree-roles'), ('supervisor', 'agree-roles'),
  ('administrator', 'agree-roles'), ('administrator', 'administer-accounts');
