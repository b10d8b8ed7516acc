import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { raiseLate } from '#core/clocks/raise-late.ts'
import { features } from '#entry/feature-list.ts'
import { adultTyped, planTyped } from '#test/kit/family.ts'
import { entriesAbout, makePerson } from '#test/kit/made-people.ts'
import { openTo, sealFromEveryone } from '#test/kit/plant.ts'
import { sentFrom } from '#test/kit/read-form.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { addAround } from '#features/people/public.ts'
import { PlanTyped } from './schemas.ts'
import { writePlan } from './service.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const at = (id: string): string => `/people/${id}/safety-plan`
const write = (id: PersonRecordId, typed: object = {}) =>
  t.act('Helen Marsh', act => writePlan(act, id, PlanTyped.parse({ ...planTyped(t), ...typed })))
const clocks = (id: PersonRecordId) =>
  t.database.superuser
    .selectFrom('clock')
    .select(['state', 'userId', 'ownerAgency', 'dueAt'])
    .where('subject', '=', id)
    .where('kind', '=', 'safety-plan.review')
    .orderBy('startedAt')
    .orderBy('id')
    .execute()
const versionIn = (body: string): string => sentFrom(body)['version']?.at(-1) ?? ''

describe('a safety plan', () => {
  test('is written, stands on the child’s page, is written anew, and the one before it can be read', async () => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    expect((await helen.get(`/people/${id}`)).body).toContain('There is no safety plan yet.')
    expect((await helen.submit(at(id), planTyped(t))).statusCode).toBe(303)
    const form = (await helen.get(at(id))).body
    expect(sentFrom(form)).toMatchObject({ riskier: ['Friday evenings.'], 'agreedBy-absence': ['not-asked'] })
    const again = { ...planTyped(t), riskier: 'Friday and Saturday evenings.', version: versionIn(form) }
    t.world.advance(1)
    expect((await helen.submit(at(id), again)).statusCode).toBe(303)
    const page = (await helen.get(`/people/${id}`)).body
    const [now = '', before = ''] = page.split('Plans before')
    expect(now).toContain('Friday and Saturday evenings.')
    expect(now).not.toContain('Friday evenings.')
    expect(before).toContain('Friday evenings.')
    expect(page.match(/Safety plan written/g)).toHaveLength(2)
    const deeds = (await entriesAbout(t, id)).map(entry => entry.deed)
    expect(deeds.filter(deed => deed === 'safety-plan.written')).toHaveLength(2)
  })

  test.each([
    ['a part left blank', { signs: '' }, 'Enter ‘Signs to act on’, or say why you cannot'],
    ['an answer and a reason', { 'signs-absence': 'not-known' }, 'not both'],
    ['a reason that is none', { signs: '', 'signs-absence': 'no' }, ''],
    ['nobody to ring', { ringTonight: ' ' }, 'Enter who to ring tonight, with the number'],
    ['a part that is too long', { works: 'x'.repeat(301) }, 'Enter 300 characters or fewer'],
    ['too many lines', { works: 'x\n'.repeat(6) + 'x' }, 'Enter 5 lines or fewer'],
    ['no day of review', { 'review-day': '', 'review-month': '', 'review-year': '' }, 'Enter a day'],
  ])('with %s is refused, and nothing is written', async (_, typed, says) => {
    const id = await makePerson(t)
    const refused = await (await t.as('Helen Marsh')).submit(at(id), { ...planTyped(t), ...typed })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(says)
    expect(refused.body).toContain('Friday evenings.')
    expect(await clocks(id)).toEqual([])
  })

  test.each([
    [0, 'Enter a day after today'],
    [1, null],
    [92, null],
    [93, 'Enter a day within the next three months'],
  ])('reviewed in %d days: %s', async (days, says) => {
    const id = await makePerson(t)
    const sent = await (await t.as('Helen Marsh')).submit(at(id), planTyped(t, days))
    expect(sent.statusCode).toBe(says ? 422 : 303)
    if (says) expect(sent.body).toContain(says)
  })

  test('two at once: the second is told whose stands, keeps their words, and may save over it knowingly', async () => {
    const id = await makePerson(t)
    const priya = await t.as('Priya Raman')
    await write(id)
    const told = await priya.submit(at(id), { ...planTyped(t), works: 'Her aunt.' })
    expect(told.statusCode).toBe(409)
    expect(told.body).toContain('Helen Marsh wrote a plan on')
    expect(told.body).toContain('Her aunt.')
    const over = { ...planTyped(t), works: 'Her aunt.', version: versionIn(told.body) }
    expect((await priya.submit(at(id), over)).statusCode).toBe(303)
  })

  test('what was written is not written over, whatever a deed forgets', async () => {
    const id = await makePerson(t)
    await write(id)
    const changed = t.act('Helen Marsh', act =>
      act.tx.updateTable('safetyPlan').set({ works: 'Other.' }).where('subject', '=', id).execute(),
    )
    await expect(changed).rejects.toThrow('permission denied')
  })
})

describe('its review', () => {
  test('is whoever’s who wrote it, due at the end of its day; a new plan meets it and sets the next', async () => {
    const id = await makePerson(t)
    await write(id)
    const [clock] = await clocks(id)
    expect(clock).toMatchObject({
      state: 'running',
      userId: t.idOf('user Helen Marsh'),
      ownerAgency: t.idOf('agency local-authority'),
    })
    expect(clock?.dueAt.toISOString()).toMatch(/T2[23]:59:00.000Z$/)
    const home = (await (await t.as('Helen Marsh')).get('/')).body
    expect(home).toContain(`/people/${id}/safety-plan`)
    expect(home).toContain('Safety plan of Rosa Quill')
    const priya = await t.as('Priya Raman')
    const version = versionIn((await priya.get(at(id))).body)
    t.world.advance(1)
    await priya.submit(at(id), { ...planTyped(t), version })
    expect((await clocks(id)).map(one => [one.state, one.userId])).toEqual([
      ['met', t.idOf('user Helen Marsh')],
      ['running', t.idOf('user Priya Raman')],
    ])
  })

  test('is raised to the supervisors when it is late, once', async () => {
    const id = await makePerson(t, { familyName: 'Late' })
    await write(id, planTyped(t, 1))
    t.world.advance(3 * 24 * 60)
    const door = { db: t.database.connect('sightline_job', 1), world: t.world }
    const kinds = features.flatMap(feature => feature.work ?? [])
    expect(await raiseLate(door, kinds)).toBeGreaterThan(0)
    expect(await raiseLate(door, kinds)).toBe(0)
    expect((await (await t.as('Grace Okafor')).get('/')).body).toContain('Safety plan of Rosa Late')
  })

  test('ends with the plan, which can still be read and no longer be printed', async () => {
    const id = await makePerson(t)
    await write(id)
    const helen = await t.as('Helen Marsh')
    expect((await helen.submit(`${at(id)}/end`, { why: '' })).statusCode).toBe(422)
    expect((await helen.submit(`${at(id)}/end`, { why: 'Safe at home again.' })).statusCode).toBe(303)
    expect((await clocks(id)).map(one => one.state)).toEqual(['met'])
    const page = (await helen.get(`/people/${id}`)).body
    expect(page).toContain('Safe at home again.')
    expect(page).toContain('There is no safety plan yet.')
    expect((await helen.get(`${at(id)}/print`)).statusCode).toBe(404)
    expect((await helen.submit(`${at(id)}/end`, { why: 'Twice.' })).statusCode).toBe(409)
    // A new one begins empty.
    expect(sentFrom((await helen.get(at(id))).body)['riskier']).toEqual([''])
  })
})

describe('the page to print', () => {
  test('says before printing who must not see it, and on paper names none of them; its title tells nothing', async () => {
    const id = await makePerson(t)
    await t.act('Helen Marsh', act => addAround(act, id, { ...adultTyped, 'adult-safe-to-tell': 'not-told' }))
    await write(id)
    const { body } = await (await t.as('Helen Marsh')).get(`${at(id)}/print`)
    const paper = /<section class="sl-one-page">.*<\/section>/s.exec(body)?.[0] ?? ''
    expect(body.replace(paper, '')).toContain('Must not see it: Joanne Quill (mother)')
    expect(paper).not.toContain('Joanne')
    expect(paper).toContain('Keep it where nobody else can read it')
    expect(paper).toContain('Duty team, 01632 960 300')
    expect(/<title>(.*)<\/title>/.exec(body)?.[1]).toBe('One page – Sightline')
    expect((await entriesAbout(t, id)).map(entry => entry.deed)).toContain('safety-plan.opened-to-print')
  })
})

describe('whoever may not read it', () => {
  test.each([
    ['Moira Kelly', 404],
    ['Ruth Adeyemi', 403],
    ['Alan Pike', 403],
  ])('%s is answered %d', async (name, status) => {
    const id = await makePerson(t)
    await write(id)
    const browser = await t.as(name)
    for (const path of ['', '/end', '/print'])
      expect((await browser.get(at(id) + path)).statusCode, path).toBe(status)
  })

  test('an agency to which who the child is was opened is not told whether there is one', async () => {
    const [id, without] = [await makePerson(t), await makePerson(t)]
    await write(id)
    for (const one of [id, without]) await openTo(t, one, 'Moira Kelly')
    const moira = await t.as('Moira Kelly')
    for (const one of [id, without]) {
      expect((await moira.get(`/people/${one}`)).body).toContain('There is no safety plan that you can see.')
      expect((await moira.get(`${at(one)}/print`)).statusCode).toBe(404)
      expect((await moira.get(at(one))).statusCode).toBe(403)
    }
  })

  test('of a sealed record nothing is there, and its review stands on no home page', async () => {
    const id = await makePerson(t, { familyName: 'Hidden' })
    await write(id)
    await sealFromEveryone(t, id)
    const helen = await t.as('Helen Marsh')
    for (const path of ['', '/print']) expect((await helen.get(at(id) + path)).statusCode).toBe(404)
    expect((await helen.get('/')).body).not.toContain('Hidden')
  })
})
