-- owner: features/people
-- What was said is kept as it was said: of a note when it happened, of a child who may say how to reach them.

-- A note happened on a day, or on one of several; only 'just now' is a moment. `happened_by` is the latest that it can
-- have been, by which the chronology is in order. Types are changed rather than rows: history is for what people changed.
alter table note
  add column from_day date,
  add column to_day date,
  add column precision text check (precision in ('moment', 'hours', 'day', 'days'));
alter table note
  alter column precision type text using (case written_at - happened_at
    when interval '60 minutes' then 'hours'
    when interval '360 minutes' then 'day'
    when interval '1440 minutes' then 'day'
    when interval '4320 minutes' then 'days'
    -- Now, or so many minutes ago as no answer on the form stood for.
    else 'moment' end);
alter table note
  alter column to_day type date using (case
    when precision = 'moment' then (happened_at at time zone 'Europe/London')::date
    when written_at - happened_at = interval '1440 minutes' then (written_at at time zone 'Europe/London')::date - 1
    else (written_at at time zone 'Europe/London')::date end);
alter table note
  alter column from_day type date using (case precision
    when 'hours' then ((written_at - interval '2 hours') at time zone 'Europe/London')::date
    when 'days' then to_day - 7
    else to_day end);
alter table note
  alter column happened_at type timestamptz using (case
    when precision = 'moment' then happened_at
    else least(written_at, (to_day + time '23:59:59') at time zone 'Europe/London') end);
alter table note rename column happened_at to happened_by;
alter table note
  alter column from_day set not null,
  alter column to_day set not null,
  alter column precision set not null,
  add constraint note_days_in_order check (from_day <= to_day),
  add constraint note_on_one_day check (precision in ('hours', 'days') or from_day = to_day),
  add constraint note_by_its_last_day check ((happened_by at time zone 'Europe/London')::date = to_day),
  add constraint note_before_it_was_written check (happened_by <= written_at);

-- There is one answer to how a child is reached safely, and whoever holds the record gives it. Another agency's own
-- answer beside it would hide that the two contradict one another, and one of the two numbers may be the exploiter's.
-- What other agencies wrote before goes into their history, by the trigger that keeps former versions.
-- The owner of the tables reads them here, and never otherwise.
alter table safe_contact no force row level security;
alter table subject no force row level security;
delete from safe_contact where not exists (
  select from subject s where s.id = safe_contact.subject and s.owner_agency = safe_contact.owner_agency);
alter table safe_contact force row level security;
alter table subject force row level security;
alter table safe_contact
  add foreign key (subject, owner_agency) references subject (id, owner_agency);
