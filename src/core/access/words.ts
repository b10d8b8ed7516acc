import type { Reason } from './queries.ts'

/** "Why can I see this?", said the same on every page that shows a record. */
const REASONS: Readonly<Record<Reason['rule'], string>> = {
  'own-agency': 'It is your own agency’s record, and your role covers it.',
  'grant-to-agency': 'It was opened to your agency, and your role covers it.',
  'grant-to-team': 'It was opened to your team.',
  'grant-to-user': 'It was opened to you by name.',
}

export const sayReason = (reason: Reason): string => REASONS[reason.rule]
