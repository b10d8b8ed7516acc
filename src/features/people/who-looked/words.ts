/** What people's entries in the ledger mean, for those who read who has looked. */
export const ledgerWords = {
  'person.recorded': 'Made the record',
  'person.viewed': 'Opened the record',
  'person.found': 'Was shown the name and date of birth by a search',
  'person.corrected': 'Corrected the record',
  'person.former-versions-viewed': 'Opened what was recorded before',
  'person.name-added': 'Added another name',
  'person.name-ended': 'Ended another name',
  'person.identifier-added': 'Added a number',
  'person.identifier-ended': 'Ended a number',
  'person.protected': 'Protected the identity',
  'person.protection-lifted': 'Lifted the protection of the identity',
  'person.safe-contact-set': 'Recorded the safe contact',
  'person.looks-asked': 'Asked who has looked',
  'person.looks-viewed': 'Saw who has looked',
} as const
