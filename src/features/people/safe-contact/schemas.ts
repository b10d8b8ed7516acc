import { z } from 'zod'
import { absence, line, text } from '../record/schemas.ts'
import { words } from '../words.ts'
import type { SafeContactSaid } from './service.ts'

/** From the fields of the form to what is said of safe contact, and to what stood there when it was opened. */
export const SafeContactTyped = z
  .object({
    way: text,
    'way-absence': absence,
    'words-to-use': text,
    'do-not': text,
    'not-to-be-told': text,
    interpreter: line,
    version: z.string(words.openAgain).max(100, words.openAgain),
  })
  .transform((typed): { said: SafeContactSaid; over: string | null } => ({
    said: {
      way: typed.way || null,
      wayAbsence: typed['way-absence'] || null,
      wordsToUse: typed['words-to-use'] || null,
      doNot: typed['do-not'] || null,
      notToBeTold: typed['not-to-be-told'] || null,
      interpreter: typed.interpreter || null,
    },
    over: typed.version || null,
  }))
