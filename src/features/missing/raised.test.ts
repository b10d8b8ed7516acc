import { afterAll, beforeAll, expect, test } from 'vitest'
import { raiseLate } from '#core/clocks/raise-late.ts'
import { mailNotices } from '#core/notices/mail-notices.ts'
import { features } from '#entry/feature-list.ts'
import { makePerson } from '#test/kit/made-people.ts'
import { councilTyped, openedBy, openedByPolice } from '#test/kit/missing.ts'
import { worker as someone } from '#test/kit/routes/making.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { beOnIt, lookAgain } from './episode/service.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const kinds = features.flatMap(feature => feature.work ?? [])
const worker = () => ({ db: t.database.connect('sightline_job', 2), world: t.world })

test('a look that nobody has taken in time is raised once to the supervisors, and again when the next is late too', async () => {
  const id = await openedByPolice(t)
  await t.act('Tom Ashdown', act => beOnIt(act, id))
  const late = async (): Promise<number> => {
    await raiseLate(worker(), kinds)
    const told = await t.database.superuser
      .selectFrom('notice')
      .select('id')
      .where('kind', '=', 'clock.late')
      .where('subject', '=', id)
      .where('toAgency', '=', t.idOf('agency local-authority'))
      .execute()
    return told.length
  }
  t.world.advance(6 * 60 - 1)
  expect(await late()).toBe(0)
  t.world.advance(2)
  expect([await late(), await late()]).toEqual([1, 1])
  expect((await (await t.as('Grace Okafor')).get('/')).body).toMatch(
    /Missing now: .*Rosa Quillfeather.*Late/s,
  )
  expect((await (await t.as('Tom Ashdown')).get('/missing')).body).toContain('Look is late')
  await t.act('Tom Ashdown', act => lookAgain(act, id, 'Rang the carer: nothing new.'))
  expect((await (await t.as('Tom Ashdown')).get('/missing')).body).not.toContain('Look is late')
  t.world.advance(6 * 60 + 1)
  expect(await late()).toBe(2)
})

test('the letters say nothing of it, and go to those who look for missing children alone', async () => {
  const [desk, officer] = [
    await someone(t, 'control-room', 'police'),
    await someone(t, 'front-line-worker', 'police'),
  ]
  await mailNotices(worker())
  t.world.letters.splice(0)
  await openedBy(t, 'Priya Raman', { typed: councilTyped(t) })
  await mailNotices(worker())
  const to = t.world.letters.map(letter => letter.to)
  expect(to).toContain(desk.email)
  expect(to).not.toContain(officer.email)
  for (const letter of t.world.letters) {
    expect(letter.subject).toBe('A message is waiting for you')
    expect(`${letter.subject} ${letter.text}`).not.toMatch(/missing|Rosa|Quillfeather|MIS-|Sightline/i)
  }
})

test('a control room works the whole of it, and sees no concern', async () => {
  const desk = await someone(t, 'control-room', 'police')
  const browser = await t.as(desk.name)
  const id = await openedBy(t, 'Priya Raman', { typed: councilTyped(t) })
  expect((await browser.get('/')).body).toContain(`/missing/${id}`)
  for (const [under, typed] of [
    ['on-it', {}],
    ['grade', { grade: 'high', why: 'No coat, and it freezes.' }],
    ['look', { says: 'Patrol sent.' }],
    ['entry', { kind: 'seen', says: 'By a driver.' }],
  ] as const)
    expect((await browser.submit(`/missing/${id}/${under}`, typed)).statusCode, under).toBe(303)
  for (const path of ['/concerns/queue', '/concerns/new', '/people'])
    expect((await browser.get(path)).statusCode, path).toBe(403)
})

test('who was shown the child in the list is read under the record', async () => {
  const person = await makePerson(t, { familyName: 'Ashgrove' })
  await openedBy(t, 'Helen Marsh', { typed: councilTyped(t), from: { person } })
  await (await t.as('Priya Raman')).get('/missing')
  const { body } = await (await t.as('Ruth Adeyemi')).get(`/people/${person}/who-looked`)
  const said = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  expect(said).toMatch(/Priya Raman, duty worker, .*Was shown the name in the list of who is missing now/)
})

test('an area that another council receives is not one’s own to open in', async () => {
  await t.database.superuser
    .updateTable('area')
    .set({ receivingAgency: t.idOf('agency police'), receivingTeam: t.idOf('team police') })
    .where('id', '=', t.idOf('area Wexcombe South'))
    .execute()
  const typed = { ...councilTyped(t), area: t.idOf('area Wexcombe South') }
  await expect(openedBy(t, 'Priya Raman', { typed })).rejects.toMatchObject({
    errors: { area: expect.stringContaining('Choose the area') as string },
  })
})
