import { generate } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AgencyId, RoleGrantId, UserAccountId } from '#core/access/generated/tables.ts'
import { browsing, type Browsing } from '#test/kit/browser-like.ts'
import { deedsDuring } from '#test/kit/ledger.ts'
import { idIn } from '#test/kit/id-in.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let agency: string
beforeAll(async () => {
  t = await testApp()
  const alan = await t.as('Alan Pike')
  const typed = { name: 'Riverside Clinic', kind: 'health', sensitive: 'yes' }
  agency = (await alan.submit('/administration/agencies/new', typed)).headers.location ?? ''
})
afterAll(() => t[Symbol.asyncDispose]())

const agencyId = (): AgencyId => idIn(agency)
const named = (name: string) => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@clinic.example`,
  'job-title': 'Manager',
})

const grantOf = async (name: string) =>
  t.database.superuser
    .selectFrom('roleGrant')
    .innerJoin('userAccount', 'userAccount.id', 'roleGrant.userId')
    .select(['roleGrant.id', 'userId', 'agreedBy'])
    .where('name', '=', name)
    .executeTakeFirstOrThrow()

/** Sends with a proof from another page, as someone would who knows the address. */
async function sent(name: string, path: string, typed: Record<string, string>) {
  const browser = await t.as(name)
  const { csrf } = await browser.formAt('/')
  let status = 0
  const deeds = await deedsDuring(t, async () => {
    status = (await browser.submit(path, typed, { csrf, key: t.world.uuid() })).statusCode
  })
  return { status, deeds }
}

async function codeFrom(name: string): Promise<string> {
  const alan = await t.as('Alan Pike')
  const { userId } = await grantOf(name)
  await alan.submit(`${agency}/administrators/${userId}/set-up-code`, {})
  return /shown only now: ([\w-]+)/.exec((await alan.get(agency)).body)?.[1] ?? ''
}

async function setUp(name: string, code: string): Promise<Browsing> {
  const browser = browsing(t.app)
  await browser.submit('/set-up', { email: named(name).email, code, password: 'three plain words' })
  const page = await browser.get('/set-up/second-factor')
  const secret = (/<code class="sl-words">([^<]+)</.exec(page.body)?.[1] ?? '').replaceAll(' ', '')
  const now = Math.floor(t.world.now().getTime() / 1000)
  const done = await browser.submit('/set-up/second-factor', { code: await generate({ secret, epoch: now }) })
  expect(done.headers.location).toBe('/')
  return browser
}

test('the first administrators are named by one person of the host and agreed to by another', async () => {
  expect(await sent('Ruth Adeyemi', `${agency}/administrators/new`, named('Ivy Ward'))).toEqual({
    status: 403,
    deeds: [],
  })
  expect(await sent('Daniel Frost', `${agency}/administrators/new`, named('Ivy Ward'))).toEqual({
    status: 403,
    deeds: [],
  })
  expect(await sent('Alan Pike', `${agency}/administrators/new`, named('Ivy Ward'))).toEqual({
    status: 303,
    deeds: ['agency.administrator-named'],
  })
  expect(await sent('Alan Pike', `${agency}/administrators/new`, named('Ivy Ward'))).toEqual({
    status: 422,
    deeds: [],
  })
  const grant = await grantOf('Ivy Ward')
  const agree = { grant: grant.id, answer: 'agree' }
  expect(await sent('Alan Pike', agency, agree)).toEqual({ status: 422, deeds: [] })
  expect(await sent('Priya Raman', agency, agree)).toEqual({ status: 403, deeds: [] })
  expect(await sent('Alan Pike', `${agency}/administrators/${grant.userId}/set-up-code`, {})).toMatchObject({
    status: 409,
  })
  expect(await sent('Ruth Adeyemi', agency, agree)).toEqual({
    status: 303,
    deeds: ['agency.administrator-agreed'],
  })
  expect(await sent('Ruth Adeyemi', agency, agree)).toEqual({ status: 409, deeds: [] })
})

test('one who was named by mistake is withdrawn, and one who counts is not', async () => {
  await sent('Alan Pike', `${agency}/administrators/new`, named('Una Mistaken'))
  const end = async (name: string) => ({ grant: (await grantOf(name)).id, answer: 'end' })
  expect(await sent('Ruth Adeyemi', agency, await end('Una Mistaken'))).toEqual({
    status: 303,
    deeds: ['agency.administrator-declined'],
  })
  expect(await sent('Ruth Adeyemi', agency, await end('Ivy Ward'))).toEqual({ status: 409, deeds: [] })
})

test('the pages for one’s own people never reach another agency’s', async () => {
  const { userId, id } = await grantOf('Ivy Ward')
  const own = `/administration/people/${userId}`
  expect((await (await t.as('Alan Pike')).get(own)).statusCode).toBe(404)
  expect(await sent('Alan Pike', `${own}/set-up-code`, {})).toEqual({ status: 404, deeds: [] })
  expect(await sent('Alan Pike', `${own}/end`, {})).toEqual({ status: 404, deeds: [] })
  expect(await sent('Alan Pike', own, { grant: id, answer: 'end' })).toEqual({ status: 404, deeds: [] })
})

test('once two are set up the agency sees to itself, and the host sees none of its people', async () => {
  const first = await setUp('Ivy Ward', await codeFrom('Ivy Ward'))
  expect((await first.get('/administration')).body).toContain('Ivy Ward')
  // What is set up is not set up again from outside.
  expect(await codeFrom('Ivy Ward')).toBe('')
  await sent('Alan Pike', `${agency}/administrators/new`, named('Max Dale'))
  await sent('Ruth Adeyemi', agency, { grant: (await grantOf('Max Dale')).id, answer: 'agree' })
  await setUp('Max Dale', await codeFrom('Max Dale'))
  const page = await (await t.as('Alan Pike')).get(agency)
  expect(page.body).not.toContain('Ivy Ward')
  expect(page.body).toContain('own administrators see to its people')
  expect(await sent('Alan Pike', `${agency}/administrators/new`, named('Eve Extra'))).toEqual({
    status: 404,
    deeds: [],
  })
  expect(
    await sent('Ruth Adeyemi', agency, { grant: (await grantOf('Ivy Ward')).id, answer: 'end' }),
  ).toEqual({ status: 404, deeds: [] })
  // And decision 0005 holds there: one asks for a role, the other agrees.
  const made = await first.submit('/administration/people/new', named('Sam Nurse'))
  const nurse = made.headers.location ?? ''
  await first.submit(`${nurse}/role`, { role: 'health-professional' })
  const grant = await grantOf('Sam Nurse')
  expect((await first.submit(nurse, { grant: grant.id, answer: 'agree' })).statusCode).toBe(422)
})

test('the database itself refuses what goes round the second person', async () => {
  const alan = await t.as('Alan Pike')
  const other = await alan.submit('/administration/agencies/new', {
    name: 'Harbour Refuge',
    kind: 'voluntary',
    sensitive: 'yes',
  })
  const refuge = idIn<AgencyId>(other.headers.location)
  const now = t.world.now()
  const account = { agencyId: refuge, name: 'X', jobTitle: 'Y', createdAt: now }
  const person = (as: string, email: string) =>
    t.act(as, async act => {
      const id = act.world.uuid<UserAccountId>()
      await act.tx
        .insertInto('userAccount')
        .values({ ...account, id, email })
        .execute()
      return id
    })
  for (const as of ['Ruth Adeyemi', 'Daniel Frost'])
    await expect(person(as, 'a@refuge.example')).rejects.toThrow('row-level security')
  const userId = await person('Alan Pike', 'a@refuge.example')
  const row = { agencyId: refuge, userId, askedAt: now, askedBy: t.idOf('user Alan Pike') }
  const grant = (as: string, given: object) =>
    t.act(as, async act => {
      const id = act.world.uuid<RoleGrantId>()
      await act.tx
        .insertInto('roleGrant')
        .values({ ...row, role: 'administrator', ...given, id })
        .execute()
      return id
    })
  const agreed = { agreedBy: t.idOf('user Ruth Adeyemi'), agreedAt: now }
  await expect(grant('Alan Pike', { role: 'therapist' })).rejects.toThrow('row-level security')
  await expect(grant('Alan Pike', agreed)).rejects.toThrow('row-level security')
  await expect(grant('Ruth Adeyemi', { askedBy: t.idOf('user Ruth Adeyemi') })).rejects.toThrow(
    'row-level security',
  )
  await expect(grant('Alan Pike', { agencyId: agencyId() })).rejects.toThrow('row-level security')
  const id = await grant('Alan Pike', {})
  const answer = (as: string, by: object) =>
    t.act(as, act => act.tx.updateTable('roleGrant').set(by).where('id', '=', id).execute())
  await expect(answer('Alan Pike', agreed)).rejects.toThrow('in one’s own name'.replace('’', "'"))
  await expect(answer('Alan Pike', { agreedBy: t.idOf('user Alan Pike'), agreedAt: now })).rejects.toThrow(
    'role_grant_check',
  )
  await expect(answer('Ruth Adeyemi', { role: 'therapist' })).rejects.toThrow('permission denied')
})
