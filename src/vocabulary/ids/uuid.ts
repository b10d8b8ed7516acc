import { z } from 'zod'

declare const of: unique symbol

/**
 * The id of a row in one of some tables, a plain string where the program runs. Of several tables where a row is in all
 * of them: a person record is a subject, so its id is taken wherever a subject's is, and never the other way round. `Id`
 * alone is an id of anything.
 */
export type Id<Tables extends string = never> = string & { readonly [of]: { readonly [T in Tables]: true } }

const Uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

/** An id as it stands in an address or a form, where it becomes the id of something. Anything else is no id of ours. */
export const idOf = <I extends Id>(): z.ZodType<I, string> => Uuid as unknown as z.ZodType<I, string>
