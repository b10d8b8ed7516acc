import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import {
  addOtherName,
  correctPerson,
  CorrectionTyped,
  OtherNameTyped,
  personToKnow,
} from '#features/people/public.ts'
import { makePerson } from '#test/kit/made-people.ts'
import { sealFromEveryone } from '#test/kit/plant.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { personAsOf, statesOfRecord } from './queries.ts'

let t: TestApp
let id: PersonRecordId
/** Moments between the changes, oldest first. */
const moments: Date[] = []

const mark = (): void => {
  t.world.advance(24 * 60)
  moments.push(t.world.now())
  t.world.advance(24 * 60)
}

const correct = (family: string, reason: string) =>
  t.act('Helen Marsh', async act =>
    correctPerson(
      act,
      id,
      CorrectionTyped.parse({
        given: 'Rosa',
        family,
        'born-day': '8',
        'born-month': '5',
        'born-year': '2012',
        sex: 'F',
        reason,
        version: (await personToKnow(act, id)).version,
      }),
    ),
  )

beforeAll(async () => {
  t = await testApp()
  mark()
  id = await makePerson(t)
  mark()
  await correct('Quillan', 'Her own spelling.')
  mark()
  await t.act('Helen Marsh', act =>
    addOtherName(act, id, OtherNameTyped.parse({ kind: 'nickname', given: 'Ro' })),
  )
  await correct('Quillen', 'Her passport.')
  mark()
})
afterAll(() => t[Symbol.asyncDispose]())

const asOf = (who: string, at: Date) => t.act(who, act => personAsOf(act.tx, { subject: id, at }))

test('each state is read as it stood at its time', async () => {
  const read = []
  for (const at of moments) {
    const { record, otherNames } = await asOf('Helen Marsh', at)
    read.push([record?.familyName ?? null, record?.correctionReason ?? null, otherNames.length])
  }
  expect(read).toEqual([
    [null, null, 0],
    ['Quill', null, 0],
    ['Quillan', 'Her own spelling.', 0],
    ['Quillen', 'Her passport.', 1],
  ])
})

test('the states touch one another: at every moment since the first there is one and no more', async () => {
  const states = await t.act('Helen Marsh', act => statesOfRecord(act.tx, id))
  expect(states.map(state => state.familyName)).toEqual(['Quillen', 'Quillan', 'Quill'])
  for (const state of states) {
    const { record } = await asOf('Helen Marsh', state.stoodFrom)
    expect(record?.familyName).toBe(state.familyName)
    // Days come back as days and moments as moments, from the old rows too.
    expect(record?.bornFrom).toBe('2012-05-08')
    expect(record?.recordedAt).toEqual(states[2]?.recordedAt)
  }
})

test('the page shows the record as it was on a day', async () => {
  const helen = await t.as('Helen Marsh')
  const [year, month, day] = moments[2]?.toISOString().slice(0, 10).split('-') ?? []
  const page = await helen.get(`/people/${id}/before?day-day=${day}&day-month=${month}&day-year=${year}`)
  expect(page.body).toContain('Quillan')
  const early = await helen.get(`/people/${id}/before?day-day=1&day-month=1&day-year=2020`)
  expect(early.body).toContain('There was no record yet')
  const wrong = await helen.get(`/people/${id}/before?day-day=31&day-month=2&day-year=2020`)
  expect(wrong.body).toContain('Enter a day that this month has')
})

test('another agency reads none of the states', async () => {
  for (const at of moments) expect((await asOf('Moira Kelly', at)).record).toBeUndefined()
  expect(await t.act('Moira Kelly', act => statesOfRecord(act.tx, id))).toEqual([])
  expect((await (await t.as('Moira Kelly')).get(`/people/${id}/before`)).statusCode).toBe(404)
})

test('a seal placed today hides the old states too', async () => {
  await sealFromEveryone(t, id)
  for (const at of moments) {
    const found = await asOf('Helen Marsh', at)
    expect(found).toEqual({ record: undefined, otherNames: [], identifiers: [] })
  }
  expect((await (await t.as('Helen Marsh')).get(`/people/${id}/before`)).statusCode).toBe(404)
})
