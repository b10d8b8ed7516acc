/** Sex as the children-in-need census codes it; gender is another field. */
export const sexWords = { F: 'Female', M: 'Male', U: 'Not yet born or not determined' } as const

export type Sex = keyof typeof sexWords
