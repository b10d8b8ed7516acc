import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernId, PersonRecordId } from '#core/access/generated/tables.ts'
import { adultTyped, familyTyped } from '#test/kit/family.ts'
import { allegations, frost } from '#test/kit/allegations.ts'
import { entriesAbout, makePerson } from '#test/kit/made-people.ts'
import { concernTyped, sent } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { addAround, setSafeContact } from '#features/people/public.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { readConcern, templateAsked } from '../reading.ts'
import { linkRecord } from '../decide/link.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const { version: _, ...ofChild } = familyTyped
const { 'child-legal-status-since-month': _m, 'child-legal-status-since-year': _y, ...asked } = ofChild
const { version: _v, ...ofAdult } = adultTyped

/** A concern in full, about one child and two adults around them. */
const inFull = (besides: FormValues = {}): FormValues => ({
  ...concernTyped(t),
  face: 'practitioner',
  'child-1-child-safe-contact-absence': '',
  'child-1-child-safe-contact': 'Through the school office before 3pm.',
  ...Object.fromEntries(Object.entries(asked).map(([name, value]) => [`child-1-${name}`, value])),
  'adults-known': 'yes',
  adults: ['1', '2'],
  ...Object.fromEntries(Object.entries(ofAdult).map(([name, value]) => [`adult-1-${name}`, value])),
  ...Object.fromEntries(Object.entries(ofAdult).map(([name, value]) => [`adult-2-${name}`, value])),
  'adult-2-adult-name-given': 'Lee',
  'adult-2-adult-relationship': 'step-parent',
  'adult-2-adult-safe-to-tell': 'not-told',
  'adult-2-adult-responsibility': '',
  'adult-2-adult-responsibility-absence': 'not-known',
  ...besides,
})
const practitioner = async (besides: FormValues = {}) => {
  const whole = await unsaidOf(inFull(besides))
  return sent(t, 'Leah Brandt', whole)
}

/** To whatever else a practitioner is asked, the first reason that is offered. */
const unsaidOf = (typed: FormValues): Promise<FormValues> =>
  t.act('Leah Brandt', async act => {
    const template = await templateAsked(act, typed)
    const { errors } = readConcern(template, typed, londonDay(act.world.now()))
    const reasons = Object.keys(errors).flatMap(field => {
      const prefix = /^(?:child|adult|person)-\d+-/.exec(field)?.[0] ?? ''
      const asked = template.questions.filter(one => field.startsWith(prefix + one.id))
      const question = asked.toSorted((one, other) => other.id.length - one.id.length)[0]
      return question?.absences[0] ? [[`${prefix}${question.id}-absence`, question.absences[0]] as const] : []
    })
    return { ...typed, ...Object.fromEntries(reasons) }
  })

const join = (ids: Awaited<ReturnType<typeof sent>>, record: PersonRecordId | 'new', by = 'Priya Raman') =>
  t.act(by, act => linkRecord(act, { concernId: ids.concernId, concernChildId: ids.childId, record }))

type Kept = { question: string; value: unknown; absence: string | null }
const inOrder = (answers: readonly Kept[]): Kept[] =>
  answers
    .map(({ question, value, absence }) => ({ question, value, absence }))
    .toSorted((one, other) => one.question.localeCompare(other.question))

/** What the concern says and what the record says, of the child and of each adult, by whom it is said. */
async function both(concernId: ConcernId, personId: PersonRecordId) {
  const on = t.database.superuser.selectFrom('concernAnswer').selectAll().where('subject', '=', concernId)
  const kept = t.database.superuser.selectFrom('personAnswer').selectAll().where('subject', '=', personId)
  const [said, stands] = [await on.execute(), await kept.execute()]
  const others = t.database.superuser.selectFrom('concernOther').selectAll().where('subject', '=', concernId)
  const around = t.database.superuser.selectFrom('personAround').selectAll().where('subject', '=', personId)
  const names = new Set(stands.map(answer => answer.question))
  return {
    concern: [
      inOrder(said.filter(answer => answer.concernChildId !== null && names.has(answer.question))),
      ...(await others.where('each', '=', 'adult').orderBy('position').execute()).map(other =>
        inOrder(said.filter(answer => answer.concernOtherId === other.id)),
      ),
    ],
    record: [
      inOrder(stands.filter(answer => answer.personAroundId === null)),
      ...(await around.orderBy('id').execute()).map(one =>
        inOrder(stands.filter(answer => answer.personAroundId === one.id)),
      ),
    ],
    fromConcern: stands.every(answer => answer.fromConcern),
  }
}

describe('a record made from a child on a concern', () => {
  test('says what the concern said, word for word and reason for reason, and whose it is now', async () => {
    const ids = await practitioner()
    const personId = await join(ids, 'new')
    const { concern, record, fromConcern } = await both(ids.concernId, personId)
    expect(record).toEqual(concern)
    expect(record.map(answers => answers.length)).toEqual([9, 5, 5])
    expect(fromConcern).toBe(true)
    const owners = await t.database.superuser
      .selectFrom('personAnswer')
      .select('ownerAgency')
      .where('subject', '=', personId)
      .distinct()
      .execute()
    expect(owners).toEqual([{ ownerAgency: t.idOf('agency local-authority') }])
    const page = (await (await t.as('Helen Marsh')).get(`/people/${personId}`)).body
    expect(page).toContain('Through the school office before 3pm.')
    expect(page).toContain('From a concern, taken onto the record by Priya Raman')
    expect(page).toMatch(/Must not be told<\/dt>.*Lee Quill/s)
    expect((await entriesAbout(t, personId)).map(entry => entry.deed)).toContain('person.taken-from-concern')
  })

  test('by a referrer, who was asked none of it, says that it is not answered yet', async () => {
    const ids = await sent(t)
    const personId = await join(ids, 'new')
    expect((await both(ids.concernId, personId)).record).toEqual([[]])
    const deeds = (await entriesAbout(t, personId)).map(entry => entry.deed)
    expect(deeds).not.toContain('person.taken-from-concern')
    expect((await (await t.as('Helen Marsh')).get(`/people/${personId}`)).body).toContain('Not answered yet')
  })
})

describe('joined to a record that stands already', () => {
  test('nothing is written over: what differs is shown beside what stands, and only what was chosen is taken', async () => {
    const ids = await practitioner()
    const personId = await makePerson(t, { familyName: 'Standing' })
    const way = {
      way: 'On her mobile at noon.',
      wayAbsence: null,
      wordsToUse: null,
      doNot: 'Write.',
      notToBeTold: 'Her uncle.',
      interpreter: null,
    }
    await t.act('Helen Marsh', act => setSafeContact(act, personId, { said: way, over: null }))
    await t.act('Helen Marsh', act =>
      addAround(act, personId, { ...adultTyped, 'adult-safe-to-tell': 'not-told' }),
    )
    const priya = await t.as('Priya Raman')
    const path = `/concerns/${ids.concernId}/children/${ids.childId}`
    const joined = await priya.submit(`${path}/record`, { record: personId })
    expect(joined.headers.location).toBe(`${path}/carry`)
    const page = (await priya.get(`${path}/carry`)).body
    for (const says of [
      'On her mobile at noon.',
      'Through the school office before 3pm.',
      'Around the child: Joanne Quill',
      'Nothing yet',
    ])
      expect(page).toContain(says)
    expect((await priya.submit(`${path}/carry`, {})).body).toContain('Choose what to take onto the record')
    expect((await priya.submit(`${path}/carry`, { take: 'child-sex' })).statusCode).toBe(422)
    const taken = await priya.submit(`${path}/carry`, {
      take: ['safe-contact', 'child-language', 'around-1'],
    })
    expect(taken.statusCode).toBe(303)
    const { record } = await both(ids.concernId, personId)
    expect(record[0]).toEqual([{ question: 'child-language', value: 'Polish', absence: null }])
    // The one who stood there is the one who is changed; nobody is added beside her.
    expect(record).toHaveLength(2)
    expect(record[1]).toContainEqual({ question: 'adult-safe-to-tell', value: 'partner', absence: null })
    const child = (await priya.get(`/people/${personId}`)).body
    for (const says of ['Through the school office before 3pm.', 'Her uncle.', 'Write.'])
      expect(child).toContain(says)
    const before = await priya.get(`/people/${personId}/family/before`)
    expect(before.body).toContain('Must not be told')
    const left = (await priya.get(`${path}/carry`)).body
    expect(left).not.toContain('value="child-language"')
    expect(left).toContain('value="child-workers"')
  })

  test('what the concern did not know is not offered', async () => {
    const ids = await practitioner()
    const personId = await makePerson(t, { familyName: 'Standing' })
    await join(ids, personId)
    const { body } = await (
      await t.as('Priya Raman')
    ).get(`/concerns/${ids.concernId}/children/${ids.childId}/carry`)
    expect(body).not.toContain('value="child-communication"')
  })
})

describe('a concern that is not for everyone', () => {
  const { about, send } = allegations(() => t)
  const onlyWho = async (personId: PersonRecordId) => {
    expect(
      await t.database.superuser
        .selectFrom('personAnswer')
        .select('id')
        .where('subject', '=', personId)
        .execute(),
    ).toEqual([])
    expect(
      await t.database.superuser
        .selectFrom('safeContact')
        .select('id')
        .where('subject', '=', personId)
        .execute(),
    ).toEqual([])
  }
  const way = { 'child-1-child-safe-contact-absence': '', 'child-1-child-safe-contact': 'At school.' }

  test('sealed: nothing of it goes onto a record that others read, and its holder is told so', async () => {
    const concernId = await send(about(frost, way))
    const { id: childId } = await t.database.superuser
      .selectFrom('concernChild')
      .select('id')
      .where('subject', '=', concernId)
      .executeTakeFirstOrThrow()
    const personId = await join({ concernId, childId }, 'new', 'Judith Amos')
    await onlyWho(personId)
    const judith = await t.as('Judith Amos')
    const path = `/concerns/${concernId}/children/${childId}/carry`
    expect((await judith.get(path)).body).toContain('This concern is not for everyone in your agency')
    const form = await judith.formAt(path.replace('/carry', '/record'))
    expect((await judith.submit(path, { take: 'safe-contact' }, form)).statusCode).toBe(422)
    await onlyWho(personId)
    expect((await (await t.as('Priya Raman')).get(path)).statusCode).toBe(404)
  })

  test('open, and naming someone of the agency: they read nothing of it on the child’s record either', async () => {
    // Tom Ashdown decides on concerns; this one names him as someone who was there.
    const named = {
      'person-1-person-name-given': 'Tom',
      'person-1-person-name-family': 'Ashdown',
      'person-1-person-works': 'no',
    }
    const concernId = await send(about(named, way))
    const { id: childId } = await t.database.superuser
      .selectFrom('concernChild')
      .select('id')
      .where('subject', '=', concernId)
      .executeTakeFirstOrThrow()
    expect((await (await t.as('Tom Ashdown')).get(`/concerns/${concernId}`)).statusCode).toBe(404)
    await onlyWho(await join({ concernId, childId }, 'new'))
  })
})

describe('whoever may not decide', () => {
  test.each([
    ['Leah Brandt', 403],
    ['Helen Marsh', 403],
    ['Moira Kelly', 403],
    ['Ruth Adeyemi', 403],
  ])('%s is answered %d', async (name, status) => {
    const ids = await sent(t)
    await join(ids, 'new')
    const path = `/concerns/${ids.concernId}/children/${ids.childId}/carry`
    expect((await (await t.as(name)).get(path)).statusCode).toBe(status)
  })

  test('and a child who is joined to no record has nothing to take', async () => {
    const ids = await sent(t)
    const path = `/concerns/${ids.concernId}/children/${ids.childId}/carry`
    expect((await (await t.as('Priya Raman')).get(path)).statusCode).toBe(404)
  })
})
