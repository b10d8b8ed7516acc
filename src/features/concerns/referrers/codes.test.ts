import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browsing, type Browsing } from '#test/kit/browser-like.ts'
import { codeFor, draftOf, proved, referred, returned, type Referred } from '#test/kit/referring.ts'
import { timesAsWide } from '#platform/http/limits.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let sent: Referred
const EMAIL = 'lead@hill.example'
beforeAll(async () => {
  t = await testApp(['administration', 'concerns'])
  sent = await referred(t, { email: EMAIL, kind: 'school', name: 'Wren Ackroyd' })
})
afterAll(() => t[Symbol.asyncDispose]())

let count = 0
/** An address that nobody has used before. */
const fresh = () => `someone.${(count += 1)}@fresh.example`
const WRONG = '00000000'

async function asked(email = fresh()): Promise<{ browser: Browsing; email: string; code: string }> {
  const browser = browsing(t.app)
  await browser.submit('/report', { email })
  return { browser, email, code: await codeFor(t, email) }
}
const enter = (browser: Browsing, code: string, at = '/report/code') => browser.submit(at, { code })

describe('a code', () => {
  test('lets in by its digits, however they are spaced, once', async () => {
    const { browser, code } = await asked()
    expect(code).toMatch(/^\d{4} \d{4}$/)
    expect((await enter(browser, ` ${code.replace(' ', '  ')}`)).headers.location).toBe('/report/you')
    expect((await enter(browser, code)).statusCode).toBe(422)
  })

  test.each<[string, (of: Awaited<ReturnType<typeof asked>>) => Promise<[Browsing, string, string?]>]>([
    ['that is wrong', async ({ browser }) => [browser, WRONG]],
    ['with a digit more', async ({ browser, code }) => [browser, `${code}1`]],
    ['that has run out', async ({ browser, code }) => (t.world.advance(15.1), [browser, code])],
    ['in another browser', async ({ code }) => [browsing(t.app), code]],
    ['at the other door', async ({ browser, code }) => [browser, code, '/report/back/code']],
    [
      'that another has taken the place of',
      async ({ browser, email, code }) => (await browser.submit('/report', { email }), [browser, code]),
    ],
    [
      'of another address, in the browser of that one',
      async ({ browser }) => [browser, (await asked()).code],
    ],
  ])('%s is refused, in the same words', async (_, how) => {
    const [browser, code, at] = await how(await asked())
    const answer = await enter(browser, code, at)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('The code is not right, or it has run out')
    expect(browser.cookies.has('__Host-referrer')).toBe(false)
  })

  test('is tried five times; then nobody of that address is let in for an hour from the sixth, with the right one either', async () => {
    const email = fresh()
    const { browser } = await asked(email)
    for (let tries = 0; tries < 5; tries += 1) {
      t.world.advance(2)
      expect((await enter(browser, WRONG)).body).toContain('The code is not right')
    }
    const locks = () =>
      t.database.superuser
        .selectFrom('auditEntry')
        .select(['viewerKind', 'viewerService', 'detail'])
        .where('deed', '=', 'report.code-locked')
        .execute()
    expect(await locks()).toEqual([])
    const again = await asked(email)
    expect((await enter(again.browser, again.code)).body).toContain('Too many tries. Wait an hour')
    // Said once in the ledger, and not whose address it was.
    expect(await locks()).toEqual([
      { viewerKind: 'service', viewerService: 'report', detail: { account: null } },
    ])
    t.world.advance(58)
    // Each asking within the hour is refused in its turn, as is each code.
    const late = await asked(email)
    expect((await enter(late.browser, late.code)).body).toContain('Too many tries')
    t.world.advance(3)
    const after = await asked(email)
    expect((await enter(after.browser, after.code)).statusCode).toBe(303)
  })

  test('is asked for five times an hour, of an address that has sent something and of one that has not', async () => {
    for (const email of [fresh(), EMAIL]) {
      t.world.advance(61)
      const browser = browsing(t.app)
      for (let times = 0; times < 5; times += 1)
        expect((await browser.submit('/report', { email })).statusCode).toBe(303)
      const sixth = await browser.submit('/report', { email })
      expect(sixth.statusCode).toBe(422)
      expect(sixth.body).toContain('Too many codes were asked for')
      // Whom to ring stands there all the same.
      expect(sixth.body).toContain('tel:')
      t.world.advance(61)
    }
  })

  test('is asked for from one address of the network sixty times an hour, and tried a hundred times', async () => {
    t.world.advance(61)
    const browser = browsing(t.app)
    for (let times = 0; times < 60; times += 1) await browser.submit('/report', { email: fresh() })
    expect((await browser.submit('/report', { email: fresh() })).body).toContain('Too many codes')
    t.world.advance(61)
    for (let times = 0; times < 100; times += 1) {
      if (times % 5 === 0) await browser.submit('/report', { email: fresh() })
      await enter(browser, WRONG)
    }
    const { browser: other, code } = await asked()
    expect((await enter(other, code)).body).toContain('Too many tries')
    t.world.advance(61)
  })

  test('stands nowhere in the database, nor does a digest that could be tried out', async () => {
    const { browser, code } = await asked()
    const rows = await t.database.superuser.selectFrom('addressProof').selectAll().execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(code.replace(' ', ''))
    expect(Object.keys(rows[0] ?? {})).not.toContain('code')
    expect((await enter(browser, code)).statusCode).toBe(303)
  })

  test('is mailed by the worker and says nothing telling', async () => {
    const before = t.world.letters.length
    const browser = browsing(t.app)
    const email = fresh()
    await browser.submit('/report', { email })
    expect(t.world.letters.length).toBe(before)
    await codeFor(t, email)
    const letter = t.world.letters.at(-1)
    expect(letter?.subject).toBe('Your code')
    expect(letter?.text).not.toMatch(/concern|child|sightline|safeguard|council|http/i)
  })
})

/** What is the same, to the byte, but for the proof of each browser. */
const told = (answer: { statusCode: number; body: string; headers: object }) => ({
  status: answer.statusCode,
  location: 'location' in answer.headers ? answer.headers.location : null,
  body: answer.body.replaceAll(/value="[\w-]{36,}"/g, ''),
})

describe('coming back', () => {
  test('by reference, address and code shows where it stands', async () => {
    const browser = await returned(t, { email: EMAIL.toUpperCase(), reference: sent.reference.toLowerCase() })
    const page = await browser.get('/report/sent')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(sent.reference)
  })

  test('is answered alike for a wrong reference, another’s reference, an unknown address and a wrong code', async () => {
    t.world.advance(61)
    const other = await referred(t, { email: fresh(), kind: 'hotel' })
    const pairs = [
      { email: EMAIL, reference: sent.reference },
      { email: EMAIL, reference: 'CON-0000-0000' },
      { email: EMAIL, reference: 'not a reference' },
      { email: EMAIL, reference: other.reference },
      { email: fresh(), reference: sent.reference },
      { email: fresh(), reference: 'CON-ABCD-EFGH' },
    ]
    const answers = []
    const rows = []
    for (const pair of pairs) {
      t.world.advance(61)
      const browser = browsing(t.app)
      const before = await proofs()
      const first = await browser.submit('/report/back', pair)
      rows.push((await proofs()) - before)
      const form = await browser.get('/report/back/code')
      const wrong = await enter(browser, WRONG, '/report/back/code')
      answers.push([first, form, wrong].map(told))
    }
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.map(one => one.status)).toEqual([303, 200, 422])
    // The same was written for each.
    expect(rows).toEqual(pairs.map(() => 1))
  })

  test('mails a code to the right pair alone', async () => {
    t.world.advance(61)
    await codeFor(t, EMAIL)
    const before = t.world.letters.length
    const email = fresh()
    await browsing(t.app).submit('/report/back', { email, reference: sent.reference })
    await browsing(t.app).submit('/report/back', { email: EMAIL, reference: 'CON-0000-0000' })
    expect(await codeFor(t, email)).toBe('')
    expect(t.world.letters.length).toBe(before)
    await browsing(t.app).submit('/report/back', { email: EMAIL, reference: sent.reference })
    await codeFor(t, EMAIL)
    expect(t.world.letters.length).toBe(before + 1)
  })

  test('opens that one concern, whatever else came from the address', async () => {
    t.world.advance(61)
    const second = await referred(t, { email: EMAIL, kind: 'school', name: 'Wren Ackroyd' })
    expect(second.reference).not.toBe(sent.reference)
    t.world.advance(61)
    const browser = await returned(t, { email: EMAIL, reference: sent.reference })
    const page = await browser.get('/report/sent')
    expect(page.body).toContain(sent.reference)
    expect(page.body).not.toContain(second.reference)
  })
})

const proofs = async (): Promise<number> =>
  (await t.database.superuser.selectFrom('addressProof').select('id').execute()).length

describe('a session of an address', () => {
  test('is a new secret at each proof, and is none of an account', async () => {
    t.world.advance(61)
    const email = fresh()
    const planted = 'x'.repeat(43)
    const browser = browsing(t.app)
    browser.cookies.set('__Host-referrer', planted)
    await browser.submit('/report', { email })
    await enter(browser, await codeFor(t, email))
    const token = browser.cookies.get('__Host-referrer') ?? ''
    expect(token).not.toBe(planted)
    // Neither opens the other's door.
    const swapped = browsing(t.app)
    swapped.cookies.set('__Host-sightline', token)
    expect((await swapped.get('/')).headers.location).toBe('/sign-in?then=%2F')
    expect((await swapped.get('/account')).statusCode).toBe(303)
    const worker = await t.as('Leah Brandt')
    swapped.cookies.set('__Host-referrer', worker.cookies.get('__Host-sightline') ?? '')
    expect((await swapped.get('/report/you')).headers.location).toBe('/report?then=%2Freport%2Fyou')
  })

  test('takes no form that is forged, and none from another site', async () => {
    t.world.advance(61)
    const email = fresh()
    const browser = await proved(t, email)
    const id = await draftOf(browser, { kind: 'hotel' })
    for (const path of ['/report/you', `/report/draft/${id}/danger`, '/report/empty', '/report/leave']) {
      const answer = await browser.submit(path, {}, { csrf: 'forged', key: t.world.uuid() })
      expect(answer.statusCode, path).toBe(403)
    }
    const other = await proved(t, fresh())
    const { csrf, key } = await other.formAt('/report/you')
    expect(
      (await browser.submit('/report/you', { 'referrer-kind': 'hotel' }, { csrf, key })).statusCode,
    ).toBe(403)
  })

  test('that has run out keeps no more than a whole concern has pages', async () => {
    t.world.advance(61)
    const browser = await proved(t, fresh())
    const { csrf, key } = await browser.formAt('/report/you')
    t.world.advance(31)
    const keep = (step: string) =>
      browser.submit(`/report/draft/${t.world.uuid()}/${step}`, { account: 'x' }, { csrf, key })
    for (let times = 0; times < 70; times += 1) expect((await keep('danger')).statusCode).toBe(303)
    const { superuser } = t.database
    const kept = await superuser
      .selectFrom('draft')
      .select('userId')
      .where('form', 'like', '/report/draft/%')
      .execute()
    expect(kept).toHaveLength(60)
  })

  test('saves so often in a minute, and sends however often', async () => {
    await using other = await testApp(['administration'], { limits: timesAsWide(1) })
    const browser = await proved(other, fresh())
    const id = await draftOf(browser, { kind: 'hotel' })
    const { csrf, key } = await browser.formAt('/report/you')
    const save = (step: string) => browser.submit(`/report/draft/${id}/${step}`, {}, { csrf, key })
    for (let times = 0; times < 120; times += 1) await save('danger')
    expect((await save('danger')).statusCode).toBe(429)
    expect((await save('check')).statusCode).toBe(422)
  })

  test.each(['/report/you', '/report/empty'])('begins at the first page without one: %s', async path => {
    const answer = await browsing(t.app).get(path)
    expect(answer.headers.location).toBe(`/report?then=${encodeURIComponent(path)}`)
  })

  test.each(['/report/sent', '/report/sent/add'])('begins at the way back without one: %s', async path => {
    const answer = await browsing(t.app).get(path)
    expect(answer.headers.location).toBe(`/report/back?then=${encodeURIComponent(path)}`)
  })
})
