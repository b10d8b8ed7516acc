import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raiseLate } from '#core/clocks/raise-late.ts'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { features } from '#entry/feature-list.ts'
import { browsing } from '#test/kit/browser-like.ts'
import {
  codeFor,
  draftOf,
  fillAndSend,
  mailAll,
  proved,
  referred,
  returned,
  typedWhole,
} from '#test/kit/referring.ts'
import { sealedTyped } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { decideOnChild, takeConcern } from '../decide/service.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp(['administration', 'concerns'])
})
afterAll(() => t[Symbol.asyncDispose]())

let count = 0
const fresh = (of = 'someone') => `${of}.${(count += 1)}@fresh.example`

const concernOf = (reference: string) =>
  t.database.superuser
    .selectFrom('concern')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow()

async function decide(id: ConcernId, by = 'Priya Raman', outcomes = ['early-help']): Promise<void> {
  const children = await t.database.superuser
    .selectFrom('concernChild')
    .select('id')
    .where('subject', '=', id)
    .execute()
  for (const child of children)
    await t.act(by, act =>
      decideOnChild(act, { concernId: id, concernChildId: child.id, outcomes, reasons: 'Talked over.' }),
    )
}

/** By the button that saves and goes away. */
const later = (typed: Record<string, string>) =>
  Object.fromEntries(new Map(Object.entries(typed)).set('then', 'later'))

const lettersTo = (email: string) =>
  t.world.letters.filter(letter => letter.to === email && letter.subject !== 'Your code')

describe('recording without an account', () => {
  test('begins with whom to ring, before anything is asked', async () => {
    const page = await browsing(t.app).get('/report')
    expect(page.body.indexOf('Sending this form does not call for help')).toBeLessThan(
      page.body.indexOf('name="email"'),
    )
    expect(page.body.slice(0, page.body.indexOf('name="email"'))).toContain('href="tel:')
    expect((await browsing(t.app).get('/sign-in')).body).toContain('href="/report"')
  })

  test('owns nothing: the concern is the receiving agency’s, in its queue, with the same clocks as any', async () => {
    const { reference } = await referred(t, { email: fresh(), kind: 'school', name: 'Wren Ackroyd' })
    const concern = await concernOf(reference)
    expect(concern.ownerAgency).toBe(concern.receivingAgency)
    expect([concern.sentBy, concern.referrerKind, concern.face]).toEqual([null, 'school', 'referrer'])
    const withAccount = await t.database.superuser
      .selectFrom('concern')
      .select('id')
      .where('sentBy', '=', t.idOf('user Leah Brandt'))
      .orderBy('sentAt')
      .limit(1)
      .executeTakeFirstOrThrow()
    const kinds = async (id: ConcernId) =>
      (
        await t.database.superuser
          .selectFrom('clock')
          .select('kind')
          .where('subject', '=', id)
          .orderBy('kind')
          .execute()
      ).map(one => one.kind)
    expect(await kinds(concern.id)).toEqual(await kinds(withAccount.id))
    const queue = await (await t.as('Priya Raman')).get('/concerns/queue')
    expect(queue.body).toContain(reference)
    expect(queue.body).toContain('School, college or nursery, without an account')
    const page = await (await t.as('Priya Raman')).get(`/concerns/${concern.id}`)
    expect(page.body).toContain('Wren Ackroyd, School, college or nursery, without an account')
  })

  test('asks a professional for their name, and nobody else', async () => {
    const browser = await proved(t, fresh())
    const refused = await browser.submit('/report/you', { 'referrer-kind': 'health' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Enter your name')
    expect((await browser.submit('/report/you', { 'referrer-kind': 'nobody' })).statusCode).toBe(422)
    expect((await browser.submit('/report/you', { 'referrer-kind': 'public' })).statusCode).toBe(303)
  })

  test('keeps what is typed for whoever proves the address again, on another device', async () => {
    const email = fresh()
    const browser = await proved(t, email)
    const id = await draftOf(browser, { kind: 'hotel' })
    await browser.submit(`/report/draft/${id}/danger`, { 'danger-now': 'no' })
    await browser.submit(`/report/draft/${id}/what-happened`, later({ account: 'Seen at the desk.' }))
    t.world.advance(60 * 24 * 13)
    const other = await proved(t, email)
    expect(await draftOf(other, { kind: 'hotel' })).toBe(id)
    expect((await other.get(`/report/draft/${id}/what-happened`)).body).toContain('Seen at the desk.')
    expect((await other.get('/report/you')).body).toContain('You have begun a concern')
  })

  test('loses nothing when the session ends while someone types', async () => {
    const email = fresh()
    const browser = await proved(t, email)
    const id = await draftOf(browser, { kind: 'hotel' })
    const path = `/report/draft/${id}/what-happened`
    const { csrf, key } = await browser.formAt(path)
    t.world.advance(31)
    const lost = await browser.submit(path, { account: 'Typed too late.' }, { csrf, key })
    const then = `?then=${encodeURIComponent(path)}`
    expect(lost.headers.location).toBe(`/report${then}`)
    const asked = await browser.submit(`/report${then}`, { email })
    expect(asked.headers.location).toBe(`/report/code${then}`)
    const back = await browser.submit(`/report/code${then}`, { code: await codeFor(t, email) })
    expect(back.headers.location).toBe(path)
    const page = await browser.get(path)
    expect(page.body).toContain('Typed too late.')
    expect(page.body).toContain('What you typed before you were signed out is shown below')
  })

  test('is another’s draft to nobody: neither by its number nor by what follows it', async () => {
    const mine = await proved(t, fresh())
    const id = await draftOf(mine, { kind: 'hotel' })
    await mine.submit(`/report/draft/${id}/danger`, { 'danger-now': 'no' })
    const other = await proved(t, fresh())
    for (const path of [`/report/draft/${id}/danger`, `/report/draft/${id}/check`])
      expect((await other.get(path)).statusCode).toBe(404)
    const proof = await other.formAt('/report/you')
    expect((await other.submit(`/report/draft/${id}/check`, {}, proof)).statusCode).toBe(404)
    expect((await (await t.as('Leah Brandt')).get(`/concerns/draft/${id}/danger`)).statusCode).toBe(404)
  })

  test('can be begun again with an empty form', async () => {
    const email = fresh()
    const browser = await proved(t, email)
    const id = await draftOf(browser, { kind: 'hotel' })
    await browser.submit(`/report/draft/${id}/what-happened`, later({ account: 'A draft.' }))
    expect((await browser.submit('/report/empty', {})).headers.location).toBe('/report/you')
    expect((await browser.get(`/report/draft/${id}/what-happened`)).statusCode).toBe(404)
    await draftOf(browser, { kind: 'public' })
    expect((await browser.get(`/report/draft/${id}/what-happened`)).body).not.toContain('A draft.')
  })

  test('is sent once, and cannot be written again', async () => {
    const browser = await proved(t, fresh())
    const id = await draftOf(browser, { kind: 'hotel' })
    await fillAndSend(browser, id, typedWhole(t))
    expect((await browser.get(`/report/draft/${id}/check`)).statusCode).toBe(404)
    expect((await browser.get('/report/you')).statusCode).toBe(403)
    expect((await browser.get('/report/sent')).statusCode).toBe(200)
    // Leaving ends the session for good.
    const token = browser.cookies.get('__Host-referrer') ?? ''
    await browser.submit('/report/leave', {})
    browser.cookies.set('__Host-referrer', token)
    expect((await browser.get('/report/sent')).statusCode).toBe(303)
  })

  test('does not send what is not whole, and says so', async () => {
    const browser = await proved(t, fresh())
    const id = await draftOf(browser, { kind: 'hotel' })
    const answer = await browser.submit(`/report/draft/${id}/check`, {})
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Some questions are not answered yet')
  })
})

describe('what whoever has no account hears', () => {
  test.each([
    ['school', true],
    ['licensing', true],
    ['hotel', false],
    ['transport', false],
    ['public', false],
  ])('%s hears the outcome word: %s', async (kind, hears) => {
    const email = fresh(kind)
    const { reference } = await referred(t, { email, kind, name: 'Wren Ackroyd' })
    const { id } = await concernOf(reference)
    await t.act('Priya Raman', act => takeConcern(act, id))
    await mailAll(t)
    expect(lettersTo(email)).toHaveLength(1)
    await decide(id)
    await mailAll(t)
    // To others nothing has happened that they hear of.
    expect(lettersTo(email)).toHaveLength(hears ? 2 : 1)
    const page = await (await returned(t, { email, reference })).get('/report/sent')
    expect(page.body).toContain('Looked at')
    expect(page.body.includes('Early help')).toBe(hears)
    expect(page.body.includes('>Decided<')).toBe(hears)
    // Nothing of what they wrote, and no child.
    for (const word of ['Amelia', 'Thorne', 'grey car', 'Talked over']) expect(page.body).not.toContain(word)
    for (const letter of lettersTo(email)) {
      expect(letter.subject).toBe('You have a message')
      expect(letter.text).not.toMatch(/concern|child|council|wexcombe|amelia|CON-/i)
      expect(letter.text.match(/https?:\S+/g)).toEqual(['https://sightline.example)'])
    }
  })

  test('is closed two weeks after the decision, as if it had not been', async () => {
    const email = fresh()
    const { browser, reference } = await referred(t, { email, kind: 'school', name: 'Wren Ackroyd' })
    await decide((await concernOf(reference)).id)
    t.world.advance(60 * 24 * 13)
    expect((await (await returned(t, { email, reference })).get('/report/sent')).statusCode).toBe(200)
    t.world.advance(60 * 24 * 2)
    const late = browsing(t.app)
    await late.submit('/report/back', { email, reference })
    const before = t.world.letters.length
    await codeFor(t, email)
    expect(t.world.letters.length).toBe(before)
    expect((await browser.get('/report/sent')).statusCode).not.toBe(200)
  })

  test('is told when nobody has opened it with danger now, with whom to ring', async () => {
    const email = fresh()
    const danger = { 'danger-now': 'yes', 'spoken-to-nobody': 'yes' }
    const { browser, reference } = await referred(t, { email, kind: 'public' }, danger)
    t.world.advance(29)
    const kinds = features.flatMap(feature => feature.work ?? [])
    await raiseLate({ db: t.database.connect('sightline_job'), world: t.world }, kinds)
    expect((await browser.get('/report/sent')).body).not.toContain('No one has picked this up yet')
    t.world.advance(2)
    await raiseLate({ db: t.database.connect('sightline_job'), world: t.world }, kinds)
    const page = await (await returned(t, { email, reference })).get('/report/sent')
    expect(page.body).toContain('No one has picked this up yet')
    await mailAll(t)
    expect(lettersTo(email)).toHaveLength(1)
    await t.act('Priya Raman', async act => takeConcern(act, (await concernOf(reference)).id))
    const after = await (await returned(t, { email, reference })).get('/report/sent')
    expect(after.body).not.toContain('No one has picked this up yet')
  })

  test('is nobody’s else: neither the council’s own workers nor the API tell where it stands', async () => {
    const { reference } = await referred(t, { email: fresh(), kind: 'hotel' })
    const { id } = await concernOf(reference)
    for (const name of ['Priya Raman', 'Grace Okafor', 'Helen Marsh', 'Leah Brandt']) {
      const browser = await t.as(name)
      expect((await browser.get(`/concerns/sent/${id}`)).statusCode, name).toBe(404)
      expect((await browser.get(`/api/v1/concerns/${id}/status`)).statusCode, name).toBe(404)
    }
  })
})

describe('a concern about someone who works with children', () => {
  test('is sealed at birth, and its sender hears of it alone', async () => {
    const email = fresh()
    const { reference } = await referred(t, { email, kind: 'school', name: 'Wren Ackroyd' }, sealedTyped(t))
    const { id, sealed } = await concernOf(reference)
    expect(sealed).toBe(true)
    for (const name of ['Priya Raman', 'Grace Okafor', 'Daniel Frost']) {
      const browser = await t.as(name)
      expect((await browser.get(`/concerns/${id}`)).statusCode, name).not.toBe(200)
      expect((await browser.get('/concerns/queue')).body).not.toContain(reference)
    }
    const holder = await t.as('Judith Amos')
    expect((await holder.get('/concerns/queue')).body).toContain(reference)
    expect((await holder.get(`/concerns/${id}`)).body).toContain('Wren Ackroyd')
    await decide(id, 'Judith Amos')
    const page = await (await returned(t, { email, reference })).get('/report/sent')
    expect(page.body).toContain('Early help')
    expect(page.body).toContain('Nobody sees it but you and the people whose duty it is')
    // Its receipt and its replies are for nobody of the agency that owns them.
    const superuser = t.database.superuser
    const receipt = await superuser
      .selectFrom('concernReceipt')
      .select('id')
      .where('concernId', '=', id)
      .executeTakeFirstOrThrow()
    const seen = await t.act('Grace Okafor', async act => [
      ...(await act.tx.selectFrom('concernReceipt').select('id').where('id', '=', receipt.id).execute()),
      ...(await act.tx.selectFrom('concernReply').select('id').where('concernId', '=', id).execute()),
      ...(await act.tx.selectFrom('concern').select('id').where('id', '=', id).execute()),
    ])
    expect(seen).toEqual([])
  })
})

describe('adding to what was sent', () => {
  const add = async (who: { email: string; reference: string }, typed: Record<string, string>) =>
    (await returned(t, who)).submit('/report/sent/add', typed)
  const words = 'The car came again today.'

  test('reaches whoever has it, and changes nothing of what was sent', async () => {
    const email = fresh()
    const { reference } = await referred(t, { email, kind: 'hotel' })
    const { id } = await concernOf(reference)
    const answers = () =>
      t.database.superuser
        .selectFrom('concernAnswer')
        .selectAll()
        .where('subject', '=', id)
        .orderBy('id')
        .execute()
    const before = await answers()
    await t.act('Priya Raman', act => takeConcern(act, id))
    expect((await add({ email, reference }, { 'danger-now': 'no', says: words })).headers.location).toBe(
      '/report/sent',
    )
    expect(await answers()).toEqual(before)
    const priya = await t.as('Priya Raman')
    const home = await priya.get('/')
    expect(home.body).toContain(`More was said about concern ${reference}`)
    expect(home.body).toContain('Read what was said later')
    const page = await priya.get(`/concerns/${id}`)
    expect(page.body).toContain(words)
    await mailAll(t)
    expect((await priya.submit(`/concerns/${id}/further`, {})).headers.location).toBe(`/concerns/${id}`)
    expect((await priya.get('/')).body).not.toContain(`More was said about concern ${reference}`)
    expect((await priya.get(`/concerns/${id}`)).body).toContain(words)
    // Its sender sees that it was sent, and not what they wrote.
    expect((await (await returned(t, { email, reference })).get('/report/sent')).body).not.toContain(words)
  })

  test('to one that nobody has taken reaches the team; with danger now within half an hour', async () => {
    const email = fresh()
    const { reference } = await referred(t, { email, kind: 'hotel' })
    const concern = await concernOf(reference)
    await add({ email, reference }, { 'danger-now': 'yes', says: words })
    const clock = await t.database.superuser
      .selectFrom('clock')
      .selectAll()
      .where('subject', '=', concern.id)
      .where('kind', '=', 'concern.further')
      .executeTakeFirstOrThrow()
    expect([clock.teamId, clock.userId, clock.urgent]).toEqual([concern.receivingTeam, null, true])
    expect(clock.dueAt.getTime() - clock.startedAt.getTime()).toBe(30 * 60_000)
    expect((await (await t.as('Tom Ashdown')).get('/')).body).toContain(
      `More was said about concern ${reference}`,
    )
  })

  test('to a sealed one reaches those who hold it, and nobody else', async () => {
    const email = fresh()
    const { reference } = await referred(t, { email, kind: 'school', name: 'Wren Ackroyd' }, sealedTyped(t))
    const { id } = await concernOf(reference)
    await mailAll(t)
    await add({ email, reference }, { 'danger-now': 'no', says: words })
    expect((await (await t.as('Judith Amos')).get(`/concerns/${id}`)).body).toContain(words)
    expect((await (await t.as('Judith Amos')).get('/')).body).toContain(reference)
    for (const name of ['Priya Raman', 'Grace Okafor', 'Tom Ashdown'])
      expect((await (await t.as(name)).get('/')).body, name).not.toContain(reference)
    t.world.letters.length = 0
    await mailAll(t)
    const users = await t.database.superuser.selectFrom('userAccount').select(['name', 'email']).execute()
    const told = t.world.letters.map(letter => users.find(user => user.email === letter.to)?.name)
    expect(told).toContain('Judith Amos')
    expect(told).not.toContain('Grace Okafor')
  })

  test.each([
    [{ says: words }, 'Choose whether a child is in danger now'],
    [{ 'danger-now': 'no', says: ' ' }, 'Enter what you want to add'],
    [{ 'danger-now': 'perhaps', says: words }, 'Choose whether a child is in danger now'],
  ])('is refused where something is missing: %j', async (typed, says) => {
    const email = fresh()
    const { browser } = await referred(t, { email, kind: 'hotel' })
    const answer = await browser.submit('/report/sent/add', typed)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
  })
})
