import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entriesAbout, makePerson } from '#test/kit/made-people.ts'
import { sealedTyped, sent } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { sayProtection } from '#features/people/protection/service.ts'
import { linkRecord } from '../decide/link.ts'
import { decideOnChild } from '../decide/service.ts'
import { words } from '../words.ts'
import { partRecord } from './service.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const WHY = 'Another child of the same name: not the same birthday.'

/** A child who is joined to the wrong record, which somebody opens then. */
async function wronglyJoined() {
  const { concernId, childId } = await sent(t)
  const wrong = await makePerson(t, { givenNames: 'Amelia', familyName: 'Elsewhere' })
  await t.act('Priya Raman', act => linkRecord(act, { concernId, concernChildId: childId, record: wrong }))
  t.world.advance(5)
  await (await t.as('Helen Marsh')).get(`/people/${wrong}`)
  t.world.advance(5)
  return { concernId, childId, wrong, at: `/concerns/${concernId}/children/${childId}` }
}

describe('a child parted from the wrong record', () => {
  test('no longer stands there; what was done meanwhile is listed; the right record can be joined', async () => {
    const { concernId, childId, wrong, at } = await wronglyJoined()
    const priya = await t.as('Priya Raman')
    expect((await priya.get(`/concerns/${concernId}`)).body).toContain('This is the wrong record')
    expect((await priya.get(`/people/${wrong}`)).body).toContain(`/concerns/${concernId}`)
    const parted = await priya.submit(`${at}/part`, { why: WHY })
    expect(parted.headers.location).toBe(`${at}/parted`)

    const record = (await priya.get(`/people/${wrong}`)).body
    expect(record).not.toContain(`/concerns/${concernId}`)
    expect(record).toContain(words.wasJoinedByMistake)
    expect(record).not.toContain(WHY)

    const page = (await priya.get(`${at}/parted`)).body
    expect(page).toContain(WHY)
    expect(page).toMatch(/Joined the record to a concern.*The concern/s)
    expect(page).toMatch(/allocated worker, Wexcombe Council/)
    expect((await priya.get(`/concerns/${concernId}`)).body).toContain(words.partedFrom(1))

    const right = await makePerson(t, { givenNames: 'Amelia', familyName: 'Right' })
    await t.act('Priya Raman', act => linkRecord(act, { concernId, concernChildId: childId, record: right }))
    expect((await priya.get(`/people/${right}`)).body).toContain(`/concerns/${concernId}`)
  })

  test('is told only what was done between the two moments, and by name to those who keep the records alone', async () => {
    const { at } = await wronglyJoined()
    const priya = await t.as('Priya Raman')
    await priya.submit(`${at}/part`, { why: WHY })
    t.world.advance(5)
    const page = (await priya.get(`${at}/parted`)).body
    expect(page).not.toContain('Saw what was done while a wrong record was joined')
    expect(page).not.toContain('Helen Marsh')
  })

  test('keeps what was joined as a former version, and leaves an entry on both', async () => {
    const { concernId, childId, wrong } = await wronglyJoined()
    await t.act('Priya Raman', act => partRecord(act, { concernId, childId, why: WHY }))
    const former = await t.database.superuser
      .selectFrom('formerVersion')
      .select('tableName')
      .where('subject', '=', wrong)
      .where('tableName', '=', 'concern_person')
      .execute()
    expect(former).toHaveLength(1)
    expect((await entriesAbout(t, concernId)).map(one => one.deed)).toContain('concern.child-parted')
    expect((await entriesAbout(t, wrong)).map(one => one.deed)).toContain('concern.record-parted')
  })

  test('keeps the decision that was made for them', async () => {
    const { concernId, childId } = await wronglyJoined()
    const decided = { outcomes: ['section-17'], reasons: 'To be assessed.' }
    await t.act('Priya Raman', act => decideOnChild(act, { concernId, concernChildId: childId, ...decided }))
    await t.act('Priya Raman', act => partRecord(act, { concernId, childId, why: WHY }))
    expect((await (await t.as('Priya Raman')).get(`/concerns/${concernId}`)).body).toContain(
      'To be assessed.',
    )
  })
})

test('lists what colleagues did on a concern that another agency raised', async () => {
  const { concernId, childId, at } = await wronglyJoined()
  const decided = { outcomes: ['section-17'], reasons: 'To be assessed.' }
  await t.act('Tom Ashdown', act => decideOnChild(act, { concernId, concernChildId: childId, ...decided }))
  await (await t.as('Priya Raman')).submit(`${at}/part`, { why: WHY })
  const grace = (await (await t.as('Grace Okafor')).get(`${at}/parted`)).body
  expect(grace).toMatch(/Decided on a concern.*The concern/s)
  expect(grace).toMatch(/Joined the record to a concern/)
})

test('of a record that is protected afterwards nobody else is told that a child was parted from it', async () => {
  const { concernId, wrong, at } = await wronglyJoined()
  await (await t.as('Priya Raman')).submit(`${at}/part`, { why: WHY })
  await t.act('Helen Marsh', act => sayProtection(act, wrong, { say: 'protect', reason: 'Adopted.' }))
  const tom = await t.as('Tom Ashdown')
  for (const path of [`/concerns/${concernId}`, `${at}/parted`]) {
    const { body } = await tom.get(path)
    expect(body).not.toContain(WHY)
    expect(body).not.toContain(words.partedFrom(1))
  }
})

describe('what is refused', () => {
  test('joining a child who is joined already: the wrong record is parted first', async () => {
    const { concernId, childId, wrong } = await wronglyJoined()
    const answer = await (
      await t.as('Tom Ashdown')
    ).submit(`/concerns/${concernId}/children/${childId}/record`, {
      record: 'new',
    })
    expect([answer.statusCode, answer.body.includes('joined to a record already')]).toEqual([409, true])
    const stands = await t.database.superuser
      .selectFrom('concernPerson')
      .select('subject')
      .where('concernChildId', '=', childId)
      .execute()
    expect(stands).toEqual([{ subject: wrong }])
  })

  test('without a reason, and what was typed stays', async () => {
    const { at } = await wronglyJoined()
    const answer = await (await t.as('Priya Raman')).submit(`${at}/part`, { why: ' ' })
    expect([answer.statusCode, answer.body.includes(words.sayWhyParted)]).toEqual([422, true])
  })

  test('where they are joined to none, as after a second time', async () => {
    const { at } = await wronglyJoined()
    const priya = await t.as('Priya Raman')
    const { csrf } = await priya.formAt(`${at}/part`)
    await priya.submit(`${at}/part`, { why: WHY })
    const again = await priya.submit(`${at}/part`, { why: WHY }, { csrf, key: t.world.uuid() })
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain(words.notJoined)
  })
})

test('of a sealed concern nobody else learns that a record was joined and parted', async () => {
  const { concernId, childId } = await sent(t, 'Leah Brandt', sealedTyped(t))
  const record = await makePerson(t, { familyName: 'Seal' })
  await t.act('Judith Amos', act => linkRecord(act, { concernId, concernChildId: childId, record }))
  await t.act('Judith Amos', act => partRecord(act, { concernId, childId, why: WHY }))
  for (const name of ['Helen Marsh', 'Priya Raman', 'Grace Okafor'])
    expect((await (await t.as(name)).get(`/people/${record}`)).body, name).not.toContain(
      words.wasJoinedByMistake,
    )
  expect((await entriesAbout(t, record)).map(one => one.deed)).not.toContain('concern.record-parted')
  expect((await (await t.as('Judith Amos')).get(`/people/${record}`)).body).toContain(
    words.wasJoinedByMistake,
  )
})
