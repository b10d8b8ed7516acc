import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { base, en, en_GB, Faker } from '@faker-js/faker'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { matchKeys } from '../../src/features/people/match-keys/match-keys.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import { makeReference } from '#vocabulary/ids/reference.ts'
import type { World } from '#platform/world/world.ts'

export interface Size {
  readonly people: number
  readonly concerns: number
  /** Concerns of the newest that still wait to be decided. */
  readonly open: number
  /** Notes on the record that has most, and on every other hundredth. */
  readonly notes: number
}

export interface Loaded {
  readonly personIds: readonly string[]
  readonly busiest: string
  /** Records of the police and the school, for asking after what one may not know of. */
  readonly foreign: { readonly person: string; readonly concern: string }
  readonly named: readonly {
    readonly given: string
    readonly family: string
    readonly born: string
    readonly id: string
  }[]
}

type Cell = string | number | boolean | null
const tsv = (cells: readonly Cell[]): string =>
  `${cells.map(cell => (cell === null ? '\\N' : cell === true ? 't' : cell === false ? 'f' : String(cell).replaceAll('\\', '\\\\').replaceAll('\t', ' ').replaceAll('\n', '\\n'))).join('\t')}\n`

/** Writes rows as fast as PostgreSQL takes them: beside triggers and keys, as only a bench may. */
async function copy(client: pg.PoolClient, into: string, rows: Iterable<readonly Cell[]>): Promise<void> {
  const chunks = function* (): Generator<string> {
    let held = ''
    for (const row of rows) {
      held += tsv(row)
      if (held.length > 500_000) {
        yield held
        held = ''
      }
    }
    yield held
  }
  await pipeline(Readable.from(chunks()), client.query(copyFrom(`copy ${into} from stdin`)))
}

export async function bulkLoad(
  client: pg.PoolClient,
  made: ReadonlyMap<string, string>,
  how: { world: World; size: Size },
): Promise<Loaded> {
  const { world, size } = how
  const faker = new Faker({ locale: [en_GB, en, base], seed: 7 })
  const id = (name: string): string => made.get(name) ?? ''
  const council = id('agency local-authority')
  const owners = [
    council,
    council,
    council,
    id('agency police'),
    id('agency health'),
    id('agency school'),
    id('agency voluntary'),
  ]
  const now = world.now()
  const at = (hoursAgo: number): string => new Date(now.getTime() - hoursAgo * 3_600_000).toISOString()
  await client.query(`set session_replication_role = replica`)

  const people = Array.from({ length: size.people }, (_, n) => ({
    id: world.uuid(),
    owner: n < size.concerns ? council : (owners[n % owners.length] ?? council),
    given: faker.person.firstName(),
    family: faker.person.lastName(),
    born: faker.date.birthdate({ mode: 'age', min: 5, max: 18, refDate: now }).toISOString().slice(0, 10),
    sex: n % 2 ? 'F' : 'M',
  }))
  await copy(
    client,
    'subject (id, kind, owner_agency)',
    people.map(one => [one.id, 'person_record', one.owner]),
  )
  await copy(
    client,
    'person_record (id, owner_agency, category, subject, since, reference, given_names, family_name, born_from, born_to, sex, recorded_by, recorded_at)',
    people.map(one => [
      one.id,
      one.owner,
      'identity',
      one.id,
      at(100),
      makeReference('PER', world.randomBytes),
      one.given,
      one.family,
      one.born,
      one.born,
      one.sex,
      id('user Priya Raman'),
      at(100),
    ]),
  )
  const keysOf = function* (): Generator<readonly Cell[]> {
    for (const one of people) {
      const born = plainDate(one.born)
      for (const key of matchKeys({
        givenNames: one.given,
        familyName: one.family,
        bornFrom: born,
        bornTo: born,
      }))
        yield [key, one.owner, 'identity', one.id]
    }
  }
  await copy(client, 'match_key (key, owner_agency, category, subject)', keysOf())

  const senders = ['school', 'health', 'police', 'voluntary'] as const
  const concerns = Array.from({ length: size.concerns }, (_, n) => {
    const open = n >= size.concerns - size.open
    const person = people[n] ?? people[0]
    return {
      id: world.uuid(),
      child: world.uuid(),
      n,
      open,
      person,
      owner: id(`agency ${senders[n % 4] ?? 'school'}`),
      hours: open ? (size.concerns - n) / 8 : 200 + (size.concerns - n),
    }
  })
  await copy(
    client,
    'subject (id, kind, owner_agency)',
    concerns.map(one => [one.id, 'concern', one.owner]),
  )
  await copy(
    client,
    'concern (id, owner_agency, category, subject, since, reference, template_version, area_id, receiving_agency, receiving_team, danger_now, spoken_to, reached_nobody, sent_by, sent_by_name, sent_by_role, sent_at)',
    concerns.map(one => [
      one.id,
      one.owner,
      'concern',
      one.id,
      at(one.hours),
      makeReference('CON', world.randomBytes),
      0,
      id('area Wexcombe North'),
      council,
      id('team local-authority'),
      one.n % 40 === 0,
      one.n % 40 === 0 ? 'Police, 10:00' : null,
      false,
      id('user Leah Brandt'),
      'Leah Brandt',
      'Front-line worker',
      at(one.hours),
    ]),
  )
  await copy(
    client,
    'concern_child (id, owner_agency, category, subject, since, position, called)',
    concerns.map(one => [
      one.child,
      one.owner,
      'identity',
      one.id,
      at(one.hours),
      1,
      `${one.person?.given} ${one.person?.family}`,
    ]),
  )
  const account =
    'Fact: seen leaving at noon with people whom staff do not know. My view: worried when the phone rings. '.repeat(
      4,
    )
  const answers = function* (): Generator<readonly Cell[]> {
    for (const one of concerns) {
      const row = (
        question: string,
        category: string,
        answer: { is: unknown; of?: string },
      ): readonly Cell[] => [
        world.uuid(),
        one.owner,
        category,
        one.id,
        at(one.hours),
        answer.of ?? null,
        question,
        JSON.stringify(answer.is),
        null,
      ]
      yield row('danger-now', 'concern', { is: one.n % 40 === 0 ? 'yes' : 'no' })
      yield row('child-area', 'concern', { is: id('area Wexcombe North') })
      yield row('child-name', 'identity', {
        is: { given: one.person?.given, family: one.person?.family },
        of: one.child,
      })
      yield row('child-born', 'identity', {
        is: { from: one.person?.born, to: one.person?.born },
        of: one.child,
      })
      yield row('child-sex', 'identity', { is: one.person?.sex, of: one.child })
      yield row('account', 'concern', { is: account })
      yield row('noticed', 'concern', { is: ['missing', 'phone'] })
      yield row('family-knows', 'welfare', { is: 'neither' })
      yield [world.uuid(), one.owner, 'voice', one.id, at(one.hours), null, 'child-words', null, 'not-asked']
      yield [
        world.uuid(),
        one.owner,
        'education',
        one.id,
        at(one.hours),
        one.child,
        'child-school',
        null,
        'not-known',
      ]
    }
  }
  await copy(
    client,
    'concern_answer (id, owner_agency, category, subject, since, concern_child_id, question, value, absence)',
    answers(),
  )
  const grants = function* (): Generator<readonly Cell[]> {
    for (const one of concerns) {
      for (const category of ['concern', 'identity', 'education', 'voice', 'welfare']) {
        yield [
          world.uuid(),
          one.owner,
          one.id,
          category,
          council,
          'agency',
          `["${at(one.hours)}",)`,
          'concern',
          one.id,
          id('user Leah Brandt'),
        ]
      }
    }
  }
  await copy(
    client,
    'access_grant (id, owner_agency, subject, category, grantee, grantee_kind, valid_during, source_kind, source, granted_by)',
    grants(),
  )
  await copy(
    client,
    'clock (id, owner_agency, category, subject, since, kind, team_id, urgent, started_at, due_at, state, ended_at, ended_by, raised_at)',
    concerns.map(one => [
      world.uuid(),
      council,
      'concern',
      one.id,
      at(one.hours),
      'concern.decide',
      id('team local-authority'),
      one.n % 40 === 0,
      at(one.hours),
      at(one.hours - 30),
      one.open ? 'running' : 'met',
      one.open ? null : at(one.hours - 8),
      one.open ? null : id('user Priya Raman'),
      at(one.hours - 30),
    ]),
  )
  const replies = concerns.flatMap(one =>
    (one.open ? ['received'] : ['received', 'picked-up', 'decided']).map(step => ({
      reply: world.uuid(),
      one,
      step,
      owner: step === 'received' ? one.owner : council,
    })),
  )
  await copy(
    client,
    'subject (id, kind, owner_agency)',
    replies.map(({ reply, owner }) => [reply, 'concern_reply', owner]),
  )
  await copy(
    client,
    'concern_reply (id, owner_agency, category, subject, since, concern_id, step, outcomes, said_at)',
    replies.map(({ reply, one, step, owner }) => [
      reply,
      owner,
      'concern',
      reply,
      at(one.hours - 1),
      one.id,
      step,
      step === 'decided' ? '{early-help}' : '{}',
      at(one.hours - 1),
    ]),
  )
  await copy(
    client,
    'access_grant (id, owner_agency, subject, category, grantee, grantee_kind, valid_during, source_kind, source, granted_by)',
    replies
      .filter(({ step }) => step !== 'received')
      .map(({ reply, one }) => [
        world.uuid(),
        council,
        reply,
        'concern',
        one.owner,
        'agency',
        `["${at(one.hours)}",)`,
        'reply',
        one.id,
        id('user Priya Raman'),
      ]),
  )
  const decided = concerns.filter(one => !one.open)
  await copy(
    client,
    'concern_pick_up (id, owner_agency, category, subject, since, taken_by, taken_by_name, taken_at)',
    decided.map(one => [
      world.uuid(),
      council,
      'concern',
      one.id,
      at(one.hours - 2),
      id('user Priya Raman'),
      'Priya Raman',
      at(one.hours - 2),
    ]),
  )
  await copy(
    client,
    'concern_decision (id, owner_agency, category, subject, since, concern_child_id, outcomes, reasons, state, decided_by, decided_by_name, decided_at)',
    decided.map(one => [
      world.uuid(),
      council,
      'concern',
      one.id,
      at(one.hours - 8),
      one.child,
      '{early-help}',
      'Help is offered and accepted.',
      'made',
      id('user Priya Raman'),
      'Priya Raman',
      at(one.hours - 8),
    ]),
  )
  await copy(
    client,
    'concern_person (id, owner_agency, category, subject, since, concern_id, concern_child_id, linked_by, linked_at)',
    decided.map(one => [
      world.uuid(),
      council,
      'identity',
      one.person?.id ?? '',
      at(one.hours - 8),
      one.id,
      one.child,
      id('user Priya Raman'),
      at(one.hours - 8),
    ]),
  )

  const notes = function* (): Generator<readonly Cell[]> {
    for (let n = 0; n < people.length; n += 1) {
      const person = people[n]
      if (!person) continue
      const count = n === 0 ? size.notes : n % 100 === 0 ? 40 : n % 3 === 0 ? 3 : 0
      for (let k = 0; k < count; k += 1)
        yield [
          world.uuid(),
          person.owner,
          'welfare',
          person.id,
          at(k * 20),
          'visit',
          at(k * 20),
          'Seen at home. Fact: spoke about school. My view: tired.',
          id('user Helen Marsh'),
          'Helen Marsh',
          'Allocated worker',
          at(k * 20),
        ]
    }
  }
  await copy(
    client,
    'note (id, owner_agency, category, subject, since, kind, happened_at, words, written_by, written_by_name, written_by_role, written_at)',
    notes(),
  )
  await client.query(`set session_replication_role = origin`)
  await client.query('analyze')
  return {
    personIds: people.slice(0, 5_000).map(one => one.id),
    busiest: people[0]?.id ?? '',
    foreign: {
      person: people.findLast(one => one.owner === id('agency health'))?.id ?? '',
      concern: concerns.findLast(one => one.owner === id('agency school'))?.id ?? '',
    },
    named: people.slice(0, 5_000),
  }
}
