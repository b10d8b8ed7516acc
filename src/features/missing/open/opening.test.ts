import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkRecord } from '#features/concerns/decide/link.ts'
import { sayProtection } from '#features/people/public.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { makePerson } from '#test/kit/made-people.ts'
import { councilTyped, openedBy, policeTyped } from '#test/kit/missing.ts'
import { clocksOn, nightTeam } from '#test/kit/receiving.ts'
import { concernTyped, sealedTyped, sent } from '#test/kit/routes/concerns.ts'
import { worker } from '#test/kit/routes/making.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { testWorld } from '#test/kit/test-world.ts'
import { stepOutside } from '../episode/outside.ts'
import { sayMistake } from '../episode/service.ts'
import { words } from '../words.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const submit = async (name: string, path: string, typed: Record<string, string | string[]>) =>
  (await t.as(name)).submit(path, typed)
const status = async (name: string, path: string) => (await (await t.as(name)).get(path)).statusCode
const idIn = (location: unknown): string => /[0-9a-f-]{36}/.exec(String(location))?.[0] ?? ''
const episodes = () => t.database.superuser.selectFrom('missingEpisode').select('id').execute()

describe('what is missing or wrong is refused, and what was typed comes back', () => {
  const refused = async (name: string, typed: Record<string, string>, says: string) => {
    const before = (await episodes()).length
    const answer = await submit(name, '/missing/new', typed)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
    expect(answer.body).toContain('Bus station')
    expect(await episodes()).toHaveLength(before)
  }

  test.each([
    ['who', { called: '' }, 'Enter the name they are known by'],
    [
      'how old',
      { 'born-day': '', 'born-month': '', 'born-year': '' },
      'Enter a date of birth or about how old',
    ],
    ['one age', { age: '14' }, 'one of the three'],
    ['a whole age', { 'born-day': '', 'born-month': '', 'born-year': '', age: '18' }, 'from 0 to 17'],
    ['a child', { 'born-year': '2000' }, 'By this date they are 18 or over'],
    ['what they look like', { looks: '' }, 'Enter what they look like'],
    ['which day', { 'seen-on': '' }, 'Choose which day'],
    ['a time', { 'seen-time': 'at night' }, 'Enter a time, such as 16:30'],
    ['a time that has been', { 'seen-on': 'today', 'seen-time': '23:59' }, 'Enter a time that has been'],
    ['where from', { 'told-by': '' }, 'Enter who told you'],
    ['why', { worry: '' }, 'Enter why you are worried'],
    ['an area of ours', { area: '01900000-0000-7000-8000-000000000000' }, 'Choose the area'],
    [
      'a picture as text',
      { worry: 'data:image/png;base64,AAAA' },
      'Do not upload, copy, forward or photograph',
    ],
  ])('%s', async (_, changed, says) => {
    await refused('Daniel Frost', { ...policeTyped(t), ...changed }, says)
  })

  test.each([
    ['Daniel Frost', 'a grade', { grade: '' }, 'Choose a grade'],
    ['Daniel Frost', 'a grade that may be given', { grade: 'not-graded' }, 'Choose a grade'],
    ['Daniel Frost', 'its reason', { 'grade-why': '' }, 'Enter why'],
    ['Daniel Frost', 'a reference', { 'police-reference': '' }, 'Enter the reference'],
    ['Priya Raman', 'whether the police are rung', { police: '' }, 'Choose whether you have rung the police'],
    ['Priya Raman', 'whom they spoke to', { 'police-told': '' }, 'Enter whom you spoke to'],
    ['Priya Raman', 'why not', { police: 'not-told' }, 'Enter why not'],
    ['Priya Raman', 'their own word', { word: '' }, 'Choose what children’s services call it'],
  ])('of %s %s', async (name, _, changed, says) => {
    await refused(name, { ...(name === 'Daniel Frost' ? policeTyped(t) : councilTyped(t)), ...changed }, says)
  })
})

test('an agency that neither polices nor receives is told whom to ring, and opens nothing', async () => {
  const outreach = await worker(t, 'allocated-worker', 'voluntary')
  const page = (await (await t.as(outreach.name)).get('/missing/new')).body
  expect(page).toContain('Ring the police, and record a concern.')
  await expect(openedBy(t, outreach.name, { typed: councilTyped(t) })).rejects.toMatchObject({
    errors: { '': expect.stringContaining('Ring the police') as string },
  })
})

test('nobody reached at the police stands in red, with 999', async () => {
  const id = await openedBy(t, 'Priya Raman', { typed: { ...councilTyped(t), police: 'not-reached' } })
  const { body } = await (await t.as('Grace Okafor')).get(`/missing/${id}`)
  expect(body).toMatch(/Nobody at the police could be reached\.<\/strong> Ring 999/)
})

test('out of hours it is on the list of the night team', async () => {
  // A Sunday, two in the morning.
  await using night = await testApp(['administration'], { world: testWorld('2026-11-22T02:00:00Z') })
  const edt = await nightTeam(night)
  for (const id of [
    await openedBy(night, 'Daniel Frost', { typed: policeTyped(night) }),
    await openedBy(night, 'Priya Raman', { typed: councilTyped(night) }),
  ]) {
    expect((await clocksOn(night, id)).map(clock => clock.teamId)).toContain(edt.team)
    expect((await (await night.as(edt.decider)).get('/')).body).toContain(`/missing/${id}`)
  }
})

describe('from a concern', () => {
  const from = async (typed = concernTyped(t)) => {
    const { concernId, childId } = await sent(t, 'Leah Brandt', typed)
    return { concernId, path: `/concerns/${concernId}/children/${childId}/missing`, childId }
  }

  test('what it says of the child is taken over, and its area is not asked', async () => {
    const { concernId, path } = await from()
    const concern = (await (await t.as('Priya Raman')).get(`/concerns/${concernId}`)).body
    expect(concern).toContain(`href="${path}"`)
    const { body } = await (await t.as('Priya Raman')).get(path)
    for (const text of [
      'value="Amelia Quillfeather"',
      'value="14"',
      'value="2011"',
      'Sending this form does not call for help',
    ])
      expect(body).toContain(text)
    expect(body).not.toContain('Which area does the child live in?')
    const { area: _, ...typed } = councilTyped(t)
    const answer = await submit('Priya Raman', path, typed)
    const id = idIn(answer.headers.location)
    expect((await (await t.as('Priya Raman')).get(`/missing/${id}`)).body).toContain(`/concerns/${concernId}`)
    // The police see the child, and nothing of where it came from.
    const police = (await (await t.as('Daniel Frost')).get(`/missing/${id}`)).body
    expect(police).toContain('Rosa')
    for (const hidden of [concernId, 'CON-', 'Leah Brandt']) expect(police).not.toContain(hidden)
  })

  test('a child of that name who is missing already is pointed to, to whoever may know; the form is there as before', async () => {
    const { path } = await from({ ...concernTyped(t), 'child-1-child-name-given': 'Twice' })
    const page = async (name: string) => (await (await t.as(name)).get(path)).body
    const called = /name="called"[^>]*value="([^"]+)"/.exec(await page('Priya Raman'))?.[1] ?? ''
    expect(called).toContain('Twice')
    expect(await page('Priya Raman')).not.toContain(words.openAlready)
    const typed = { ...policeTyped(t), called: called.toUpperCase() }
    const id = await openedBy(t, 'Daniel Frost', { typed })
    await openedBy(t, 'Daniel Frost', { typed: { ...typed, called: 'Someone Else' } })
    expect(await page('Priya Raman')).toContain(`href="/missing/${id}"`)
    expect((await page('Priya Raman')).split(words.openAlready)).toHaveLength(2)
    expect(await page('Priya Raman')).toContain('Open it now')
    await t.act('Priya Raman', act => stepOutside(act, { id }))
    expect(await page('Priya Raman')).not.toContain(words.openAlready)
    expect(await page('Tom Ashdown')).toContain(words.openAlready)
    await t.act('Daniel Frost', act => sayMistake(act, id, 'Was at home.'))
    expect(await page('Tom Ashdown')).not.toContain(words.openAlready)
  })

  test('a sealed one opens nothing, and says where to open it', async () => {
    const judith = t.idOf('user Judith Amos')
    await t.database.superuser
      .insertInto('roleGrant')
      .values({
        id: t.world.uuid(),
        agencyId: t.idOf('agency local-authority'),
        userId: judith,
        role: 'duty-worker',
        askedBy: t.idOf('user Alan Pike'),
        askedAt: t.world.now(),
        agreedBy: t.idOf('user Ruth Adeyemi'),
        agreedAt: t.world.now(),
      })
      .execute()
    const { path, concernId, childId } = await from(sealedTyped(t))
    const { body } = await (await t.as('Judith Amos')).get(path)
    expect(body).toContain('Open the child as missing without the concern.')
    expect(body).toContain('href="/missing/new"')
    const before = (await episodes()).length
    const concern = { id: concernId, childId, areaId: t.idOf('area Wexcombe North'), sealed: true }
    await expect(
      openedBy(t, 'Judith Amos', { typed: councilTyped(t), from: { concern } }),
    ).rejects.toMatchObject({ errors: { '': expect.stringContaining('for named people only') as string } })
    expect(await episodes()).toHaveLength(before)
    for (const name of ['Priya Raman', 'Grace Okafor']) expect(await status(name, path)).toBe(404)
  })

  test('whoever may be named on it, or stepped outside it, learns nothing in either agency', async () => {
    const other = await worker(t, 'detective', 'police')
    const named = {
      ...concernTyped(t),
      'people-known': 'yes',
      people: ['1'],
      'person-1-person-name-absence': '',
      'person-1-person-name-given': 'Daniel',
      'person-1-person-name-family': 'Frost',
      'person-1-person-works-absence': '',
      'person-1-person-works': 'no',
    }
    const { concernId, path } = await from(named)
    await submit('Tom Ashdown', `/concerns/${concernId}/outside`, {})
    const id = idIn((await submit('Priya Raman', path, councilTyped(t))).headers.location)
    for (const name of ['Daniel Frost', 'Tom Ashdown']) {
      expect(await status(name, `/missing/${id}`), name).toBe(404)
      for (const list of ['/missing', '/']) {
        const { body } = await (await t.as(name)).get(list)
        expect(body, `${list} by ${name}`).not.toContain(id)
      }
    }
    for (const name of [other.name, 'Priya Raman', 'Grace Okafor'])
      expect(await status(name, `/missing/${id}`), name).toBe(200)
  })
})

describe('on the child’s page', () => {
  test.each(['the record', 'a concern joined to it'])('it stands when it was opened from %s', async which => {
    const personId = await makePerson(t, { familyName: 'Ashgrove' })
    let id: string
    if (which === 'the record')
      id = idIn(
        (await submit('Helen Marsh', `/people/${personId}/missing`, councilTyped(t))).headers.location,
      )
    else {
      const { concernId } = await t.act('Leah Brandt', act => sendConcern(act, concernTyped(t)))
      const child = await t.database.superuser
        .selectFrom('concernChild')
        .select('id')
        .where('subject', '=', concernId)
        .executeTakeFirstOrThrow()
      const path = `/concerns/${concernId}/children/${child.id}/missing`
      id = idIn((await submit('Priya Raman', path, councilTyped(t))).headers.location)
      await t.act('Priya Raman', act =>
        linkRecord(act, { concernId, concernChildId: child.id, record: personId }),
      )
    }
    const { body } = await (await t.as('Helen Marsh')).get(`/people/${personId}`)
    expect(body).toContain(`href="/missing/${id}"`)
    expect(body).not.toContain(`href="/people/${personId}/missing"`)
  })
})

describe('a child whose identity is protected', () => {
  const opened = async () => {
    const personId = await makePerson(t, { familyName: 'Ellery' })
    await t.act('Helen Marsh', act => sayProtection(act, personId, { say: 'protect', reason: 'Adopted.' }))
    const page = (await (await t.as('Helen Marsh')).get(`/people/${personId}/missing`)).body
    const answer = await submit('Helen Marsh', `/people/${personId}/missing`, councilTyped(t))
    return { personId, page, id: idIn(answer.headers.location) }
  }

  test('is opened to nobody but its holder, and the page says to ring', async () => {
    const { id, page } = await opened()
    expect(page).toContain('Ring the police, and say what they need to know.')
    const { body } = await (await t.as('Helen Marsh')).get(`/missing/${id}`)
    expect(body).toContain('neither the police nor anyone else sees this page')
    expect(await status('Grace Okafor', `/missing/${id}`)).toBe(200)
    for (const name of ['Daniel Frost', 'Priya Raman', 'Tom Ashdown']) {
      expect(await status(name, `/missing/${id}`), name).toBe(404)
      expect((await (await t.as(name)).get('/missing')).body).not.toContain(id)
    }
    const agencies = await t.database.superuser
      .selectFrom('accessGrant')
      .select('id')
      .where('granteeKind', '=', 'agency')
      .where('sourceKind', '=', 'missing-child')
      .where(eb => eb.cast<string>('source', 'text'), '=', id)
      .execute()
    expect(agencies).toEqual([])
    // No notice either: that there is one would be known.
    const told = await t.database.superuser
      .selectFrom('notice')
      .select('id')
      .where(eb => eb.cast<string>('subject', 'text'), '=', id)
      .execute()
    expect(told).toEqual([])
  })

  test('is looked for by its holder to the end', async () => {
    const { id } = await opened()
    for (const [under, typed] of [
      ['on-it', {}],
      ['look', { says: 'Rang the placement.' }],
      ['found', { 'found-on': 'today', 'found-time': '00:10', where: 'Home', by: 'Came back', how: 'Well.' }],
    ] as const)
      expect((await submit('Helen Marsh', `/missing/${id}/${under}`, typed)).statusCode, under).toBe(303)
    expect((await (await t.as('Helen Marsh')).get('/missing')).body).not.toContain(id)
  })
})
