import { base, en, en_GB, Faker } from '@faker-js/faker'
import { decisionsOn, type ChildOnForm } from './decisions-made-up.ts'
import { DECIDER, type ConcernFact, type Facts, type PersonFact } from './facts.ts'
import { knownFrom, typedFrom, type MadeUpChild } from './made-up-child.ts'
import type { Size } from './size.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Who records people, by turns: three in seven are the council's. */
const RECORDERS = [
  DECIDER,
  'Tom Ashdown',
  'Helen Marsh',
  'Daniel Frost',
  'Moira Kelly',
  'Leah Brandt',
  'Farah Siddiqui',
]
const NOTE_WRITERS: Readonly<Record<string, string>> = { [DECIDER]: 'Helen Marsh' }
/** Who sends concerns, by turns: mostly other agencies, now and then the council itself. */
const SENDERS = ['Leah Brandt', 'Moira Kelly', 'Daniel Frost', 'Farah Siddiqui', 'Owen Price', 'Helen Marsh']

/**
 * Made-up facts, the same for the same size: every kind of concern comes within fifty. The planted children come last,
 * as records of the council's.
 */
export function makeFacts(
  size: Size,
  how: { now: Date; area: string; planted?: readonly MadeUpChild[] },
): Facts {
  const faker = new Faker({ locale: [en_GB, en, base], seed: 7 })
  const child = (n: number): MadeUpChild => ({
    given: faker.person.firstName(),
    family: n % 17 === 11 ? null : faker.person.lastName(),
    born: faker.date
      .birthdate({ mode: 'age', min: 5, max: 18, refDate: how.now })
      .toISOString()
      .slice(0, n % 13 === 6 ? 4 : 10),
    sex: n % 23 === 9 ? null : n % 2 ? 'F' : 'M',
    school: n % 3 === 0 ? 'Hillside Academy' : null,
  })
  const people: PersonFact[] = []
  const person = (made: MadeUpChild, by: string | null, at: Date): PersonFact => {
    const number = people.length
    const fact = {
      number,
      by,
      at,
      known: knownFrom(made),
      ...(by === null
        ? { notes: [], contact: null }
        : {
            notes: notesOn(number, by, { most: size.notes, now: how.now }),
            contact: contactOf(number, by, at),
          }),
    }
    people.push(fact)
    return fact
  }
  const concerns = Array.from({ length: size.concerns }, (_, n): ConcernFact => {
    const waits = n >= size.concerns - size.open
    // Those that wait came in the last fifty hours, so that some are late whatever the size.
    const hours = waits ? ((size.concerns - n) * 50) / size.open : 200 + (size.concerns - n)
    const sentAt = new Date(how.now.getTime() - hours * HOUR)
    const children = Array.from({ length: n % 25 === 7 ? 3 : n % 10 === 3 ? 2 : 1 }, (_, k): ChildOnForm => {
      const made = child(n + k)
      // Half are known to the council beforehand; of the rest a record is made when they are decided on.
      const known = people.length === 0 || (n + k) % 2 === 0
      return {
        made,
        record: known ? person(made, DECIDER, new Date(sentAt.getTime() - 100 * HOUR)) : null,
        recordAt: at => person(made, null, at),
      }
    })
    const danger = n % 20 === 4 ? 'spoken' : n % 40 === 14 ? 'nobody' : null
    const noticed = n % 9 !== 8
    return {
      number: n,
      by: SENDERS[n % SENDERS.length] ?? '',
      sentAt,
      typed: typedFrom({
        children: children.map(one => one.made),
        area: how.area,
        danger,
        noticed,
        words: n % 5 === 2,
      }),
      ...decisionsOn(children, { n, sentAt, waits, old: hours > 1, signs: noticed || danger !== null }),
    }
  })
  for (let n = people.length; n < size.people - (how.planted?.length ?? 0); n += 1)
    person(child(n), RECORDERS[n % RECORDERS.length] ?? '', new Date(how.now.getTime() - 100 * HOUR))
  for (const one of how.planted ?? []) person(one, DECIDER, new Date(how.now.getTime() - 100 * HOUR))
  return { now: how.now, people, concerns }
}

function notesOn(
  number: number,
  recorder: string,
  { most, now }: { most: number; now: Date },
): PersonFact['notes'] {
  const count = number === 0 ? most : number % 100 === 0 ? 40 : number % 3 === 0 ? 3 : 0
  return Array.from({ length: count }, (_, k) => ({
    by: NOTE_WRITERS[recorder] ?? recorder,
    at: new Date(now.getTime() - (count - k) * 10 * MINUTE),
    kind: (['visit', 'call', 'message'] as const)[k % 3] ?? 'visit',
    when: k % 2 ? ('last-few-days' as const) : ('just-now' as const),
    words: 'Seen at home. Fact: spoke about school. My view: tired.',
  }))
}

const contactOf = (number: number, by: string, at: Date): PersonFact['contact'] =>
  number % 6 === 0
    ? {
        by,
        at: new Date(at.getTime() + HOUR),
        way: 'Through the form tutor, in school hours',
        doNot: 'Ring the house',
      }
    : null
