import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raiseLate } from '#core/clocks/raise-late.ts'
import { mailNotices } from '#core/notices/mail-notices.ts'
import { features } from '#entry/feature-list.ts'
import { allegations, frost } from '#test/kit/allegations.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const { about, lettered, send, status } = allegations(() => t)

describe('a concern about someone who works with children', () => {
  test.each([
    ['Judith Amos', 'the designated officer', 200],
    ['Carys Bowen', 'professional standards of the police', 200],
    ['Daniel Frost', 'the officer who is named', 404],
    ['Neil Frost', 'another designated officer, of his family', 404],
    ['Priya Raman', 'the duty team that would have it otherwise', 404],
    ['Grace Okafor', 'their supervisor', 404],
    ['Helen Marsh', 'an allocated worker', 404],
    ['Moira Kelly', 'another agency', 404],
    ['Owen Price', 'a colleague of the one who sent it', 404],
  ])('%s, %s, gets %s', async (name, _, expected) => {
    const concernId = await send(about(frost))
    expect(await status(name, `/concerns/${concernId}`)).toBe(expected)
    const page = await (await t.as(name)).get('/')
    expect(page.body.includes(concernId)).toBe(expected === 200)
    if (name === 'Priya Raman' || name === 'Grace Okafor')
      expect((await (await t.as(name)).get('/concerns/queue')).body).not.toContain('Nadia')
  })

  test('its sender hears each step and is told to speak of it to nobody; a colleague hears nothing', async () => {
    const concernId = await send(about(frost))
    const leah = await t.as('Leah Brandt')
    expect((await leah.get(`/concerns/sent/${concernId}`)).body).toContain(
      'Do not speak of it to anyone else',
    )
    expect(await status('Owen Price', `/concerns/sent/${concernId}`)).toBe(404)
    t.world.advance(1)
    const judith = await t.as('Judith Amos')
    await judith.submit(`/concerns/${concernId}/take`, {})
    t.world.advance(1)
    expect((await leah.get(`/concerns/sent/${concernId}`)).body).toContain('Picked up')
    const [decide = ''] =
      /\/concerns\/[\w-]+\/children\/[\w-]+\/decide/.exec(
        (await judith.get(`/concerns/${concernId}`)).body,
      ) ?? []
    await judith.submit(decide, { outcomes: 'section-47', reasons: 'Seen.' })
    expect((await leah.get(`/concerns/sent/${concernId}`)).body).toContain('Section 47 enquiries')
  })

  test('what is done about the person stands apart, and stops its clock in that agency alone', async () => {
    const concernId = await send(about(frost))
    const carys = await t.as('Carys Bowen')
    expect((await carys.get('/')).body).toContain('about someone who works with children')
    const done = await carys.submit(`/concerns/${concernId}/allegation`, {
      action: 'allegations-meeting',
      reasons: 'Called for tomorrow.',
    })
    expect(done.statusCode).toBe(303)
    expect((await carys.get('/')).body).not.toContain(concernId)
    const [theirs, others] = [carys, await t.as('Judith Amos')].map(one => one.get(`/concerns/${concernId}`))
    expect((await theirs)?.body).toContain('Called for tomorrow.')
    // What an agency records stays its own.
    expect((await others)?.body).not.toContain('Called for tomorrow.')
    expect((await others)?.body).toContain('named people only: 3 can see it')
    const running = await t.database.superuser
      .selectFrom('clock')
      .select('userId')
      .where('subject', '=', concernId)
      .where('kind', '=', 'concern.allegation')
      .where('state', '=', 'running')
      .execute()
    expect(running).toEqual([{ userId: t.idOf('user Judith Amos') }])
    const refused = await carys.submit(`/concerns/${concernId}/allegation`, { action: '', reasons: '' })
    expect(refused.statusCode).toBe(422)
    expect(await status('Daniel Frost', `/concerns/${concernId}/allegation`)).toBe(403)
    // Someone who might stand in elsewhere does not hold this one.
    expect(await status('Priya Raman', `/concerns/${concernId}/allegation`)).toBe(404)
  })

  test('when it is late, and with danger now, only those it is for get a letter', async () => {
    await t.database.superuser.deleteFrom('letter').execute()
    const concernId = await send(about(frost, { 'danger-now': 'yes', 'spoken-to-nobody': 'yes' }))
    t.world.advance(5 * 24 * 60)
    const door = { db: t.database.connect('sightline_job', 2), world: t.world }
    await raiseLate(
      door,
      features.flatMap(feature => feature.work ?? []),
    )
    await mailNotices(door)
    expect(await lettered(concernId)).toEqual(['Carys Bowen', 'Judith Amos', 'Leah Brandt'])
  })

  test('whoever may be the one named is passed over, and another who holds the duty has it', async () => {
    const amos = {
      'person-1-person-name-given': 'Judy',
      'person-1-person-name-family': 'Amos',
      'person-1-person-works-for': 'council',
    }
    const concernId = await send(about(amos))
    expect(await status('Judith Amos', `/concerns/${concernId}`)).toBe(404)
    expect(await status('Neil Frost', `/concerns/${concernId}`)).toBe(200)
    expect(await status('Carys Bowen', `/concerns/${concernId}`)).toBe(404)
  })

  test('where nobody holds the duty, a supervisor has it in their stead', async () => {
    const typed = about(
      { 'person-1-person-name-family': 'Amos' },
      {
        people: ['1', '2'],
        ...Object.fromEntries(
          Object.entries(about({ 'person-1-person-name-family': 'Frost' })).flatMap(([field, value]) =>
            field.startsWith('person-1-') ? [[field.replace('person-1-', 'person-2-'), value] as const] : [],
          ),
        ),
      },
    )
    const concernId = await send(typed)
    expect(await status('Grace Okafor', `/concerns/${concernId}`)).toBe(200)
    expect(await status('Priya Raman', `/concerns/${concernId}`)).toBe(404)
  })

  test('where nobody may receive it, it is not sent, and what was written stays', async () => {
    const everyone = { people: ['1', '2', '3', '4', '5'] }
    const named = ['Amos', 'Frost', 'Okafor', 'Raman', 'Ashdown'].flatMap((family, at) =>
      Object.entries(about({}))
        .flatMap(([field, value]) =>
          field.startsWith('person-1-') && !field.includes('name-')
            ? [[field.replace('person-1-', `person-${at + 1}-`), value] as const]
            : [],
        )
        .concat([[`person-${at + 1}-person-name-family`, family]]),
    )
    await expect(send(about({}, { ...Object.fromEntries(named), ...everyone }))).rejects.toMatchObject({
      errors: { '': expect.stringContaining('ask for the designated officer') },
    })
  })

  test('someone who does not work with children seals nothing', async () => {
    const concernId = await send(about({ ...frost, 'person-1-person-works': 'no' }))
    expect(await status('Priya Raman', `/concerns/${concernId}`)).toBe(200)
  })
})

test('whoever is too near to it says so, and sees no more of it', async () => {
  const concernId = await send(about({ ...frost, 'person-1-person-works': 'no' }))
  const tom = await t.as('Tom Ashdown')
  expect((await tom.get('/concerns/queue')).body).toContain(concernId)
  expect((await tom.get(`/concerns/${concernId}`)).body).toContain('I am too near to this')
  const said = await tom.submit(`/concerns/${concernId}/outside`, {})
  expect(said.headers.location).toBe('/')
  expect(await status('Tom Ashdown', `/concerns/${concernId}`)).toBe(404)
  expect((await tom.get('/concerns/queue')).body).not.toContain(concernId)
  expect(await status('Priya Raman', `/concerns/${concernId}`)).toBe(200)
  expect(await status('Tom Ashdown', `/concerns/${concernId}/outside`)).toBe(404)
})

test('whoever decides and may be a person named on an open concern is outside it, as long as somebody else decides', async () => {
  const tom = {
    'person-1-person-name-given': 'Thomas',
    'person-1-person-name-family': 'Ashdown',
    'person-1-person-works': 'no',
  }
  const concernId = await send(about(tom))
  expect(await status('Tom Ashdown', `/concerns/${concernId}`)).toBe(404)
  expect((await (await t.as('Tom Ashdown')).get('/concerns/queue')).body).not.toContain(concernId)
  expect(await status('Priya Raman', `/concerns/${concernId}`)).toBe(200)
})
