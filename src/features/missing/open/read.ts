import { readBorn } from '#features/people/public.ts'
import { ageOn, londonDay } from '#vocabulary/dates/london.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import type { Said } from '../entries.ts'
import { bornAtAge, readWhen } from '../when.ts'
import { words } from '../words.ts'
import type { OpenTyped, PoliceTyped } from './schemas.ts'

type Errors = Record<string, string>

export interface BornSaid {
  readonly bornFrom: PlainDate | null
  readonly bornTo: PlainDate | null
  readonly bornAbsence: string | null
}

const NOBODY_KNOWS: BornSaid = { bornFrom: null, bornTo: null, bornAbsence: 'not-known' }

/** A date of birth, or about how old, or that nobody knows: one of the three. */
export function readBirth(typed: OpenTyped, now: Date, errors: Errors): BornSaid {
  const today = londonDay(now)
  const born = readBorn(
    { day: typed['born-day'], month: typed['born-month'], year: typed['born-year'] },
    today,
  )
  const ways = [born !== null, typed.age !== '', typed['age-not-known'] !== ''].filter(Boolean).length
  if (ways !== 1) {
    errors[ways === 0 ? 'born-day' : 'age'] = ways === 0 ? words.sayAgeOrWhy : words.ageEither
    return NOBODY_KNOWS
  }
  if (born === null) return typed.age === '' ? NOBODY_KNOWS : readAge(typed.age, today, errors)
  if (!born.ok) {
    errors[`born-${born.part ?? 'day'}`] = born.says
    return NOBODY_KNOWS
  }
  // Of a year alone the youngest that they may be counts.
  if (ageOn(born.bornTo, today) >= 18) errors['born-year'] = words.notAChild
  return { bornFrom: born.bornFrom, bornTo: born.bornTo, bornAbsence: null }
}

function readAge(typed: string, today: PlainDate, errors: Errors): BornSaid {
  const age = /^\d{1,2}$/.test(typed) ? Number(typed) : 99
  if (age <= 17) return { ...bornAtAge(age, today), bornAbsence: null }
  errors['age'] = words.wholeAge
  return NOBODY_KNOWS
}

/** Whether the police are told: by whoever opens it; the police themselves say under which reference. */
export function readPolice(
  typed: PoliceTyped,
  by: { police: boolean; name: string },
  errors: Errors,
): Said | null {
  switch (typed.police) {
    case 'told': {
      const policeTold = typed['police-told'] || (by.police ? by.name : '')
      if (!policeTold) errors['police-told'] = words.sayPoliceTold
      if (by.police && !typed['police-reference']) errors['police-reference'] = words.sayReference
      return { kind: 'police', policeTold, policeReference: typed['police-reference'] || null }
    }
    case 'not-reached':
      return { kind: 'police', policeNotReached: true }
    case 'not-told':
      if (!typed['police-why-not']) errors['police-why-not'] = words.sayPoliceWhyNot
      return { kind: 'police', says: typed['police-why-not'] }
    case '':
      errors['police'] = by.police ? words.choosePoliceReference : words.choosePolice
      return null
  }
}

/** The police grade it as they open it; children's services say what they call it. */
export function readOwnWord(
  typed: OpenTyped,
  by: {
    police: boolean
    grades: readonly { code: string }[]
    words: readonly { code: string }[]
  },
  errors: Errors,
): Said | null {
  if (by.police) {
    const grade = by.grades.find(one => one.code === typed.grade)
    if (!grade) errors['grade'] = words.chooseGrade
    if (!typed['grade-why']) errors['grade-why'] = words.sayWhy
    return grade ? { kind: 'graded', grade: grade.code, says: typed['grade-why'] } : null
  }
  const word = by.words.find(one => one.code === typed.word)
  if (!word) errors['word'] = words.chooseWord
  return word ? { kind: 'worded', word: word.code, says: typed.worry } : null
}

export const readSeen = (typed: OpenTyped, now: Date, errors: Errors): Date | null =>
  readWhen(
    'seen',
    {
      on: typed['seen-on'],
      day: typed['seen-day'],
      month: typed['seen-month'],
      year: typed['seen-year'],
      time: typed['seen-time'],
    },
    { now, errors },
  )
