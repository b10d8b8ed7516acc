import type { PlainDate } from '#vocabulary/dates/plain-date.ts'

// These stand in schemas that programs in other languages read: no `[^]`, which only JavaScript knows, and no halves of
// characters, which most cannot even write down. What holds half of one is refused before it is read (`readBody`).

/** Something besides white space, and no NUL, which the database cannot hold. */
export const SAYS_SOMETHING = '^(?=[\\s\\S]*\\S)[^\\u0000]*$'
/** The same on one line. */
export const ONE_LINE = '^(?=.*\\S)[^\\u0000\\n\\r\\u2028\\u2029]*$'
/** A picture or film written as text (practice F7). */
export const PASTED_IMAGE = '[dD][aA][tT][aA]:([iI][mM][aA][gG][eE]|[vV][iI][dD][eE][oO])/'

const LEAP = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)'
const MONTH = '(?:0[1-9]|1[0-2])'
const DAY = [
  '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])',
  '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)',
  '02-(?:0[1-9]|1[0-9]|2[0-8])',
].join('|')

/** A day, a month or a year of the calendar: '2012-05-07', '2012-05' or '2012'. */
export const DAY_OR_LESS = `^(?:[0-9]{4}(?:-${MONTH}|-(?:${DAY}))?|${LEAP}-02-29)$`

/** In or after a year, by its first four figures. */
export const notBefore = (year: number): string =>
  `^(?:${stepsOf(String(year), (figure, at) => `${String(year).slice(0, at)}[${figure + 1}-9]`)}|${year})`

/** Not after a day: of a month or a year alone, that it has begun. Compared figure by figure, as text is. */
export function notAfter(today: PlainDate): string {
  const [year = '', month = '', day = ''] = today.split('-')
  const smaller = stepsOf(today, (figure, at) =>
    figure === 0 ? null : `${today.slice(0, at)}[0-${figure - 1}][-0-9]*`,
  )
  return `^(?:${smaller}|${year}(?:-${month}(?:-${day})?)?)$`
}

function stepsOf(text: string, step: (figure: number, at: number) => string | null): string {
  return [...text]
    .flatMap((figure, at) => (/[0-9]/.test(figure) ? [step(Number(figure), at)] : []))
    .filter(one => one !== null && !one.includes('[10-9]'))
    .join('|')
}
