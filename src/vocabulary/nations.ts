/**
 * Whose rules hold in an area; their names and whether the rules are confirmed stand in the table of nations.
 * Scotland and Northern Ireland are counted through returns only.
 */
export type Nation = 'england' | 'wales'
