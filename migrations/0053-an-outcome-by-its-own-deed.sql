-- owner: features/standard
-- "Added to a concern that is already open" (practice A2) is decided by adding it there, and not by ticking it.
alter table decision_outcome add column offered boolean not null default true;
insert into decision_outcome (code, nation, position, label, from_day, no_further_action, source, status, offered)
select 'added-to-existing', code, 11, '{"en": "Added to a concern that is already open"}', '2023-12-15', false,
  'Practice of receiving teams', 'to be confirmed', false
from nation;
