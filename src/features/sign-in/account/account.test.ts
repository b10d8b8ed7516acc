import { generate } from 'otplib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { browsing, type Browsing } from '#test/kit/browser-like.ts'
import { TEST_SECRET } from '#test/kit/global-setup.ts'
import { deedsDuring } from '#test/kit/ledger.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { makeSetUpCode } from '../service.ts'

const email = 'leah.brandt@school.example'
const PASSWORD = 'three plain words'
const NEW = 'four other plain words'

let t: TestApp
let leah: { browser: Browsing; secret: string; recovery: readonly string[] }
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

/** A minute on, so that no code has been used. */
beforeEach(async () => {
  t.world.advance(16)
  const door = { gate: t.database.connect('sightline_gate', 1), world: t.world, secret: TEST_SECRET }
  const code = await makeSetUpCode(door, t.idOf('user Leah Brandt'))
  const browser = browsing(t.app)
  await browser.submit('/set-up', { email, code, password: PASSWORD })
  const page = await browser.get('/set-up/second-factor')
  const secret = (/<code class="sl-words">([^<]+)</.exec(page.body)?.[1] ?? '').replaceAll(' ', '')
  await browser.submit('/set-up/second-factor', { code: await codeFor(secret) })
  leah = { browser, secret, recovery: codesOn(page.body) }
  t.world.advance(1)
})

const codeFor = (secret: string): Promise<string> =>
  generate({ secret, epoch: Math.floor(t.world.now().getTime() / 1000) })

const codesOn = (body: string): string[] =>
  [...body.matchAll(/<li><code>([^<]+)</g)].map(([, one]) => one ?? '')

const signIn = async (password: string): Promise<number> =>
  (await browsing(t.app).submit('/sign-in', { email, password })).statusCode

const recover = async (code: string): Promise<number> => {
  const browser = browsing(t.app)
  await browser.submit('/sign-in', { email, password: PASSWORD })
  return (await browser.submit('/sign-in/recovery', { code })).statusCode
}

/** What comes of asking for another password. */
async function change(typed: { present?: string; password?: string; code?: string }, by = leah.browser) {
  let answer = { status: 0, body: '' }
  const deeds = await deedsDuring(t, async () => {
    const { statusCode, body } = await by.submit('/account/password', {
      present: PASSWORD,
      password: NEW,
      code: await codeFor(leah.secret),
      ...typed,
    })
    answer = { status: statusCode, body }
  })
  return { ...answer, deeds }
}

test('a changed password opens, the old one does not, and every other session has ended', async () => {
  const elsewhere = await t.as('Leah Brandt')
  const stolen = browsing(t.app)
  for (const [name, value] of leah.browser.cookies) stolen.cookies.set(name, value)
  expect((await elsewhere.get('/account')).statusCode).toBe(200)
  expect(await change({})).toMatchObject({ status: 303, deeds: ['account.password-changed'] })
  expect((await leah.browser.get('/account')).body).toContain('Your password is changed')
  expect((await elsewhere.get('/account')).statusCode).toBe(303)
  expect((await stolen.get('/account')).statusCode).toBe(303)
  expect(await signIn(PASSWORD)).toBe(422)
  expect(await signIn(NEW)).toBe(303)
})

test.each([
  [
    'the present password is wrong',
    { present: 'not the password' },
    'Your present password is not right',
    [],
  ],
  ['the code is wrong', { code: '000000' }, 'The code is not right', ['sign-in.second-factor-wrong']],
  ['the new password is short', { password: 'short' }, '12 characters or more', []],
])('nothing is changed when %s', async (_, typed, says, deeds) => {
  const answer = await change(typed)
  expect(answer).toMatchObject({ status: 422, deeds })
  expect(answer.body).toContain(says)
  expect(answer.body).not.toContain(NEW)
  expect(await signIn(PASSWORD)).toBe(303)
})

test('someone at an open session is stopped after five tries, at the same count as signing in', async () => {
  for (let n = 0; n < 5; n += 1) await change({ present: 'not the password' })
  expect((await change({})).body).toContain('Too many tries')
  expect(await signIn(PASSWORD)).toBe(422)
  t.world.advance(16)
  expect(await signIn(PASSWORD)).toBe(303)
})

test('what is typed here is never kept over a lost session', async () => {
  const form = await leah.browser.formAt('/account/password')
  t.world.advance(31)
  const typed = { present: PASSWORD, password: NEW, code: '123456' }
  expect((await leah.browser.submit('/account/password', typed, form)).headers.location).toContain('/sign-in')
  expect(await t.database.superuser.selectFrom('draft').selectAll().execute()).toEqual([])
})

test('new recovery codes count once a code from the app is entered, and end those before', async () => {
  const page = await leah.browser.get('/account/recovery-codes')
  const shown = codesOn(page.body)
  expect(shown).toHaveLength(10)
  expect(shown).not.toContain(leah.recovery[0])
  // Shown is not yet taken: the old ones count.
  expect(await recover(shown[0] ?? '')).toBe(422)
  expect(await recover(leah.recovery[0] ?? '')).toBe(303)
  const set = /name="set" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const take = async (code: string) => {
    let status = 0
    const deeds = await deedsDuring(t, async () => {
      status = (await leah.browser.submit('/account/recovery-codes', { set, code })).statusCode
    })
    return { status, deeds }
  }
  expect(await take('000000')).toEqual({ status: 422, deeds: ['sign-in.second-factor-wrong'] })
  expect(await take(await codeFor(leah.secret))).toEqual({
    status: 303,
    deeds: ['account.recovery-codes-made'],
  })
  expect(await recover(leah.recovery[1] ?? '')).toBe(422)
  expect(await recover(shown[1] ?? '')).toBe(303)
  expect((await leah.browser.get('/account')).body).toContain('9 left')
  // Another page shows another set.
  expect(codesOn((await leah.browser.get('/account/recovery-codes')).body)).not.toContain(shown[2])
})

test('whoever has not set up an account changes nothing', async () => {
  const owen = await t.as('Owen Price')
  expect((await owen.get('/account')).body).toContain('has no password yet')
  expect(await change({}, owen)).toMatchObject({ status: 422, deeds: [] })
  expect(codesOn((await owen.get('/account/recovery-codes')).body)).toEqual([])
})

test('nobody of a closed agency signs in, and the answer is that of a wrong password', async () => {
  const closed = (at: Date | null) =>
    t.database.superuser
      .updateTable('agency')
      .set({ closedAt: at })
      .where('id', '=', t.idOf('agency school'))
      .execute()
  await closed(t.world.now())
  expect(await signIn(PASSWORD)).toBe(422)
  await closed(null)
  expect(await signIn(PASSWORD)).toBe(303)
})
