import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MissingEpisodeId } from '#core/access/generated/tables.ts'
import { gradeEpisode, wordEpisode } from './episode/service.ts'
import { entriesAbout } from '#test/kit/made-people.ts'
import { councilTyped, openedByCouncil, openedByPolice, policeTyped } from '#test/kit/missing.ts'
import { clocksOn } from '#test/kit/receiving.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const page = async (name: string, path: string) => (await t.as(name)).get(path)
const submit = async (name: string, path: string, typed: Record<string, string>) =>
  (await t.as(name)).submit(path, typed)
/** What a page says, without its markup. */
const said = async (name: string, path: string): Promise<string> =>
  (await page(name, path)).body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const FOUND = {
  'found-on': 'today',
  'found-time': '00:10',
  where: 'At her aunt’s',
  by: 'Her aunt rang',
  how: 'Not hurt, tired.',
}

describe('a child whom one opens as missing is with the other at once', () => {
  test.each([
    ['the police', openedByPolice, 'Daniel Frost', 'Priya Raman'],
    ['the council', openedByCouncil, 'Priya Raman', 'Daniel Frost'],
  ] as const)('opened by %s', async (_, opens, own, other) => {
    const id = await opens(t)
    for (const name of [own, other]) {
      expect((await page(name, '/missing')).body).toContain(id)
      expect((await page(name, `/missing/${id}`)).statusCode).toBe(200)
    }
    // On a list of each: one clock, from now on.
    const clocks = await clocksOn(t, id)
    expect(clocks.map(clock => clock.ownerAgency).sort()).toEqual(
      [t.idOf('agency police'), t.idOf('agency local-authority')].sort(),
    )
    expect((await page(other, '/')).body).toContain(`/missing/${id}`)
    for (const name of ['Moira Kelly', 'Leah Brandt', 'Ruth Adeyemi', 'Sunita Kaur'])
      expect((await page(name, `/missing/${id}`)).statusCode).toBe(403)
  })

  test('and until somebody there is on it they are told so, on their home page', async () => {
    const id = await openedByCouncil(t)
    const notice = new RegExp(
      `href="/missing/${id}">A child is missing: MIS-[^<]+Nobody of your agency is on it`,
    )
    expect((await page('Daniel Frost', '/')).body).toMatch(notice)
    await submit('Daniel Frost', `/missing/${id}/on-it`, {})
    expect((await page('Daniel Frost', '/')).body).not.toMatch(notice)
  })
})

describe('the list', () => {
  test('empty says plainly what it does not mean', async () => {
    await using fresh = await testApp()
    expect((await (await fresh.as('Priya Raman')).get('/missing')).body).toContain(
      'There is no child here that you can see. This does not mean that no child is missing.',
    )
  })

  test('has those at high risk first, then those not graded, then the rest, and of each the longest unseen', async () => {
    await using fresh = await testApp()
    const open = async (by: string, typed: Record<string, string>): Promise<string> => {
      const answer = await (await fresh.as(by)).submit('/missing/new', typed)
      expect(answer.statusCode, answer.body).toBe(303)
      return answer.headers.location?.split('/').at(-1) ?? ''
    }
    const at = (time: string) => ({ 'seen-time': time })
    const [police, council] = [policeTyped(fresh), councilTyped(fresh)]
    const low = await open('Daniel Frost', { ...police, grade: 'low', ...at('08:00') })
    const medium: Record<string, string> = {}
    for (const time of ['20:00', '09:00', '13:00', '11:00', '18:00'])
      medium[time] = await open('Daniel Frost', { ...police, grade: 'medium', ...at(time) })
    const ungraded = await open('Priya Raman', { ...council, ...at('22:00') })
    const high = await open('Daniel Frost', { ...police, grade: 'high', ...at('23:00') })
    const none = await open('Daniel Frost', { ...police, grade: 'no-apparent-risk', ...at('01:00') })
    for (const name of ['Daniel Frost', 'Priya Raman']) {
      const { body } = await (await fresh.as(name)).get('/missing')
      const order = [...body.matchAll(/href="\/missing\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
      const longestFirst = Object.keys(medium)
        .toSorted()
        .map(time => medium[time])
      expect(order).toEqual([high, ungraded, ...longestFirst, low, none])
    }
  })

  test('leaves one entry in the ledger that names whom it has shown', async () => {
    const id = await openedByPolice(t)
    await page('Priya Raman', '/missing')
    const [entry] = await t.database.superuser
      .selectFrom('auditEntry')
      .select(['deed', 'detail'])
      .where('deed', '=', 'missing.listed')
      .orderBy('id', 'desc')
      .limit(1)
      .execute()
    expect(JSON.stringify(entry?.detail)).toContain(id)
  })

  test('counts the hours as they go by', async () => {
    const id = await openedByPolice(t)
    const hours = async () =>
      /Not seen for (\d+) hours/.exec(await said('Priya Raman', `/missing/${id}`))?.[1]
    const before = Number(await hours())
    t.world.advance(180)
    expect(Number(await hours())).toBe(before + 3)
  })
})

describe('the police’s grade and the word of children’s services', () => {
  test('stand side by side also when they differ, each with whose it is, the newest of each', async () => {
    const id = await openedByPolice(t)
    await submit('Priya Raman', `/missing/${id}/word`, { word: 'away', why: 'He wrote where he is.' })
    t.world.advance(1)
    await submit('Daniel Frost', `/missing/${id}/grade`, { grade: 'high', why: 'Nobody has seen him there.' })
    for (const name of ['Daniel Frost', 'Priya Raman']) {
      const shown = await said(name, `/missing/${id}`)
      expect(shown).toMatch(
        /Grade High \(Daniel Frost,.*They call it Away from placement without authorisation \(Priya Raman,/,
      )
      expect(shown).toContain('Where they differ, both stand.')
      // What was said before stays to be read.
      expect(shown).toContain('Graded by the police: Medium')
    }
  })

  test.each([
    ['Priya Raman', 'grade', gradeEpisode, { grade: 'low', word: '', why: 'x' }, 'The police grade it.'],
    [
      'Daniel Frost',
      'word',
      wordEpisode,
      { grade: '', word: 'away', why: 'x' },
      'What children’s services call it is theirs to say.',
    ],
  ] as const)('%s does not say what the other says: %s', async (name, under, deed, typed, says) => {
    const id = await openedByPolice(t)
    expect(await said(name, `/missing/${id}/${under}`)).toContain(says)
    await expect(t.act(name, act => deed(act, id, typed))).rejects.toMatchObject({
      errors: { '': expect.stringContaining(says) as string },
    })
  })
})

describe('who is on it', () => {
  test('is said of each agency, nobody plainly, and taken over by whoever says so', async () => {
    const id = await openedByPolice(t)
    expect((await said('Priya Raman', '/missing')).match(/On it: Nobody yet/g)?.length).toBeGreaterThan(1)
    for (const name of ['Tom Ashdown', 'Priya Raman']) {
      await submit(name, `/missing/${id}/on-it`, {})
      t.world.advance(1)
      expect(await said('Daniel Frost', `/missing/${id}`)).toMatch(
        new RegExp(`Children’s services They call it .* On it ${name}, Wexcombe Council`),
      )
      const own = (await clocksOn(t, id)).find(one => one.ownerAgency === t.idOf('agency local-authority'))
      expect(own?.userId).toBe(t.idOf(`user ${name}`))
    }
  })
})

describe('the next look', () => {
  const dueIn = async (id: MissingEpisodeId, agency: 'police' | 'local-authority') =>
    ((await clocksOn(t, id)).find(one => one.ownerAgency === t.idOf(`agency ${agency}`))?.dueAt.getTime() ??
      0) - t.world.now().getTime()
  const HOUR = 3_600_000

  test.each([
    ['high', 1, 2],
    ['medium', 4, 6],
    ['low', 12, 12],
    ['no-apparent-risk', 24, 24],
  ])('of a child graded %s is due in hours that go by at night too', async (grade, police, council) => {
    const answer = await submit('Daniel Frost', '/missing/new', { ...policeTyped(t), grade })
    const [typed] = /[0-9a-f-]{36}/.exec(answer.headers.location ?? '') ?? []
    const clocks = await clocksOn(t, idOf<MissingEpisodeId>().parse(typed))
    expect(
      Object.fromEntries(
        clocks.map(one => [
          one.ownerAgency === t.idOf('agency police') ? 'police' : 'council',
          (one.dueAt.getTime() - one.startedAt.getTime()) / HOUR,
        ]),
      ),
    ).toEqual({ police, council })
    expect(clocks.every(one => one.urgent === (grade === 'high'))).toBe(true)
  })

  test('is set anew by whoever has looked, with what they did, and only in their agency', async () => {
    const id = await openedByPolice(t)
    t.world.advance(60)
    expect(await dueIn(id, 'police')).toBe(3 * HOUR)
    await submit('Daniel Frost', `/missing/${id}/look`, { says: 'Rang her mother: nothing new.' })
    expect([await dueIn(id, 'police'), await dueIn(id, 'local-authority')]).toEqual([4 * HOUR, 5 * HOUR])
    expect(await said('Priya Raman', `/missing/${id}`)).toContain('Rang her mother: nothing new.')
    expect(await clocksOn(t, id)).toHaveLength(2)
  })

  test('is sooner when the grade is higher, and no later when it is lower', async () => {
    const id = await openedByPolice(t)
    await submit('Daniel Frost', `/missing/${id}/grade`, { grade: 'high', why: 'No coat, and it freezes.' })
    expect(await dueIn(id, 'police')).toBe(HOUR)
    await submit('Daniel Frost', `/missing/${id}/grade`, { grade: 'low', why: 'Seen with an aunt.' })
    expect(await dueIn(id, 'police')).toBe(HOUR)
  })
})

describe('found', () => {
  test.each([
    ['by whose record it is', 'Priya Raman', 'Daniel Frost', 'Priya Raman'],
    ['by the other', 'Daniel Frost', 'Daniel Frost', 'Priya Raman'],
  ])(
    '%s, it leaves every list, its clocks end, and the other sees no more of it',
    async (_, by, other, own) => {
      const id = await openedByCouncil(t)
      await submit('Daniel Frost', `/missing/${id}/entry`, { kind: 'seen', says: 'By a driver at six.' })
      t.world.advance(5)
      const answer = await submit(by, `/missing/${id}/found`, FOUND)
      expect([answer.statusCode, answer.headers.location]).toEqual([
        303,
        by === own ? `/missing/${id}` : '/missing',
      ])
      t.world.advance(1)
      for (const name of [own, other]) expect((await page(name, '/missing')).body).not.toContain(id)
      expect(await clocksOn(t, id)).toEqual([])
      expect((await page(other, `/missing/${id}`)).statusCode).toBe(404)
      // Whose record it is keeps all of it, also what the other said.
      const kept = await said(own, `/missing/${id}`)
      for (const text of [
        'At her aunt’s',
        'Not hurt, tired.',
        'By a driver at six.',
        'within 72 hours',
        'independent',
      ])
        expect(kept).toContain(text)
      const home = await said(other, '/')
      if (by !== other) expect(home).toContain('is found. A return interview is offered within 72 hours')
      expect((await page(other, '/')).body).not.toContain(id)
      const live = await t.database.superuser
        .selectFrom('accessGrant')
        .select('grantee')
        .where('source', '=', id)
        .where(eb => eb.fn<boolean>('upper_inf', ['validDuring']), '=', true)
        .execute()
      expect(live.every(one => one.grantee === t.idOf('agency local-authority'))).toBe(true)
      const deeds = (await entriesAbout(t, id)).map(entry => entry.deed)
      expect(deeds).toEqual(expect.arrayContaining(['missing.opened', 'missing.found', 'missing.viewed']))
    },
  )

  test.each([
    ['found', FOUND],
    ['mistake', { why: 'She was with her father, as agreed.' }],
    ['on-it', {}],
    ['look', { says: 'Nothing new.' }],
    ['entry', { kind: 'done', says: 'Rang.' }],
    ['word', { word: 'away', why: 'x' }],
    ['report', { police: 'not-told', 'police-why-not': 'x' }],
  ])('nothing more is done to it: %s', async (under, typed) => {
    const id = await openedByCouncil(t)
    expect((await submit('Priya Raman', `/missing/${id}/mistake`, { why: 'Here twice.' })).statusCode).toBe(
      303,
    )
    t.world.advance(1)
    const answer = await submit('Priya Raman', `/missing/${id}/${under}`, typed)
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Priya Raman ended this on')
    expect((await page('Daniel Frost', `/missing/${id}/${under}`)).statusCode).toBe(404)
  })

  test.each([
    ['a day', { 'found-on': '' }, 'Choose which day'],
    [
      'a time after the child was last seen',
      { 'found-on': 'yesterday', 'found-time': '16:29' },
      'after the child was last seen',
    ],
    ['a time that has been', { 'found-time': '23:59' }, 'Enter a time that has been'],
    ['where', { where: '' }, 'Enter where they were found'],
    ['by whom', { by: '' }, 'Enter who found them'],
    ['how the child is', { how: '' }, 'Enter how the child is'],
  ])('is refused without %s, and what was typed comes back', async (_, changed, says) => {
    await using fresh = await testApp()
    const id = await openedByCouncil(fresh)
    const answer = await (
      await fresh.as('Priya Raman')
    ).submit(`/missing/${id}/found`, { ...FOUND, ...changed })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
    expect(answer.body).toMatch(/Her aunt rang|Not hurt, tired/)
    expect((await (await fresh.as('Priya Raman')).get('/missing')).body).toContain(id)
  })

  test('as opened by mistake says why, and offers no interview', async () => {
    const id = await openedByCouncil(t)
    await submit('Priya Raman', `/missing/${id}/mistake`, { why: 'She was with her father, as agreed.' })
    const shown = await said('Priya Raman', `/missing/${id}`)
    expect(shown).toContain('Opened by mistake')
    expect(shown).toContain('She was with her father, as agreed.')
    expect(shown).not.toContain('72 hours')
  })
})
