import { z } from 'zod'

/** Why something is done, in a few words that others read. */
export const why = (says: string, most = 2_000) =>
  z
    .string({ error: says })
    .trim()
    .min(1, says)
    .max(most, `Enter ${most.toLocaleString('en-GB')} characters or fewer`)

/** What was ticked: nothing, one, or several. */
export const listOf = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    value => (value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value),
    z.array(one),
  )
