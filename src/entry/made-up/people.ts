import type { Staff } from '#core/access/bulk.ts'
import type { NoteFact } from '#features/notes/public.ts'
import type { PersonFact, PersonKnown } from '#features/people/public.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import { Chance } from './chance.ts'
import { childOf, knownFrom, type Child } from './child.ts'
import type { Step } from './make-facts.ts'
import { NOTES, SAFE_CONTACT } from './sentences.ts'
import type { Setting } from './setting.sql.ts'
import type { Size } from './size.ts'

export type PersonHere = PersonFact & { readonly notes: readonly NoteFact[] }

const SEED = 7
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const AT_ONCE = 200

/** The records of an area, numbered as they are made. */
export class People {
  readonly #size: Size
  readonly #setting: Setting
  readonly #now: Date
  #count = 0
  #new: PersonHere[] = []

  constructor(size: Size, setting: Setting, now: Date) {
    this.#size = size
    this.#setting = setting
    this.#now = now
  }

  /** Someone records them, and what follows. */
  recorded(known: PersonKnown, by: Staff, at: Date): PersonHere {
    const number = this.#count
    this.#count += 1
    const person = {
      number,
      by: by.name,
      at,
      known,
      contact: contactOf(number, by, at),
      correction: correctionOf({ number, by, at, known }),
      notes: this.#notesOn(number, by, at),
    }
    this.#new.push(person)
    return person
  }

  /** Their record comes of a deed that is another's. */
  made(known: PersonKnown, at: Date): PersonFact {
    const number = this.#count
    this.#count += 1
    return { number, by: null, at, known, contact: null, correction: null }
  }

  /** Those recorded since it was last asked. */
  taken(): readonly PersonHere[] {
    const taken = this.#new
    this.#new = []
    return taken
  }

  /** What other agencies hold of the same children, and people whom no concern is about, up to the size asked for. */
  *besides(children: readonly Child[]): Generator<Step> {
    const most = Math.floor((children.length * 2) / 3)
    let next = children.length
    for (let turn = 0; this.#count < this.#size.people; turn += 1) {
      const at = new Date(this.#now.getTime() - (100 + (turn % 5_000)) * HOUR)
      const child =
        (turn < most ? children[turn] : undefined) ??
        childOf(this.#setting, { number: (next += 1), household: next, firstHeardOf: at })
      const { others, deciders, workers } = child.area
      const keepers = turn < most ? others : [...deciders, ...workers, ...others]
      const by = keepers[turn % keepers.length]
      if (by) this.recorded(knownFrom(child), by, at)
      if (turn % AT_ONCE === 0) yield { concern: null, people: this.taken() }
    }
    yield { concern: null, people: this.taken() }
  }

  plant(known: PersonKnown): PersonHere {
    const [by] = this.#setting.areas[0]?.deciders ?? []
    if (!by) throw new Error('an area without anyone to decide')
    const planted = this.recorded(known, by, new Date(this.#now.getTime() - 100 * HOUR))
    this.taken()
    return planted
  }

  #notesOn(number: number, by: Staff, recordedAt: Date): NoteFact[] {
    const most = number === 0 ? this.#size.notes : number % 100 === 0 ? 40 : number % 3 === 0 ? 3 : 0
    const writer = this.#setting.everyone.find(
      one => one.agency === by.agency && one.role === 'allocated-worker',
    )
    const chance = new Chance(SEED, 8, number)
    const since = this.#now.getTime() - recordedAt.getTime() - 2 * HOUR
    return Array.from({ length: most }, (_, k) => ({
      by: (writer ?? by).name,
      at: new Date(recordedAt.getTime() + HOUR + Math.floor((since / most) * (k + 0.5))),
      kind: chance.pick(['visit', 'call', 'message'] as const),
      when: chance.pick(['just-now', 'earlier-today', 'last-few-days'] as const),
      words: chance.pick(NOTES),
    }))
  }
}

function contactOf(number: number, by: Staff, at: Date): PersonFact['contact'] {
  if (number % 6 !== 0) return null
  const [way, doNot] = new Chance(SEED, 9, number).pick(SAFE_CONTACT)
  return { by: by.name, at: new Date(at.getTime() + 20 * MINUTE), way, doNot }
}

/** One in fifteen was written down wrongly at first: the day of birth, or one letter of the family name twice. */
function correctionOf(on: {
  number: number
  by: Staff
  at: Date
  known: PersonKnown
}): PersonFact['correction'] {
  const { number, by, known } = on
  if (number % 15 !== 8) return null
  const at = new Date(on.at.getTime() + 50 * MINUTE)
  const told = { by: by.name, at }
  const { bornFrom, bornTo, familyName } = known
  if (number % 2 && bornFrom && bornFrom === bornTo) {
    const day = plainDate(`${bornFrom.slice(0, 8)}${bornFrom.endsWith('15') ? '16' : '15'}`)
    return {
      ...told,
      to: { ...known, bornFrom: day, bornTo: day },
      reason: 'Seen on the birth certificate: the day was written down wrongly.',
    }
  }
  if (!familyName) return null
  return { ...told, to: { ...known, familyName: `${familyName}e` }, reason: 'Spelt out by the family.' }
}
