import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { linkRecord } from '#features/concerns/decide/link.ts'
import { partRecord } from '#features/concerns/part/service.ts'
import { sayProtection } from '#features/people/public.ts'
import { makePerson } from '#test/kit/made-people.ts'
import { councilTyped, openedBy, policeTyped } from '#test/kit/missing.ts'
import { sealedTyped, sent } from '#test/kit/routes/concerns.ts'
import { worker } from '#test/kit/routes/making.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const page = async (name: string, path: string) => (await (await t.as(name)).get(path)).body
const status = async (name: string, path: string) => (await (await t.as(name)).get(path)).statusCode
const protectedRecord = async (): Promise<PersonRecordId> => {
  const id = await makePerson(t, { familyName: 'Ellery' })
  await t.act('Helen Marsh', act => sayProtection(act, id, { say: 'protect', reason: 'Adopted.' }))
  t.world.advance(1)
  return id
}

test('a record made of a sealed concern opens the child to those whom it is for, and to no supervisor', async () => {
  await t.database.superuser
    .insertInto('roleGrant')
    .values({
      id: t.world.uuid(),
      agencyId: t.idOf('agency local-authority'),
      userId: t.idOf('user Judith Amos'),
      role: 'duty-worker',
      askedBy: t.idOf('user Alan Pike'),
      askedAt: t.world.now(),
      agreedBy: t.idOf('user Ruth Adeyemi'),
      agreedAt: t.world.now(),
    })
    .execute()
  const { concernId, childId } = await sent(t, 'Leah Brandt', sealedTyped(t))
  const link = { concernId, concernChildId: childId, record: 'new' } as const
  const person = await t.act('Judith Amos', act => linkRecord(act, link))
  expect(await page('Judith Amos', `/people/${person}/missing`)).toContain('for named people only')
  const id = await openedBy(t, 'Judith Amos', { typed: councilTyped(t), from: { person } })
  const seen = await page('Judith Amos', `/missing/${id}`)
  expect(seen).toContain('This child’s record is for named people only.')
  // What is not a protected identity is not called one.
  expect(seen).not.toContain('identity is protected')
  for (const name of ['Grace Okafor', 'Priya Raman', 'Daniel Frost']) {
    expect(await status(name, `/missing/${id}`), name).toBe(404)
    expect(await page(name, '/missing'), name).not.toContain(id)
  }
})

test('whoever protected an identity sees it also when another of those named opens it', async () => {
  const person = await protectedRecord()
  // Who came to supervise since is not one of those whom the record is for.
  const later = await worker(t, 'supervisor')
  const id = await openedBy(t, 'Grace Okafor', { typed: councilTyped(t), from: { person } })
  for (const name of ['Grace Okafor', 'Helen Marsh'])
    expect(await status(name, `/missing/${id}`), name).toBe(200)
  expect(await page('Helen Marsh', `/missing/${id}`)).toContain('identity is protected')
  expect(await status(later.name, `/missing/${id}`)).toBe(404)
})

test('whoever protects an identity reads that the child is missing, and who sees that page until they are found', async () => {
  const person = await makePerson(t, { familyName: 'Ashgrove' })
  expect(await page('Helen Marsh', `/people/${person}/protection`)).not.toContain('missing now')
  const id = await openedBy(t, 'Priya Raman', { typed: councilTyped(t), from: { person } })
  const body = await page('Helen Marsh', `/people/${person}/protection`)
  expect(body).toContain(`href="/missing/${id}"`)
  expect(body).toMatch(/This child is missing now: MIS-[^<]*<\/a> [^<]*Police see that page already/)
  await t.act('Helen Marsh', act => sayProtection(act, person, { say: 'protect', reason: 'Adopted.' }))
  t.world.advance(1)
  expect(await status('Daniel Frost', `/missing/${id}`)).toBe(200)
  // Lifting it opens nothing of this anew.
  expect(await page('Helen Marsh', `/people/${person}/protection`)).not.toContain('see that page already')
})

test('the form says who will see it, also from a concern whose child is joined to a record for named people', async () => {
  const { concernId, childId } = await sent(t)
  const path = `/concerns/${concernId}/children/${childId}/missing`
  expect(await page('Grace Okafor', path)).toMatch(/seen at once by your agency and [^<]*Police/)
  const person = await protectedRecord()
  await t.act('Grace Okafor', act => linkRecord(act, { concernId, concernChildId: childId, record: person }))
  const body = await page('Grace Okafor', path)
  expect(body).toContain('neither the police nor anyone else sees it here')
  expect(body).not.toContain('seen at once')
  // And it is so.
  const answer = await (await t.as('Grace Okafor')).submit(path, councilTyped(t))
  const id = /[0-9a-f-]{36}/.exec(answer.headers.location ?? '')?.[0] ?? ''
  expect(await status('Daniel Frost', `/missing/${id}`)).toBe(404)
})

test('where the partnership has no police the form promises none', async () => {
  await using alone = await testApp()
  await alone.database.superuser
    .deleteFrom('partnershipAgency')
    .where('agencyId', '=', alone.idOf('agency police'))
    .execute()
  const { body } = await (await alone.as('Priya Raman')).get('/missing/new')
  expect(body).toContain('seen by your agency alone')
  expect(body).not.toContain('seen at once')
})

test('opened from a concern it is on the page of the child to whom the concern is joined, and leaves the wrong one with it', async () => {
  const { concernId, childId } = await sent(t)
  const wrong = await makePerson(t, { familyName: 'Elsewhere' })
  await t.act('Priya Raman', act => linkRecord(act, { concernId, concernChildId: childId, record: wrong }))
  const path = `/concerns/${concernId}/children/${childId}/missing`
  const answer = await (await t.as('Priya Raman')).submit(path, councilTyped(t))
  const id = /[0-9a-f-]{36}/.exec(answer.headers.location ?? '')?.[0] ?? ''
  expect(await page('Priya Raman', `/people/${wrong}`)).toContain(`/missing/${id}`)
  expect(await page('Priya Raman', `/missing/${id}`)).toContain(`/people/${wrong}`)
  await t.act('Priya Raman', act => partRecord(act, { concernId, childId, why: 'Another child.' }))
  expect(await page('Priya Raman', `/people/${wrong}`)).not.toContain(`/missing/${id}`)
  expect(await page('Priya Raman', `/missing/${id}`)).not.toContain(`/people/${wrong}`)
})

test('the police are not told to ring the police', async () => {
  const id = await openedBy(t, 'Daniel Frost', { typed: policeTyped(t) })
  for (const path of ['/missing', '/missing/new', `/missing/${id}`]) {
    expect(await page('Daniel Frost', path), path).not.toContain('ring the police on 101')
    expect(await page('Priya Raman', path), path).toContain('ring the police on 101')
  }
})

test('a word that has ended is offered no more, and is still shown where it was said', async () => {
  await using later = await testApp()
  const id = await openedBy(later, 'Priya Raman', { typed: { ...councilTyped(later), word: 'away' } })
  for (const table of ['missingWord', 'missingGrade'] as const)
    await later.database.superuser
      .updateTable(table)
      .set({ toDay: '2020-01-01' as never })
      .where('code', 'in', ['away', 'low'])
      .execute()
  const get = async (name: string, path: string) => (await (await later.as(name)).get(path)).body
  for (const path of ['/missing/new', `/missing/${id}/word`])
    expect(await get('Priya Raman', path), path).not.toContain('value="away"')
  for (const path of ['/missing/new', `/missing/${id}/grade`])
    expect(await get('Daniel Frost', path), path).not.toContain('value="low"')
  expect(await get('Priya Raman', `/missing/${id}`)).toContain('Away from placement')
  await expect(
    openedBy(later, 'Priya Raman', { typed: { ...councilTyped(later), word: 'away' } }),
  ).rejects.toMatchObject({ errors: { word: 'Choose what children’s services call it' } })
})
