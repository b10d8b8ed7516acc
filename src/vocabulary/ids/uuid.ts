import { z } from 'zod'

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id as it stands in an address or a form, and what it is the id of. Anything else is no id of ours. */
export const idOf = <I extends string = string>(says?: string) =>
  z.string(says).regex(SHAPE, says) as unknown as z.ZodType<I, string>
