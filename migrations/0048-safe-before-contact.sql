-- owner: features/notes
-- Of a call or a message: whether it was safe to make contact (practice B2). Not known of those written before it was asked.

alter table note
  add column contact text
    check (contact in ('as-recorded', 'checked-first', 'they-made-it', 'could-not-wait', 'not-made')),
  add check (contact is null or kind in ('call', 'message'));
