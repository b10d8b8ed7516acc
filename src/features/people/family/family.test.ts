import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adultTyped, familyTyped } from '#test/kit/family.ts'
import { entriesAbout, makePerson } from '#test/kit/made-people.ts'
import { openTo } from '#test/kit/plant.ts'
import { sentFrom } from '#test/kit/read-form.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { setSafeContact } from '../safe-contact/service.ts'
import { addAround, sayOfChild } from './service.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

type Browser = Awaited<ReturnType<TestApp['as']>>

/** What the form at an address holds, as a browser would send it back. */
const fieldsAt = async (browser: Browser, path: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(sentFrom((await browser.get(path)).body))
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, values]) => [name, values.at(-1) ?? '']),
  )

const aroundIn = (body: string): string => /around\/([\w-]{36})\/end/.exec(body)?.[1] ?? ''

describe('home, legal status and language', () => {
  test('are answered, shown with who said so, changed, and what was said before can be read', async () => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    expect((await helen.get(`/people/${id}`)).body.match(/Not answered yet/g)).toHaveLength(8)
    expect((await helen.submit(`/people/${id}/family`, familyTyped)).statusCode).toBe(303)
    const page = (await helen.get(`/people/${id}`)).body
    for (const says of [
      'Accommodated (section 20)',
      'February 2025',
      'Northmoor Council',
      'Ada, 9',
      'Not asked',
    ])
      expect(page).toContain(says)
    expect(page).not.toContain('Not answered yet')
    t.world.advance(5)
    const priya = await t.as('Priya Raman')
    const form = await fieldsAt(priya, `/people/${id}/family`)
    expect(form).toMatchObject({ ...familyTyped, version: form['version'] })
    const care = { ...form, 'child-legal-status': 'care' }
    expect((await priya.submit(`/people/${id}/family`, care)).statusCode).toBe(303)
    const before = (await priya.get(`/people/${id}/family/before`)).body
    expect(before).toContain('Accommodated (section 20)')
    // Only the one that changed: each answer says who gave it.
    expect(before.match(/<tr /g)).toHaveLength(2)
    const after = (await priya.get(`/people/${id}`)).body
    expect(after).toMatch(/Care order \(section 31\)<\/span><span[^>]*>Priya Raman/)
    expect(after).toMatch(/Ada, 9<\/span><span[^>]*>Helen Marsh/)
    const deeds = (await entriesAbout(t, id)).map(entry => entry.deed)
    expect(deeds.filter(deed => deed === 'person.family-said')).toHaveLength(2)
  })

  test('an answer that no longer follows from another is not shown', async () => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    await helen.submit(`/people/${id}/family`, familyTyped)
    const form = await fieldsAt(helen, `/people/${id}/family`)
    await helen.submit(`/people/${id}/family`, { ...form, 'child-legal-status': 'none' })
    expect((await helen.get(`/people/${id}`)).body).not.toContain('Northmoor Council')
  })

  test.each([
    ['a blank', { 'child-plan': '' }, 'Answer ‘Which plan is the child on?’, or say why you cannot'],
    ['an answer and a reason', { 'child-plan-absence': 'not-known' }, 'not both'],
    [
      'a reason that is not offered',
      { 'child-plan': '', 'child-plan-absence': 'declined' },
      'Answer ‘Which plan',
    ],
    ['a code that is none', { 'child-plan': 'expert' }, 'Choose one of the answers'],
    ['a day to come', { 'child-legal-status-since-year': '2091' }, 'not in the future'],
  ])('with %s is refused, and nothing is kept', async (_, typed, says) => {
    const id = await makePerson(t)
    const answer = await (
      await t.as('Helen Marsh')
    ).submit(`/people/${id}/family`, { ...familyTyped, ...typed })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
    const kept = t.database.superuser.selectFrom('personAnswer').select('id').where('subject', '=', id)
    expect(await kept.execute()).toEqual([])
  })

  test('two at once: the second is shown what the first said, and saves over it knowingly', async () => {
    const id = await makePerson(t)
    const path = `/people/${id}/family`
    const [helen, priya] = [await t.as('Helen Marsh'), await t.as('Priya Raman')]
    await helen.submit(path, familyTyped)
    const told = await priya.submit(path, { ...familyTyped, 'child-lives-with': 'residential' })
    expect(told.statusCode).toBe(409)
    expect(told.body).toContain('Helen Marsh saved answers on')
    expect(told.body).toContain('Foster carers')
    const again = {
      ...familyTyped,
      'child-lives-with': 'residential',
      version: sentFrom(told.body)['version']?.at(-1) ?? '',
    }
    expect((await priya.submit(path, again)).statusCode).toBe(303)
    expect((await priya.get(`/people/${id}`)).body).toContain('A children’s home')
  })
})

describe('someone around the child', () => {
  test('who must not be told stands at the head of the page, and of the page where a call is recorded', async () => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    const lee = {
      ...adultTyped,
      'adult-name-given': 'Lee',
      'adult-relationship': 'step-parent',
      'adult-safe-to-tell': 'not-told',
    }
    await helen.submit(`/people/${id}/around/new`, adultTyped)
    expect((await helen.submit(`/people/${id}/around/new`, lee)).statusCode).toBe(303)
    for (const path of [`/people/${id}`, `/people/${id}/notes/new`]) {
      const { body } = await helen.get(path)
      const head = body.slice(body.indexOf('Safe contact'), body.indexOf('Record how to contact them safely'))
      expect(head).toMatch(/Must not be told.*Lee Quill \(step-parent or parent’s partner\)/s)
      expect(head).not.toContain('Joanne')
    }
    expect((await helen.get(`/people/${id}`)).body).toContain('Partner in keeping safe')
  })

  test('is changed and ended; what was said of them stays readable, and a second ending is told of the first', async () => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    await helen.submit(`/people/${id}/around/new`, adultTyped)
    const path = `/people/${id}/around/${aroundIn((await helen.get(`/people/${id}`)).body)}`
    const form = await fieldsAt(helen, path)
    expect(form).toMatchObject({ ...adultTyped, version: form['version'] })
    const changed = { ...form, 'adult-name-given': 'Joan', 'adult-safe-to-tell': 'not-yet-known' }
    expect((await helen.submit(path, changed)).statusCode).toBe(303)
    expect((await helen.get(`/people/${id}`)).body).toContain('Not yet known whether they can be told')
    expect((await helen.submit(`${path}/end`, { why: '' })).body).toContain('Enter why they are no longer')
    expect((await helen.submit(`${path}/end`, { why: 'Recorded on the wrong child.' })).statusCode).toBe(303)
    expect((await helen.get(`/people/${id}`)).body).not.toContain('Joan')
    const before = (await helen.get(`/people/${id}/family/before`)).body
    for (const says of ['Joan Quill', 'Joanne Quill', 'Recorded on the wrong child.'])
      expect(before).toContain(says)
    for (const again of [
      await helen.submit(`${path}/end`, { why: 'Twice.' }),
      await helen.submit(path, changed),
    ]) {
      expect(again.statusCode).toBe(409)
      expect(again.body).toContain('Helen Marsh already ended this')
    }
  })

  test('without a name is told apart, and whether they can be told has to be said', async () => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    const nameless = {
      ...adultTyped,
      'adult-name-given': '',
      'adult-name-family': '',
      'adult-name-absence': 'not-known',
    }
    const unsaid = await helen.submit(`/people/${id}/around/new`, { ...nameless, 'adult-safe-to-tell': '' })
    expect(unsaid.statusCode).toBe(422)
    expect(unsaid.body).toContain('Answer ‘Can they be told')
    await helen.submit(`/people/${id}/around/new`, nameless)
    expect((await helen.get(`/people/${id}`)).body).toContain('<bdi>Name not known</bdi>')
  })

  test('of one child is not there on another’s record', async () => {
    const [id, other] = [await makePerson(t), await makePerson(t)]
    const aroundId = await t.act('Helen Marsh', act => addAround(act, id, adultTyped))
    const helen = await t.as('Helen Marsh')
    expect((await helen.get(`/people/${other}/around/${aroundId}`)).statusCode).toBe(404)
    const form = await helen.formAt(`/people/${id}/around/${aroundId}/end`)
    const sent = await helen.submit(`/people/${other}/around/${aroundId}/end`, { why: 'Wrong.' }, form)
    expect(sent.statusCode).toBe(404)
  })
})

describe('whoever may not read it', () => {
  test('an agency to which who the child is was opened reads nothing of the family, and writes nothing', async () => {
    const id = await makePerson(t)
    await t.act('Helen Marsh', act => sayOfChild(act, id, familyTyped))
    await t.act('Helen Marsh', act => addAround(act, id, { ...adultTyped, 'adult-safe-to-tell': 'not-told' }))
    await openTo(t, id, 'Moira Kelly')
    const moira = await t.as('Moira Kelly')
    const page = (await moira.get(`/people/${id}`)).body
    // Which language they speak is who they are.
    expect(page).toContain('Polish')
    // Of what they may not read it is not said that nobody knows it.
    expect(page).toContain('There may be more that you cannot see')
    for (const hidden of [
      'Not answered yet',
      'Nobody around the child',
      'Joanne',
      'Northmoor Council',
      'section 20',
      'Sam Hill',
      '/family',
      '/around/',
    ])
      expect(page).not.toContain(hidden)
    for (const path of [`/people/${id}/family`, `/people/${id}/around/new`])
      expect((await moira.get(path)).statusCode).toBe(403)
    const deed = t.act('Moira Kelly', act => addAround(act, id, adultTyped))
    await expect(deed).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test.each([
    ['Moira Kelly', 404],
    ['Ruth Adeyemi', 403],
  ])('%s is answered %d', async (name, status) => {
    const id = await makePerson(t)
    const aroundId = await t.act('Helen Marsh', act => addAround(act, id, adultTyped))
    const browser = await t.as(name)
    for (const path of [
      'family',
      'family/before',
      'around/new',
      `around/${aroundId}`,
      `around/${aroundId}/end`,
    ])
      expect((await browser.get(`/people/${id}/${path}`)).statusCode, path).toBe(status)
  })

  test('a safe way that is not known says so as loudly as one that nobody asked for', async () => {
    const id = await makePerson(t)
    const said = {
      way: null,
      wayAbsence: 'not-known',
      wordsToUse: null,
      doNot: null,
      notToBeTold: null,
      interpreter: null,
    } as const
    await t.act('Helen Marsh', act => setSafeContact(act, id, { said, over: null }))
    expect((await (await t.as('Helen Marsh')).get(`/people/${id}`)).body).toContain(
      'Nobody has recorded a safe way',
    )
  })
})
