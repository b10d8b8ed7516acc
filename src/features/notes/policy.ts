import { thoseWhoMay } from '#core/access/policy.ts'

export const mayWriteNote = thoseWhoMay('write-note', 'those who write notes')
