import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleGrantId, UserAccountId } from '#core/access/generated/tables.ts'
import { idIn } from '#test/kit/id-in.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const grantsOn = (userId: UserAccountId) =>
  t.database.superuser
    .selectFrom('roleGrant')
    .selectAll()
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .execute()

describe('a new colleague', () => {
  test('has an account from an administrator, a role once a second person agrees, and nothing before', async () => {
    const alan = await t.as('Alan Pike')
    const made = await alan.submit('/administration/people/new', {
      name: 'Nia Ford',
      email: 'nia.ford@local-authority.example',
      'job-title': 'Duty social worker',
    })
    const at = made.headers.location ?? ''
    const id = idIn<UserAccountId>(at)
    t.made.set('user Nia Ford', id)
    expect((await alan.submit(`${at}/role`, { role: 'duty-worker' })).statusCode).toBe(303)
    const nia = await t.as('Nia Ford')
    expect((await nia.get('/concerns/queue')).statusCode).toBe(403)

    const [grant] = await grantsOn(id)
    const own = await alan.submit(at, { grant: grant?.id ?? '', answer: 'agree' })
    expect(own.statusCode).toBe(422)
    expect(own.body).toContain('Someone else of your agency must agree')
    expect((await (await t.as('Daniel Frost')).get(at)).statusCode).toBe(403)

    const ruth = await t.as('Ruth Adeyemi')
    expect((await ruth.submit(at, { grant: grant?.id ?? '', answer: 'agree' })).statusCode).toBe(303)
    expect((await nia.get('/concerns/queue')).statusCode).toBe(200)

    await alan.submit(`${at}/end`, {})
    expect((await nia.get('/concerns/queue')).statusCode).toBe(401)
  })

  test('may not have the address of another, nor be of another agency', async () => {
    const alan = await t.as('Alan Pike')
    const taken = await alan.submit('/administration/people/new', {
      name: 'X',
      email: 'Priya.Raman@local-authority.example',
      'job-title': 'Y',
    })
    expect(taken.body).toContain('has this address already')
    expect((await alan.get(`/administration/people/${t.idOf('user Daniel Frost')}`)).statusCode).toBe(404)
  })
})

test('whoever makes a set-up code gets an account whose roles count only when a second person agrees again', async () => {
  const alan = await t.as('Alan Pike')
  const tom = t.idOf('user Tom Ashdown')
  const at = `/administration/people/${tom}`
  expect((await (await t.as('Tom Ashdown')).get('/concerns/queue')).statusCode).toBe(200)
  const form = await alan.formAt(`${at}/set-up-code`)
  await alan.submit(`${at}/set-up-code`, {}, form)
  const shown = await alan.get(at)
  expect(shown.body).toMatch(/shown only now: [\w-]+/)
  expect((await (await t.as('Tom Ashdown')).get('/concerns/queue')).statusCode).toBe(403)
  const [grant] = await grantsOn(tom)
  expect((await alan.submit(at, { grant: grant?.id ?? '', answer: 'agree' })).statusCode).toBe(422)

  // Nothing keeps the code, and the same form sent again does not show it again.
  const kept = await t.database.superuser.selectFrom('formKey').select('answer').execute()
  expect(JSON.stringify(kept)).not.toContain('shown only now')
  await alan.submit(`${at}/set-up-code`, {}, form)
  expect((await alan.get(at)).body).not.toContain('shown only now')

  await (await t.as('Ruth Adeyemi')).submit(at, { grant: grant?.id ?? '', answer: 'agree' })
  expect((await (await t.as('Tom Ashdown')).get('/concerns/queue')).statusCode).toBe(200)
  const own = `/administration/people/${t.idOf('user Alan Pike')}/set-up-code`
  expect((await alan.submit(own, {})).statusCode).toBe(422)
})

test('the database itself refuses a role that someone gives alone', async () => {
  const priya = t.idOf('user Priya Raman')
  const row = {
    id: t.world.uuid<RoleGrantId>(),
    agencyId: t.idOf('agency local-authority'),
    userId: priya,
    role: 'therapist',
    askedBy: t.idOf('user Alan Pike'),
    askedAt: t.world.now(),
  }
  const insert = (
    given: Partial<typeof row> & { agreedBy?: UserAccountId; agreedAt?: Date },
    as = 'Alan Pike',
  ) =>
    t.act(as, act =>
      act.tx
        .insertInto('roleGrant')
        .values({ ...row, id: t.world.uuid<RoleGrantId>(), ...given })
        .execute(),
    )
  await expect(insert({ agreedBy: t.idOf('user Ruth Adeyemi'), agreedAt: t.world.now() })).rejects.toThrow(
    'row-level security',
  )
  await expect(insert({ askedBy: t.idOf('user Ruth Adeyemi') })).rejects.toThrow('row-level security')
  await expect(insert({}, 'Priya Raman')).rejects.toThrow('row-level security')
  await expect(insert({ agencyId: t.idOf('agency police') })).rejects.toThrow('row-level security')
})

test('what each role covers is a page made from the rows that the policies read', async () => {
  const page = await (await t.as('Leah Brandt')).get('/administration/roles')
  expect(page.body.match(/sl-panel/g)).toHaveLength(14)
  expect(page.body).toContain('No child’s record.')
})
