import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browsing, type Browsing } from '#test/kit/browser-like.ts'
import { TEST_SECRET } from '#test/kit/global-setup.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { makeSetUpCode } from './service.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const door = () => ({ gate: t.database.connect('sightline_gate', 1), world: t.world, secret: TEST_SECRET })
const PASSWORD = 'three plain words'

const codeFor = (secret: string): Promise<string> =>
  generate({ secret, epoch: Math.floor(t.world.now().getTime() / 1000) })

interface SetUp {
  readonly browser: Browsing
  readonly secret: string
  readonly recovery: readonly string[]
  readonly email: string
}

async function setUp(name: string, email: string): Promise<SetUp> {
  const code = await makeSetUpCode(door(), t.idOf(`user ${name}`))
  const browser = browsing(t.app)
  expect((await browser.submit('/set-up', { email, code, password: PASSWORD })).headers.location).toBe(
    '/set-up/second-factor',
  )
  const page = await browser.get('/set-up/second-factor')
  const secret = (/<code class="sl-words">([^<]+)</.exec(page.body)?.[1] ?? '').replaceAll(' ', '')
  const recovery = [...page.body.matchAll(/<li><code>([^<]+)</g)].map(([, one]) => one ?? '')
  expect(recovery).toHaveLength(10)
  expect(
    (await browser.submit('/set-up/second-factor', { code: await codeFor(secret) })).headers.location,
  ).toBe('/')
  return { browser, secret, recovery, email }
}

const password = async (
  email: string,
  given = PASSWORD,
): Promise<{ browser: Browsing; status: number; body: string }> => {
  const browser = browsing(t.app)
  const answer = await browser.submit('/sign-in?then=%2Fconcerns%2Fmine', { email, password: given }, {})
  return { browser, status: answer.statusCode, body: answer.body }
}

describe('signing in', () => {
  test('is set up with a one-time code, then takes password and second factor, and goes where it was headed', async () => {
    const leah = await setUp('Leah Brandt', 'leah.brandt@school.example')
    expect((await leah.browser.get('/concerns/mine')).statusCode).toBe(200)
    t.world.advance(1)
    const { browser, status } = await password(leah.email)
    expect(status).toBe(303)
    expect((await browser.get('/concerns/mine')).statusCode).toBe(303)
    const code = await codeFor(leah.secret)
    const done = await browser.submit('/sign-in/code?then=%2Fconcerns%2Fmine', { code })
    expect(done.headers.location).toBe('/concerns/mine')
    expect((await browser.get('/concerns/mine')).statusCode).toBe(200)
    // A code is good once.
    const again = (await password(leah.email)).browser
    expect((await again.submit('/sign-in/code', { code })).body).toContain('The code is not right')
    // A recovery code is good once too.
    t.world.advance(20)
    for (const wanted of [303, 422]) {
      const other = (await password(leah.email)).browser
      expect((await other.submit('/sign-in/recovery', { code: leah.recovery[3] ?? '' })).statusCode).toBe(
        wanted,
      )
    }
  })

  test('answers alike for a wrong name and a wrong password, and stops after five tries', async () => {
    const owen = await setUp('Owen Price', 'owen.price@school.example')
    const wrong = await password(owen.email, 'not the password')
    const unknown = await password('no.one@school.example', 'not the password')
    expect(wrong.status).toBe(422)
    const said = (body: string) => /<div class="govuk-error-summary[\s\S]*?<\/ul>/.exec(body)?.[0]
    expect(said(unknown.body)).toBe(said(wrong.body))
    for (let n = 0; n < 4; n += 1) await password(owen.email, 'not the password')
    expect((await password(owen.email)).body).toContain('Too many tries')
    t.world.advance(16)
    expect((await password(owen.email)).status).toBe(303)
  })

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ])('never sends anyone on to %s', async then => {
    const browser = browsing(t.app)
    const answer = await browser.submit(`/sign-in/made-up?then=${encodeURIComponent(then)}`, {
      user: t.idOf('user Priya Raman'),
    })
    expect(answer.headers.location).toBe('/')
  })

  test('a session laid into a browser beforehand is worth nothing after signing in, nor is one tampered with', async () => {
    const laid = 'a'.repeat(43)
    const browser = browsing(t.app)
    browser.cookies.set('__Host-sightline', laid)
    await browser.submit('/sign-in/made-up', { user: t.idOf('user Priya Raman') })
    const own = browser.cookies.get('__Host-sightline') ?? ''
    expect((await browser.get('/')).statusCode).toBe(200)
    for (const cookie of [laid, `${own}x`, own.slice(1), own.toUpperCase(), `${own}%00`, '']) {
      const other = browsing(t.app)
      other.cookies.set('__Host-sightline', cookie)
      expect((await other.get('/')).statusCode, cookie).toBe(303)
    }
  })

  test('nobody is let in as someone who is not among the people made up', async () => {
    for (const user of ['018f0000-0000-7000-8000-000000000000', t.idOf('team local-authority')]) {
      const answer = await browsing(t.app).submit('/sign-in/made-up', { user })
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('Choose one of the people')
    }
  })

  test('a set-up code is good once, for seven days, and for its own address', async () => {
    const code = await makeSetUpCode(door(), t.idOf('user Farah Siddiqui'))
    const email = 'farah.siddiqui@voluntary.example'
    const tried = (given: { email: string; code: string }) =>
      browsing(t.app).submit('/set-up', { ...given, password: PASSWORD })
    expect((await tried({ email: 'priya.raman@local-authority.example', code })).statusCode).toBe(422)
    t.world.advance(8 * 24 * 60)
    expect((await tried({ email, code })).body).toContain('has run out')
    const fresh = await makeSetUpCode(door(), t.idOf('user Farah Siddiqui'))
    expect((await tried({ email, code: fresh.toLowerCase() })).statusCode).toBe(303)
    expect((await tried({ email, code: fresh })).statusCode).toBe(422)
  })

  test('signing out ends the session for good, and sessions end by themselves', async () => {
    const browser = await t.as('Priya Raman')
    const token = browser.cookies.get('__Host-sightline') ?? ''
    await browser.submit('/sign-out', {})
    browser.cookies.set('__Host-sightline', token)
    expect((await browser.get('/')).statusCode).toBe(303)
    const idle = await t.as('Priya Raman')
    for (let n = 0; n < 30; n += 1) {
      t.world.advance(25)
      const { statusCode } = await idle.get('/')
      if (statusCode === 303) {
        // Twelve hours, however busy.
        expect(n).toBe(28)
        return
      }
    }
    throw new Error('a session outlived twelve hours')
  })
})
