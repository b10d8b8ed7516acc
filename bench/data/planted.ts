import type { MadeUpChild } from '#entry/made-up/child.ts'

/** Children put among the others to be looked for: each name bears every change that is tried. */
export const PLANTED: readonly MadeUpChild[] = [
  ['Catherine', 'O’Neill-Łukasz', '2011-03-07'],
  ['William', 'Müller-Smith', '2012-05-09'],
  ['Elizabeth', 'Núñez-Brown', '2010-02-11'],
  ['Charlotte', 'Jones-Björk', '2013-08-04'],
  ['Mohammed', 'Khan-Çelik', '2009-10-06'],
  ['Benjamin', 'Dvořák-Taylor', '2014-01-12'],
  ['Isabella', 'García-Lee', '2011-07-02'],
  ['Alexander', 'Wilson-Żak', '2012-12-03'],
  ['Margaret', 'O’Brien-Håll', '2010-06-08'],
  ['Joseph', 'Évans-Patel', '2013-04-10'],
].map(([given = '', family = '', born = '']) => ({ given, family, born, sex: 'F', school: null }))

export interface Asked {
  readonly given: string
  readonly family: string
  readonly born: string
}

const SHORT: Readonly<Record<string, string>> = {
  Catherine: 'Kate',
  William: 'Bill',
  Elizabeth: 'Beth',
  Charlotte: 'Lottie',
  Mohammed: 'Mo',
  Benjamin: 'Ben',
  Isabella: 'Izzy',
  Alexander: 'Sandy',
  Margaret: 'Peggy',
  Joseph: 'Joe',
}

/** What people get wrong, one slip at a time. */
export const SLIPS: Readonly<Record<string, (right: Asked) => Asked>> = {
  'transposed letters in the given name': right => ({ ...right, given: transposed(right.given) }),
  'transposed letters in the family name': right => ({ ...right, family: transposed(right.family) }),
  'swapped names': right => ({ ...right, given: right.family, family: right.given }),
  'swapped day and month': right => {
    const [year, month, day] = right.born.split('-')
    return { ...right, born: `${year}-${day}-${month}` }
  },
  'year one out': right => ({
    ...right,
    born: `${Number(right.born.slice(0, 4)) + 1}${right.born.slice(4)}`,
  }),
  nickname: right => ({ ...right, given: SHORT[right.given] ?? right.given }),
  'dropped hyphen': right => ({ ...right, family: right.family.replaceAll('-', '') }),
  'dropped diacritics': right => ({
    ...right,
    family: right.family.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('Ł', 'L').replaceAll('’', ''),
  }),
}

/** The first two neighbours after the second letter that differ change places. */
const transposed = (name: string): string => name.replace(/^(..+?)(.)(?!\2)(.)/u, '$1$3$2')
