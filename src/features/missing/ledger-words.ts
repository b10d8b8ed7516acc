/** What this feature's entries in the ledger mean, for those who read who has looked. */
export const ledgerWords = {
  'missing.opened': 'Opened the child as missing',
  'missing.listed': 'Was shown the name in the list of who is missing now',
  'missing.viewed': 'Opened the page of the missing child',
  'missing.graded': 'Graded the missing child',
  'missing.worded': 'Said what children’s services call it',
  'missing.taken': 'Was on it',
  'missing.looked-again': 'Looked at it again',
  'missing.entry-added': 'Added what is known since',
  'missing.reported': 'Said whether it is reported to the police',
  'missing.found': 'Said that the child is found',
  'missing.stepped-outside': 'Stepped outside it',
  'missing.opened-by-mistake': 'Ended it as opened by mistake',
} as const
