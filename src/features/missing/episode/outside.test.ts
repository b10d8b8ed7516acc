import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MissingEpisodeId } from '#core/access/generated/tables.ts'
import { linkRecord } from '#features/concerns/decide/link.ts'
import { sayProtection } from '#features/people/public.ts'
import { makePerson } from '#test/kit/made-people.ts'
import { councilTyped, openedBy, openedByCouncil, openedByPolice } from '#test/kit/missing.ts'
import { clocksOn } from '#test/kit/receiving.ts'
import { concernTyped, sent } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { endingOf, entriesOn } from '../queries.ts'
import { words } from '../words.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const submit = async (name: string, path: string, typed: Record<string, string | string[]> = {}) =>
  (await t.as(name)).submit(path, typed)
const page = async (name: string, path: string) => (await (await t.as(name)).get(path)).body
const status = async (name: string, path: string) => (await (await t.as(name)).get(path)).statusCode
const councilsClock = async (id: MissingEpisodeId) =>
  (await clocksOn(t, id)).find(one => one.ownerAgency === t.idOf('agency local-authority'))
const onIt = async (id: MissingEpisodeId) =>
  (await page('Daniel Frost', `/missing/${id}`)).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

async function fromConcern() {
  const { concernId, childId } = await sent(t)
  const concern = { id: concernId, childId, areaId: t.idOf('area Wexcombe North'), sealed: false }
  return {
    concernId,
    childId,
    id: await openedBy(t, 'Priya Raman', { typed: councilTyped(t), from: { concern } }),
  }
}

async function sendsOutside(name: string, id: MissingEpisodeId): Promise<void> {
  expect(await status(name, `/missing/${id}`)).toBe(404)
  for (const list of ['/missing', '/']) expect(await page(name, list), list).not.toContain(id)
}

describe('whoever is too near', () => {
  test('and steps outside the concern is outside what was opened from it', async () => {
    const { concernId, id } = await fromConcern()
    await submit('Tom Ashdown', `/missing/${id}/on-it`)
    expect((await submit('Tom Ashdown', `/concerns/${concernId}/outside`)).statusCode).toBe(303)
    await sendsOutside('Tom Ashdown', id)
    const clock = await councilsClock(id)
    expect([clock?.userId, clock?.teamId !== null]).toEqual([null, true])
    // Nobody is shown as on it who is not.
    expect(await onIt(id)).toMatch(/Children’s services They call it .* On it Nobody yet/)
    expect(await status('Priya Raman', `/missing/${id}`)).toBe(200)
  })

  test.each([
    ['of one’s own agency', openedByCouncil],
    ['of the other', openedByPolice],
  ])('says so on the page of the child alone: %s', async (_, opens) => {
    const id = await opens(t)
    await submit('Tom Ashdown', `/missing/${id}/on-it`)
    expect(await page('Tom Ashdown', `/missing/${id}`)).toContain(`href="/missing/${id}/outside"`)
    const answer = await submit('Tom Ashdown', `/missing/${id}/outside`)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/missing'])
    await sendsOutside('Tom Ashdown', id)
    expect((await councilsClock(id))?.userId).toBeNull()
    expect(await onIt(id)).toMatch(/Children’s services They call it .* On it Nobody yet/)
  })

  test('leaves what is for named people only to another of them', async () => {
    const person = await makePerson(t, { familyName: 'Ellery' })
    await t.act('Helen Marsh', act => sayProtection(act, person, { say: 'protect', reason: 'Adopted.' }))
    t.world.advance(1)
    const id = await openedBy(t, 'Helen Marsh', { typed: councilTyped(t), from: { person } })
    t.world.advance(1)
    expect((await submit('Helen Marsh', `/missing/${id}/outside`)).statusCode).toBe(303)
    expect((await councilsClock(id))?.userId).toBe(t.idOf('user Grace Okafor'))
    t.world.advance(1)
    await submit('Grace Okafor', `/missing/${id}/on-it`)
    const last = await submit('Grace Okafor', `/missing/${id}/outside`)
    expect(last.statusCode).toBe(422)
    expect(last.body).toContain(words.onlyOne)
    expect(await status('Grace Okafor', `/missing/${id}`)).toBe(200)
  })

  test('is passed over when it is opened from the record to which the concern is joined', async () => {
    const { concernId, childId } = await sent(t, 'Leah Brandt', {
      ...concernTyped(t),
      'people-known': 'yes',
      people: ['1'],
      'person-1-person-name-absence': '',
      'person-1-person-name-given': 'Daniel',
      'person-1-person-name-family': 'Frost',
      'person-1-person-works-absence': '',
      'person-1-person-works': 'no',
    })
    await submit('Tom Ashdown', `/concerns/${concernId}/outside`)
    const person = await makePerson(t, { familyName: 'Ashgrove' })
    await t.act('Priya Raman', act => linkRecord(act, { concernId, concernChildId: childId, record: person }))
    const id = await openedBy(t, 'Priya Raman', { typed: councilTyped(t), from: { person } })
    for (const name of ['Daniel Frost', 'Tom Ashdown']) await sendsOutside(name, id)
    expect(await status('Priya Raman', `/missing/${id}`)).toBe(200)
  })
})

test('outside an episode of another agency, what one’s own wrote of it is not there either', async () => {
  const id = await openedByPolice(t)
  await submit('Priya Raman', `/missing/${id}/entry`, { kind: 'heard', says: 'Rang her aunt.' })
  const read = () =>
    t.act('Tom Ashdown', async act => ({
      entries: (await entriesOn(act.tx, [id])).length,
      ending: (await endingOf(act.tx, id)) !== undefined,
    }))
  expect((await read()).entries).toBeGreaterThan(1)
  await submit('Tom Ashdown', `/missing/${id}/outside`)
  await submit('Priya Raman', `/missing/${id}/mistake`, { why: 'Here twice.' })
  expect(await read()).toEqual({ entries: 0, ending: false })
})

test('of an agency where nobody is in a team the child is on the list too, and whoever is on it looks again by a time', async () => {
  await using few = await testApp()
  await few.database.superuser
    .deleteFrom('teamMember')
    .where('userId', '=', few.idOf('user Daniel Frost'))
    .execute()
  const police = few.idOf('agency police')
  const members = few.database.superuser.selectFrom('userAccount').select('id').where('agencyId', '=', police)
  await few.database.superuser.deleteFrom('teamMember').where('userId', 'in', members).execute()
  const id = await openedByCouncil(few)
  const polices = async () => (await clocksOn(few, id)).filter(one => one.ownerAgency === police)
  expect(await polices()).toEqual([])
  const daniel = await few.as('Daniel Frost')
  expect((await daniel.get('/missing')).body).toContain(`/missing/${id}`)
  expect((await daniel.get(`/missing/${id}`)).body).toContain(words.noLook)
  await daniel.submit(`/missing/${id}/on-it`, {})
  expect((await polices()).map(one => one.userId)).toEqual([few.idOf('user Daniel Frost')])
  expect((await daniel.get(`/missing/${id}`)).body).not.toContain(words.noLook)
  // And out of it again: nobody has it, and it stays on the list of the rest.
  await daniel.submit(`/missing/${id}/outside`, {})
  expect(await polices()).toEqual([])
})
