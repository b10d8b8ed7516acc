export const words = {
  // F2: "no record you can see" never reads as "not known".
  noRecordYouCanSee:
    'There is no record here that you can see. This does not mean no one knows this child. Other services may know them and may not be able to say so here. If you are worried, record your concern.',
  safeContactNotKnown:
    'Nobody has recorded a safe way to make contact. Do not ring, write or send a message until someone has asked.',
  why: {
    'own-agency': 'It is your own agency’s record, and your role covers it.',
    'grant-to-agency': 'It was opened to your agency, and your role covers it.',
    'grant-to-team': 'It was opened to your team.',
    'grant-to-user': 'It was opened to you by name.',
  },
} as const
