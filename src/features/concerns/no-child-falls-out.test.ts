import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId, DisagreementId, SubjectId } from '#core/access/generated/tables.ts'
import { raiseLate } from '#core/clocks/raise-late.ts'
import { features } from '#entry/feature-list.ts'
import { Fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { nightTeam, receiving, type Receiving } from '#test/kit/receiving.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { addChild, ADDED } from './add/service.ts'
import { handOverAll } from './caseload/service.ts'
import { answerEnding, decideOnChild, takeConcern } from './decide/service.ts'
import { stories } from './demo-stories.ts'
import { answer, disagree } from './disagree/service.ts'
import { handOver } from './hand-over/service.ts'
import { passOn } from './pass-on/service.ts'
import { sendConcern } from './send/service.ts'
import { handToTeam, toHandOver } from './shift/service.ts'
import { splitChild } from './split/service.ts'
import { repliesTo } from './status/queries.ts'
import { lastOf } from './status/steps.ts'

let t: TestApp
let to: Receiving
let night: Awaited<ReturnType<typeof nightTeam>>
let worker: Parameters<typeof raiseLate>[0]
beforeAll(async () => {
  t = await testApp()
  to = await receiving(t)
  night = await nightTeam(t)
  worker = { db: t.database.connect('sightline_job', 2), world: t.world }
})
afterAll(() => t[Symbol.asyncDispose]())

const kinds = features.flatMap(feature => feature.work ?? [])
const root = () => t.database.superuser

/** One deed by its number, and what it is done to. */
type Chance = readonly [deed: number, one: number, two: number, three: number]
const pick = <T>(from: readonly T[], chance: number): T | undefined => from[chance % Math.max(1, from.length)]

interface Sent {
  readonly id: ConcernId
  readonly children: ConcernChildId[]
  readonly dueAt: Date
}
const sent: Sent[] = []

const deciders = () => [
  'Priya Raman',
  'Tom Ashdown',
  'Grace Okafor',
  to.east.decider,
  night.decider,
  to.norwood.decider,
  to.norwood.supervisor,
]
const areas = () => [t.idOf('area Wexcombe North'), to.east.area, to.norwood.area]

async function send(chance: Chance): Promise<void> {
  const typed = stories(t.made)[chance[1] % 2 ? 4 : 3]?.typed ?? {}
  const second = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith('child-1-') ? [[name.replace('child-1-', 'child-2-'), value] as const] : [],
  )
  const many =
    chance[2] % 4
      ? { ...Object.fromEntries(second), 'child-2-child-name-given': 'Josie', children: ['1', '2'] }
      : {}
  const { concernId, dueAt } = await t.act('Leah Brandt', act => sendConcern(act, { ...typed, ...many }))
  const children = await root()
    .selectFrom('concernChild')
    .select('id')
    .where('subject', '=', concernId)
    .execute()
  sent.push({ id: concernId, children: children.map(child => child.id), dueAt })
}

/** Each deed of the queue, on whatever it happens to meet; most of what is tried is refused. */
const DEEDS: readonly ((act: Act, on: Sent, chance: Chance) => Promise<unknown>)[] = [
  (act, on) => takeConcern(act, on.id),
  (act, on, [, , , three]) =>
    decideOnChild(act, {
      concernId: on.id,
      concernChildId: pick(on.children, three) ?? expect.unreachable(),
      outcomes: [three % 3 ? 'early-help' : 'no-further-action'],
      reasons: 'Talked over.',
    }),
  (act, on, [, , , three]) =>
    answerEnding(act, {
      concernId: on.id,
      concernChildId: pick(on.children, three) ?? expect.unreachable(),
      agree: three % 2 === 0,
      note: 'Looked at.',
    }),
  (act, on, [, , , three]) =>
    handOver(act, { concernId: on.id, to: t.idOf(`user ${pick(deciders(), three) ?? ''}`), why: 'Away.' }),
  (act, on, [, , , three]) =>
    passOn(act, { concernId: on.id, area: pick(areas(), three) ?? expect.unreachable(), why: 'Moved.' }),
  (act, on, [, , , three]) =>
    splitChild(act, {
      concernId: on.id,
      concernChildId: pick(on.children, three) ?? expect.unreachable(),
      to: three % 2 ? t.idOf(`user ${pick(deciders(), three) ?? ''}`) : three % 3 ? to.east.team : night.team,
      why: 'Knows her.',
    }),
  (act, on, [, , two, three]) =>
    addChild(act, {
      concernId: on.id,
      concernChildId: pick(on.children, three) ?? expect.unreachable(),
      to: pick(pick(sent, two)?.children ?? [], three) ?? null,
      reference: null,
      why: 'The same.',
    }),
  async (act, _, [, , two]) => {
    const turn = two % 2 ? 'night' : 'morning'
    const chosen = (await toHandOver(act, turn)).map(one => one.item.clockId)
    return handToTeam(act, { turn, chosen, note: 'On duty tonight.', notes: new Map() })
  },
  (act, _, [, , two, three]) =>
    handOverAll(act, {
      from: t.idOf(`user ${pick(deciders(), two) ?? ''}`),
      to: t.idOf(`user ${pick(deciders(), three) ?? ''}`),
      why: 'Away.',
    }),
  (_, on) =>
    t.act('Owen Price', act => disagree(act, { concernId: on.id, about: 'handling', says: 'Not enough.' })),
  async (act, _, [, , two, three]) => {
    const open = await root().selectFrom('disagreement').select('id').orderBy('id').execute()
    const id = pick(open, two)?.id
    if (id)
      await answer(act, {
        id,
        outcome: (['agreed', 'looked-at-again', 'goes-up', 'stands'] as const)[three % 4] ?? 'agreed',
        says: 'Spoken.',
      })
  },
  async (_, __, [, , two, three]) => {
    t.world.advance([5, 60, 9 * 60, 30 * 60][(two + three) % 4] ?? 5)
    await raiseLate(worker, kinds)
  },
]

let [done, refused] = [0, 0]
async function attempt(chance: Chance): Promise<void> {
  t.world.advance(1)
  const [deed, one, two] = chance
  const number = deed % (DEEDS.length + 1)
  const on = pick(sent, one)
  if (number === DEEDS.length || !on) return send(chance)
  const who = (await whoTries(on, two)) ?? ''
  try {
    await t.act(who, act => DEEDS[number]?.(act, on, chance) ?? Promise.resolve())
    done += 1
  } catch (error) {
    const expected = error instanceof Refusal || (error instanceof Fault && error.code !== 'unexpected')
    if (!expected) throw error
    refused += 1
  }
}

/** Mostly someone of the agency that has it, at times anyone. */
async function whoTries(on: Sent, chance: number): Promise<string | undefined> {
  const { receivingAgency } = await root()
    .selectFrom('concern')
    .select('receivingAgency')
    .where('id', '=', on.id)
    .executeTakeFirstOrThrow()
  const theirs = deciders().filter(
    name =>
      ([to.norwood.decider, to.norwood.supervisor].includes(name) ? to.norwood.agency : null) ===
      (receivingAgency === to.norwood.agency ? receivingAgency : null),
  )
  return pick(chance % 5 === 0 ? deciders() : theirs, chance)
}

const running = (subject: SubjectId) =>
  root()
    .selectFrom('clock')
    .selectAll()
    .where('subject', '=', subject)
    .where('state', '=', 'running')
    .execute()

/** What has to be so of one concern, whatever was done. Empty: it is. */
async function faultsOf(on: Sent): Promise<string[]> {
  const faults: string[] = []
  const must = (so: boolean, says: string) => void (so || faults.push(says))
  const concern = await root()
    .selectFrom('concern')
    .selectAll()
    .where('id', '=', on.id)
    .executeTakeFirstOrThrow()
  const receiver = concern.receivingAgency
  const decisions = await root()
    .selectFrom('concernDecision')
    .selectAll()
    .where('subject', '=', on.id)
    .where('ownerAgency', '=', receiver)
    .execute()
  const made = new Set(decisions.filter(one => one.state === 'made').map(one => one.concernChildId))
  const open = on.children.filter(child => !made.has(child))
  const clocks = await running(on.id)
  const of = (kind: string) => clocks.filter(clock => clock.kind === kind)
  const parts = of('concern.decide-child')
  const [main] = of('concern.decide')
  const together = open.filter(child => !parts.some(clock => clock.part === (child as string)))
  must(
    clocks.every(clock => clock.ownerAgency === receiver),
    'a clock runs in an agency that no longer has it',
  )
  must(
    of('concern.decide').length === (together.length > 0 ? 1 : 0),
    'the children together have not one clock',
  )
  must(
    parts.every(clock => open.some(child => clock.part === (child as string))),
    'a decided part runs on',
  )
  must(new Set(parts.map(clock => clock.part)).size === parts.length, 'a part has two clocks')
  for (const clock of [...of('concern.decide'), ...parts]) {
    const team = await root()
      .selectFrom('team')
      .select('agencyId')
      .where('id', '=', clock.teamId)
      .executeTakeFirst()
    must(team?.agencyId === receiver, 'what is open has no team of whoever has it')
    const lookedAtAgain = await root()
      .selectFrom('concernReply')
      .select('id')
      .where('concernId', '=', on.id)
      .where('step', '=', 'looked-at-again')
      .executeTakeFirst()
    must(clock.dueAt <= on.dueAt || lookedAtAgain !== undefined, 'it was given more time')
    must(
      clock.startedAt.getTime() === concern.sentAt.getTime() || lookedAtAgain !== undefined,
      'its clock began again',
    )
  }
  const hands = await root()
    .selectFrom('concernPickUp')
    .selectAll()
    .where('subject', '=', on.id)
    .where('putDownAt', 'is', null)
    .execute()
  must(
    hands.every(hand => hand.ownerAgency === receiver),
    'someone who no longer has it has it in hand',
  )
  if (main)
    must((hands[0]?.takenBy ?? null) === main.userId, 'its clock names another than who has it in hand')
  if (main?.urgent && main.userId === null) must(of('concern.open').length === 1, 'nobody has to open it')
  if (of('concern.open').length > 0)
    must(
      main !== undefined && main.userId === null,
      'it has to be opened, and somebody has it or it is decided',
    )
  const waits = decisions.some(one => one.state === 'awaiting-agreement')
  must(of('concern.agree').length > 0 === waits, 'an ending waits for nobody, or what waits is no ending')
  const heard = await t.act('Leah Brandt', act => repliesTo(act.tx, on.id))
  const last = lastOf(heard)
  must((last === 'decided') === (open.length === 0), `its sender heard ${last}`)
  return [...faults, ...(await faultsOfOpening(concern))]
}

/** Whoever has it can see it; whoever had it cannot, unless it was added to what they decide on. */
async function faultsOfOpening(concern: { id: ConcernId; receivingAgency: string }): Promise<string[]> {
  const grants = await root()
    .selectFrom('accessGrant')
    .select('grantee')
    .distinct()
    .where('subject', '=', concern.id)
    .where('granteeKind', '=', 'agency')
    .where(sql<boolean>`valid_during @> ${t.world.now()}::timestamptz`)
    .execute()
  const lent = await root()
    .selectFrom('concernAddition')
    .innerJoin('concern', 'concern.id', 'concernAddition.toConcern')
    .select('concern.receivingAgency')
    .where('concernAddition.concernId', '=', concern.id)
    .execute()
  const may = new Set<string>([concern.receivingAgency, ...lent.map(one => one.receivingAgency)])
  const has = new Set<string>(grants.map(one => one.grantee))
  return may.size === has.size && [...may].every(agency => has.has(agency))
    ? []
    : ['it is open to others than those who have it']
}

async function faultsOfDisagreement(id: DisagreementId): Promise<string[]> {
  const answers = await root()
    .selectFrom('disagreementAnswer')
    .select(['outcome', 'position'])
    .where('disagreementId', '=', id)
    .execute()
  const ended = answers.some(one => one.outcome !== 'goes-up')
  const clocks = await running(id)
  return clocks.length === (ended ? 0 : 1) ? [] : [`a disagreement has ${clocks.length} clocks`]
}

test('whatever is done, each open concern has its owner, its clocks and its date, and nobody else has it', async () => {
  const number = fc.nat(1_000)
  const chances = fc.array(fc.tuple(number, number, number, number), { minLength: 40, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(chances, async all => {
      sent.length = 0
      for (let first = 0; first < 3; first += 1) await send([0, first, first, first])
      for (const [at, chance] of all.entries()) {
        await attempt(chance)
        for (const on of sent) {
          const faults = await faultsOf(on)
          expect(faults, `after ${at + 1} deeds: ${JSON.stringify(all.slice(0, at + 1))}`).toEqual([])
        }
        for (const { id } of await root().selectFrom('disagreement').select('id').execute())
          expect(await faultsOfDisagreement(id)).toEqual([])
      }
    }),
    { numRuns: 4, endOnFailure: true },
  )
  // Were nearly all of it refused, little would have been shown.
  expect(done).toBeGreaterThan(30)
  expect(refused).toBeGreaterThan(15)
  expect(ADDED).toBe('added-to-existing')
}, 180_000)
