/** What this feature's entries in the ledger mean, for those who read who has looked. */
export const ledgerWords = {
  'concern.sent': 'Sent a concern',
  'concern.queue-listed': 'Was shown the name in the list of concerns to decide',
  'concern.viewed': 'Opened a concern',
  'concern.status-viewed': 'Saw where a concern stands',
  'concern.taken': 'Took a concern',
  'concern.child-linked': 'Joined the record to a concern',
  'concern.decided': 'Decided on a concern',
  'concern.ending-agreed': 'Agreed to an ending',
  'concern.seen-listed': 'Was shown the concern as one that names a thing',
  'concern.handed-over': 'Handed a concern over',
  'concern.oversight-written': 'Wrote a note of oversight',
  'concern.crime-said': 'Entered whether a crime is recorded',
  'concern.crimes-listed': 'Was shown the concern in the list of crimes that may not be recorded',
  'concern.allegation-recorded': 'Recorded what is done about someone named',
  'concern.stepped-outside': 'Said that they are too near to it',
  'concern.ending-sent-back': 'Sent an ending back',
} as const
