import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SubjectId } from '#core/access/generated/tables.ts'
import { drafted } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { stories } from './demo-stories.ts'
import { sendConcern } from './send/service.ts'
import { withUnsaid } from './unsaid.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const send = (which = 3, by = 'Leah Brandt') =>
  t.act(by, act => sendConcern(act, stories(t.made)[which]?.typed ?? {}))

const entriesOn = async (subject: SubjectId) =>
  (
    await t.database.superuser
      .selectFrom('auditEntry')
      .select('deed')
      .where('subject', '=', subject)
      .orderBy('id')
      .execute()
  ).map(row => row.deed)

describe('a concern from the first page to the receipt', () => {
  test('is recorded step by step, resumed, checked and sent once', async () => {
    const leah = await t.as('Leah Brandt')
    const begun = await leah.submit('/concerns/new', {})
    expect(begun.statusCode).toBe(303)
    const danger = begun.headers.location ?? ''
    const base = danger.replace(/\/danger$/, '')
    expect((await leah.submit(danger, { 'danger-now': 'no' })).headers.location).toBe(`${base}/area`)
    expect(
      (
        await leah.submit(`${base}/area`, {
          'child-area': t.idOf('area Wexcombe North'),
          'you-know-child': 'works',
        })
      ).headers.location,
    ).toBe(`${base}/child/1`)
    const typed = withUnsaid({
      'child-1-child-name-given': 'Ines',
      'child-1-child-born-year': '2012',
      'child-1-child-sex': 'F',
      'child-1-child-school': 'Hillside Academy',
      account: 'Fact: seen leaving at noon.',
      noticed: 'missing',
      'people-known': 'no',
    })
    for (const [step, next] of [
      ['child/1', 'what-happened'],
      ['what-happened', 'people'],
      ['people', 'done'],
      ['done', 'check'],
    ])
      expect((await leah.submit(`${base}/${step}`, typed)).headers.location).toBe(`${base}/${next}`)
    const check = await leah.get(`${base}/check`)
    expect(check.body).toContain('Ines')
    expect(check.body).toContain('about 2012')
    expect(check.body).toContain('Sending this form does not call for help')

    const form = await leah.formAt(`${base}/check`)
    const first = await leah.submit(`${base}/check`, {}, form)
    const second = await leah.submit(`${base}/check`, {}, form)
    expect(first.statusCode).toBe(303)
    expect(second.headers.location).toBe(first.headers.location)
    const receipt = await leah.get(first.headers.location ?? '')
    expect(receipt.body).toContain('We have your concern')
    expect(receipt.body).toContain('Wednesday 25 November 2026 at 11:59pm')
    expect(receipt.body).not.toContain('Ines')
    expect((await leah.get(`${base}/check`)).statusCode).toBe(404)
  })

  test('loses a child, and what was said of them, when someone takes the child out', async () => {
    const leah = await t.as('Leah Brandt')
    const base = ((await leah.submit('/concerns/new', {})).headers.location ?? '').replace(/\/danger$/, '')
    const child = (number: number, given: string, button = 'next') => ({
      // oxlint-disable-next-line unicorn/no-thenable -- the name of the button that was pressed
      then: button,
      ...withUnsaid({ children: [`${number}`], [`child-${number}-child-name-given`]: given }),
    })
    expect((await leah.get(`${base}/child/1`)).body).not.toContain('Remove this child')
    expect((await leah.get(`${base}/remove/child/1`)).statusCode).toBe(404)
    const elsewhere = await leah.formAt('/concerns/new')
    expect((await leah.submit(`${base}/remove/child/1`, {}, elsewhere)).statusCode).toBe(404)
    await leah.submit(`${base}/child/1`, child(1, 'Ines', 'add'))
    await leah.submit(`${base}/child/2`, child(2, 'Marek', 'add'))
    // Asked first; what was typed on the page is kept until the answer.
    const asked = await leah.submit(`${base}/child/2`, child(2, 'Marek T', 'remove'))
    expect(asked.headers.location).toBe(`${base}/remove/child/2`)
    expect((await leah.get(`${base}/remove/child/2`)).body).toMatch(
      /Remove <bdi>Marek T<\/bdi> from this concern\?/,
    )
    expect((await leah.get(`${base}/child/2`)).body).toContain('Marek T')
    // What a lost session left behind on that page goes too.
    const form = await leah.formAt(`${base}/child/2`)
    t.world.advance(31)
    await leah.submit(`${base}/child/2`, child(2, 'Marek left behind'), form)
    const again = await t.as('Leah Brandt')
    expect((await again.submit(`${base}/remove/child/2`, {})).headers.location).toBe(`${base}/check`)
    const check = await again.get(`${base}/check`)
    expect(check.body).toContain('Ines')
    expect(check.body).not.toContain('Marek')
    expect((await again.get(`${base}/remove/child/2`)).statusCode).toBe(404)
    // The next child takes the free number and begins empty.
    const added = await again.submit(`${base}/child/3`, child(3, 'Odile', 'add'))
    expect(added.headers.location).toBe(`${base}/child/2`)
    expect((await again.get(`${base}/child/2`)).body).not.toContain('Marek')
    const drafts = await t.database.superuser
      .selectFrom('draft')
      .select('typed')
      .where('userId', '=', t.idOf('user Leah Brandt'))
      .execute()
    expect(JSON.stringify(drafts)).not.toContain('Marek')
    const deeds = await t.database.superuser
      .selectFrom('auditEntry')
      .select('deed')
      .where('deed', '=', 'concern.draft-part-removed')
      .execute()
    expect(deeds).toHaveLength(1)
  })

  test('comes back with what was typed when something is missing', async () => {
    const leah = await t.as('Leah Brandt')
    const danger = (await leah.submit('/concerns/new', {})).headers.location ?? ''
    const refused = await leah.submit(danger.replace('danger', 'what-happened'), {
      account: 'Fact: <b>seen</b> at the "gate"',
      noticed: 'missing',
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Fact: &lt;b&gt;seen&lt;/b&gt; at the &quot;gate&quot;')
    expect(refused.body).toContain('or say why you cannot')
    expect(refused.body).toMatch(/value="missing" checked/)
  })

  test.each(['multipart/form-data; boundary=x', 'image/jpeg', 'video/mp4', 'application/octet-stream'])(
    'a file sent as %s is refused unread, with what to do instead',
    async type => {
      const draft = await drafted(t)
      for (const url of [`/concerns/draft/${draft}/what-happened`, '/concerns/new']) {
        const answer = await t.app.inject({
          method: 'POST',
          url,
          headers: { 'content-type': type },
          payload: 'x',
        })
        expect(answer.statusCode).toBe(415)
        expect(answer.body).toContain('Note that it exists, where, and who has the device')
      }
    },
  )

  test('words that put on the child what was done to them are pointed at before sending, and stop nobody', async () => {
    const leah = await t.as('Leah Brandt')
    const typed = {
      ...stories(t.made)[3]?.typed,
      account: 'Fact: he absconded. Staff say he is "streetwise".',
      'asked-child': 'told',
      'child-words': 'They call me a prostitute.',
    }
    const draft = await drafted(t, typed)
    const page = await leah.get(`/concerns/draft/${draft}/check`)
    expect(page.body).toContain('‘absconded’: say that the child went missing')
    for (const exact of ['‘streetwise’', '‘prostitute’']) expect(page.body).not.toContain(exact)
    expect((await leah.submit(`/concerns/draft/${draft}/check`, {})).statusCode).toBe(303)
  })

  test('with danger now cannot be sent before someone was spoken to, or nobody could be', async () => {
    const typed = { ...stories(t.made)[4]?.typed, 'spoken-to': '' }
    await expect(t.act('Leah Brandt', act => sendConcern(act, typed))).rejects.toMatchObject({
      errors: { 'spoken-to': expect.stringContaining('Who have you spoken to') },
    })
    const sent = await t.act('Leah Brandt', act => sendConcern(act, { ...typed, 'spoken-to-nobody': 'yes' }))
    expect(sent.dueAt.getTime() - t.world.now().getTime()).toBe(4 * 3_600_000)
    const notices = await t.database.superuser
      .selectFrom('notice')
      .selectAll()
      .where('subject', '=', sent.concernId)
      .execute()
    expect(notices).toMatchObject([
      { kind: 'concern.reached-nobody', toTeam: t.idOf('team local-authority') },
    ])
  })
})

describe('deciding', () => {
  test('a concern is taken, decided with several outcomes, and its sender hears the words alone', async () => {
    const { concernId } = await send(3)
    const priya = await t.as('Priya Raman')
    expect((await priya.get('/concerns/queue')).body).toContain('Callum Reid')
    // Replies of one moment have no order of their own.
    t.world.advance(1)
    expect((await priya.submit(`/concerns/${concernId}/take`, {})).statusCode).toBe(303)
    t.world.advance(1)
    const page = await priya.get(`/concerns/${concernId}`)
    const decide = /\/concerns\/[\w-]+\/children\/[\w-]+\/decide/.exec(page.body)?.[0] ?? ''
    const secret = 'Reasons that only the council reads.'
    const done = await priya.submit(decide, {
      outcomes: ['strategy-discussion', 'early-help'],
      reasons: secret,
    })
    expect(done.statusCode).toBe(303)
    const heard = await (await t.as('Leah Brandt')).get(`/concerns/sent/${concernId}`)
    expect(heard.body).toContain('Strategy discussion; Early help')
    for (const hidden of [secret, 'Callum', 'Priya']) expect(heard.body).not.toContain(hidden)
    expect((await priya.get('/concerns/queue')).body).not.toContain(concernId)
    expect(await entriesOn(concernId)).toEqual(
      expect.arrayContaining(['concern.sent', 'concern.taken', 'concern.decided', 'concern.status-viewed']),
    )
    const status = await (await t.as('Leah Brandt')).get(`/api/v1/concerns/${concernId}/status`)
    expect(status.json()).toMatchObject({
      steps: [
        { step: 'received' },
        { step: 'picked-up' },
        { step: 'decided', outcomes: ['strategy-discussion', 'early-help'] },
      ],
    })
  })

  test('two people at once: the second sees who decided what, and keeps their own words', async () => {
    const { concernId } = await send(3)
    const [priya, tom] = [await t.as('Priya Raman'), await t.as('Tom Ashdown')]
    const page = await priya.get(`/concerns/${concernId}`)
    const decide = /\/concerns\/[\w-]+\/children\/[\w-]+\/decide/.exec(page.body)?.[0] ?? ''
    const forms = [await priya.formAt(decide), await tom.formAt(decide)]
    const answers = await Promise.all([
      priya.submit(decide, { outcomes: 'section-47', reasons: 'First words.' }, forms[0]),
      tom.submit(decide, { outcomes: 'early-help', reasons: 'Second words.' }, forms[1]),
    ])
    expect(answers.map(answer => answer.statusCode).toSorted((one, other) => one - other)).toEqual([303, 409])
    const lost = answers.find(answer => answer.statusCode === 409)
    const [winner, words] =
      answers[0].statusCode === 303 ? ['Priya Raman', 'Second words.'] : ['Tom Ashdown', 'First words.']
    expect(lost?.body).toContain(winner)
    expect(lost?.body).toContain(words)
  })

  test('ending it where signs are present waits for a supervisor, who is another person', async () => {
    const { concernId } = await send(3)
    const priya = await t.as('Priya Raman')
    const decide =
      /\/concerns\/[\w-]+\/children\/[\w-]+\/decide/.exec(
        (await priya.get(`/concerns/${concernId}`)).body,
      )?.[0] ?? ''
    await priya.submit(decide, { outcomes: 'no-further-action', reasons: 'Seen with family; explained.' })
    expect((await priya.get(`/concerns/${concernId}`)).body).toContain('Waiting for a supervisor')
    const agree = decide.replace('/decide', '/agree')
    expect((await priya.get(agree)).statusCode).toBe(403)
    const grace = await t.as('Grace Okafor')
    expect((await grace.get('/')).body).toContain('Ending proposed for Callum Reid')
    await grace.submit(agree, { agree: 'no', note: 'Ask the school first.' })
    expect((await priya.get(decide)).body).toContain('Ask the school first.')
    await priya.submit(decide, { outcomes: 'early-help', reasons: 'School asked; help offered.' })
    expect((await (await t.as('Leah Brandt')).get(`/concerns/sent/${concernId}`)).body).toContain(
      'Early help',
    )
    const versions = await t.database.superuser
      .selectFrom('formerVersion')
      .select('version')
      .where('tableName', '=', 'concern_decision')
      .where('subject', '=', concernId)
      .execute()
    expect(JSON.stringify(versions)).toContain('Seen with family; explained.')
  })
})

test.each([
  ['Priya Raman', 'the receiving team', { decides: 200, status: 404 }],
  ['Helen Marsh', 'the receiving agency, who works with children', { decides: 200, status: 404 }],
  ['Leah Brandt', 'the agency that sent it', { decides: 404, status: 200 }],
  ['Farah Siddiqui', 'another agency', { decides: 404, status: 404 }],
  ['Daniel Frost', 'the police, whom nobody sent it to', { decides: 404, status: 404 }],
  ['Alan Pike', 'an administrator', { decides: 403, status: 403 }],
  ['Ruth Adeyemi', 'a records officer', { decides: 403, status: 403 }],
])('%s, of %s, opens a concern sent to the council', async (name, _, wanted) => {
  const { concernId } = await send(3)
  const browser = await t.as(name)
  expect((await browser.get(`/concerns/${concernId}`)).statusCode).toBe(wanted.decides)
  expect((await browser.get(`/concerns/sent/${concernId}`)).statusCode).toBe(wanted.status)
})

test('an allocated worker reads the concern about their child, from the child’s page, and is offered nothing to do', async () => {
  const { concernId } = await send(3)
  const priya = await t.as('Priya Raman')
  const path = /\/concerns\/[\w-]+\/children\/[\w-]+/.exec(
    (await priya.get(`/concerns/${concernId}`)).body,
  )?.[0]
  await priya.submit(`${path}/record`, { record: 'new' })
  const joined = await t.database.superuser
    .selectFrom('concernPerson')
    .select('subject')
    .where('concernId', '=', concernId)
    .executeTakeFirstOrThrow()
  const helen = await t.as('Helen Marsh')
  expect((await helen.get(`/people/${joined.subject}`)).body).toContain(`href="/concerns/${concernId}"`)
  const page = await helen.get(`/concerns/${concernId}`)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Attendance has fallen')
  for (const offer of ['Take this concern', 'Decide what happens next', '/record"', '/concerns/queue'])
    expect(page.body).not.toContain(offer)
  expect((await helen.get(`/concerns/${concernId}/take`)).statusCode).toBe(403)
  expect(await entriesOn(concernId)).toContain('concern.viewed')
})
