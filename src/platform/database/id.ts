declare const of: unique symbol

/**
 * The id of a row that stands in each of these tables; where the program runs, a plain string. One of more tables is
 * taken where one of fewer is wanted: a person record is also a subject. `Id` alone is the id of anything.
 */
export type Id<Tables extends string = never> = string & { readonly [of]: { readonly [T in Tables]: true } }
