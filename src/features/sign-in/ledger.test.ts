import { generate } from 'otplib'
import { sql } from 'kysely'
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

const PASSWORD = 'three plain words'
const EMAIL = 'owen.price@school.example'
const gate = () => t.database.connect('sightline_gate', 1)

/** What was written meanwhile: by whom, what, and about which account. */
async function written(work: () => Promise<unknown>) {
  const all = () =>
    t.database.superuser
      .selectFrom('auditEntry')
      .select(['id', 'viewerKind', 'viewerService', 'viewer', 'deed', 'detail'])
      .orderBy('id')
      .execute()
  const before = (await all()).length
  await work()
  return (await all()).slice(before).map(({ id: _, ...entry }) => entry)
}
const byTheDoor = (deed: string, account: string | null) => ({
  viewerKind: 'service',
  viewerService: 'sign-in',
  viewer: null,
  deed,
  detail: { account },
})
const password = async (email: string, given: string): Promise<Browsing> => {
  const browser = browsing(t.app)
  await browser.submit('/sign-in', { email, password: given })
  return browser
}

describe('the ledger has an entry', () => {
  let secret = ''
  test('of a password and of a second factor set up', async () => {
    const owen = t.idOf('user Owen Price')
    const code = await makeSetUpCode({ gate: gate(), world: t.world, secret: TEST_SECRET }, owen)
    const browser = browsing(t.app)
    expect(
      await written(() => browser.submit('/set-up', { email: EMAIL, code, password: PASSWORD })),
    ).toEqual([byTheDoor('account.password-set-up', owen)])
    const page = await browser.get('/set-up/second-factor')
    secret = (/<code class="sl-words">([^<]+)</.exec(page.body)?.[1] ?? '').replaceAll(' ', '')
    const typed = await generate({ secret, epoch: Math.floor(t.world.now().getTime() / 1000) })
    expect(await written(() => browser.submit('/set-up/second-factor', { code: typed }))).toMatchObject([
      byTheDoor('account.second-factor-set-up', owen),
      { deed: 'session.started', viewer: owen },
    ])
  })

  test('of signing out, by the person, once', async () => {
    const priya = await t.as('Priya Raman')
    const signOut = () => priya.submit('/sign-out', {})
    expect(await written(signOut)).toMatchObject([
      { viewerKind: 'user', viewer: t.idOf('user Priya Raman'), deed: 'session.ended', detail: {} },
    ])
    expect(await written(signOut)).toEqual([])
  })

  test('of each wrong second factor until the account is locked, and then one', async () => {
    const owen = t.idOf('user Owen Price')
    const browser = await password(EMAIL, PASSWORD)
    const wrong = byTheDoor('sign-in.second-factor-wrong', owen)
    const entries = await written(async () => {
      for (let n = 0; n < 9; n += 1)
        await browser.submit(n % 2 ? '/sign-in/recovery' : '/sign-in/code', { code: '000000' })
    })
    expect(entries).toEqual([
      wrong,
      wrong,
      wrong,
      wrong,
      wrong,
      byTheDoor('sign-in.second-factor-locked', owen),
    ])
  })

  test.each([
    ['an account', EMAIL, () => t.idOf('user Owen Price')],
    ['an address that nobody has', 'no.one@school.example', () => null],
  ])('once of a flood against %s, without a word that was typed', async (_, email, account) => {
    t.world.advance(60)
    const entries = await written(async () => {
      for (let n = 0; n < 12; n += 1) await password(email, `wrong password ${n}`)
    })
    expect(entries).toEqual([byTheDoor('sign-in.password-locked', account())])
    expect(JSON.stringify(entries)).not.toContain('@')
  })

  test('of guessing at set-up codes', async () => {
    t.world.advance(120)
    const entries = await written(async () => {
      for (let n = 0; n < 8; n += 1)
        await browsing(t.app).submit('/set-up', {
          email: EMAIL,
          code: 'AAAA-BBBB-CCCC-DDDD',
          password: PASSWORD,
        })
    })
    expect(entries).toEqual([byTheDoor('sign-in.set-up-locked', t.idOf('user Owen Price'))])
  })
})

test('the door and the worker write in their own name only', async () => {
  for (const role of ['sightline_gate', 'sightline_job'] as const) {
    // Not by the function that opens a transaction, which would look a person up, but by hand.
    const as = (kind: string, id: string) =>
      sql`with opened as materialized (select set_config('sightline.viewer_kind', ${kind}, true),
          set_config('sightline.viewer', ${id}, true))
        select audit.record('session.started', null, '{}') from opened`.execute(t.database.connect(role, 1))
    await expect(as('user', t.idOf('user Priya Raman')), role).rejects.toThrow('row-level security')
    await expect(as('terminal', ''), role).rejects.toThrow('row-level security')
    await as('service', '')
  }
})
