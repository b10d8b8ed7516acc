/** Whose rules hold in an area. Scotland and Northern Ireland are counted through returns only. */
export const NATIONS = ['england', 'wales'] as const

export type Nation = (typeof NATIONS)[number]

export const nationWords: Readonly<Record<Nation, string>> = { england: 'England', wales: 'Wales' }
