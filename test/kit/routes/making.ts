import { generate } from 'otplib'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { makeSetUpCode } from '#features/sign-in/public.ts'
import { browsing, type Browsing, type Typed } from '../browser-like.ts'
import { TEST_SECRET } from '../global-setup.ts'
import type { TestApp } from '../test-app.ts'
import type { Row } from './row.ts'

export const PASSWORD = 'three plain words'

/** A word that is nobody else's. */
export const word = (t: TestApp): string => `w${t.world.uuid().replaceAll('-', '').slice(-10)}`

export interface Made {
  readonly id: UserAccountId
  readonly name: string
  readonly email: string
}

/** Someone with an account and nothing else. */
export async function account(t: TestApp, agency = 'local-authority'): Promise<Made> {
  const id = t.world.uuid<UserAccountId>()
  const name = `Person ${word(t)}`
  const email = `${name.slice('Person '.length)}@${agency}.example`
  await t.database.superuser
    .insertInto('userAccount')
    .values({
      id,
      name,
      email,
      agencyId: t.idOf(`agency ${agency}`),
      jobTitle: 'Worker',
      createdAt: t.world.now(),
    })
    .execute()
  t.made.set(`user ${name}`, id)
  return { id, name, email }
}

/** Someone of an agency with one role that counts. */
export async function worker(t: TestApp, role: string, agency = 'local-authority'): Promise<Made> {
  const made = await account(t, agency)
  await t.database.superuser
    .insertInto('roleGrant')
    .values({
      id: t.world.uuid(),
      agencyId: t.idOf(`agency ${agency}`),
      userId: made.id,
      role,
      askedBy: t.idOf('user Alan Pike'),
      askedAt: t.world.now(),
      agreedBy: t.idOf('user Ruth Adeyemi'),
      agreedAt: t.world.now(),
    })
    .execute()
  return made
}

/** Someone of the same agency and one of the roles: who could open the same page. */
export async function colleagueOf(t: TestApp, name: string, roles: Row['may']): Promise<Made> {
  const { kind } = await t.database.superuser
    .selectFrom('userAccount')
    .innerJoin('agency', 'agency.id', 'userAccount.agencyId')
    .select('agency.kind')
    .where('userAccount.id', '=', t.idOf(`user ${name}`))
    .executeTakeFirstOrThrow()
  return worker(t, typeof roles === 'string' ? 'front-line-worker' : (roles[0] ?? ''), kind)
}

/** Someone who holds a set-up code for their account. */
export async function invited(t: TestApp): Promise<Made & { code: string }> {
  const made = await account(t)
  const door = { gate: t.door('sightline_gate'), world: t.world, secret: TEST_SECRET }
  return { ...made, code: await makeSetUpCode(door, made.id) }
}

/** A browser between the two halves of setting up, and what the page there shows. */
export async function halfSetUp(
  t: TestApp,
): Promise<Made & { browser: Browsing; secret: string; recovery: readonly string[] }> {
  const made = await invited(t)
  const browser = browsing(t.app)
  await browser.submit('/set-up', { email: made.email, code: made.code, password: PASSWORD })
  const { body } = await browser.get('/set-up/second-factor')
  const secret = (/<code class="sl-words">([^<]+)</.exec(body)?.[1] ?? '').replaceAll(' ', '')
  const recovery = [...body.matchAll(/<li><code>([^<]+)</g)].map(([, one]) => one ?? '')
  return { ...made, browser, secret, recovery }
}

/** What a phone shows now. A code is good once, so a minute goes by first. */
export async function codeNow(t: TestApp, secret: string): Promise<string> {
  t.world.advance(1)
  return generate({ secret, epoch: Math.floor(t.world.now().getTime() / 1000) })
}

/** Someone whose account is set up. */
export async function setUp(t: TestApp) {
  const made = await halfSetUp(t)
  const code = await codeNow(t, made.secret)
  await made.browser.submit('/set-up/second-factor', { code })
  return made
}

/** A browser in which the password was right and the second factor is still to come. */
export async function halfWay(t: TestApp, who: Made): Promise<Browsing> {
  const browser = browsing(t.app)
  const typed: Typed = { email: who.email, password: PASSWORD }
  await browser.submit('/sign-in', typed)
  return browser
}
