import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyId } from '#core/access/generated/tables.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { deedsDuring } from '#test/kit/ledger.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

async function sent(name: string, at: string, typed: Record<string, string>) {
  const browser = await t.as(name)
  const proof = await browser.formAt('/')
  let answer: Awaited<ReturnType<typeof browser.submit>> | null = null
  const deeds = await deedsDuring(t, async () => {
    answer = await browser.submit(at, typed, { csrf: proof.csrf, key: t.world.uuid() })
  })
  if (!answer) throw new Error('nothing was sent')
  const { statusCode, body, headers } = answer as Awaited<ReturnType<typeof browser.submit>>
  return { status: statusCode, deeds, body, to: headers.location ?? '' }
}

const at = (kind: string, deed: string): string =>
  `/administration/agencies/${t.idOf(`agency ${kind}`)}/${deed}`
const CLINIC = { name: 'Wexcombe Clinic', kind: 'health', sensitive: 'yes' }

describe('an agency', () => {
  test.each([
    ['an administrator of the agency that hosts', 'Alan Pike', CLINIC, 303, ['agency.made']],
    ['the same name again', 'Alan Pike', CLINIC, 422, []],
    ['no such kind', 'Alan Pike', { ...CLINIC, name: 'X', kind: 'company' }, 422, []],
    ['a records officer there', 'Ruth Adeyemi', { ...CLINIC, name: 'X' }, 403, []],
    ['someone of another agency', 'Daniel Frost', { ...CLINIC, name: 'X' }, 403, []],
  ])('is made by %s', async (_, who, typed, status, deeds) => {
    expect(await sent(who, '/administration/agencies/new', typed)).toMatchObject({ status, deeds })
  })

  test('is changed, also in what it would tell', async () => {
    const typed = { name: 'Lantern Young People', kind: 'voluntary', sensitive: 'yes' }
    expect(await sent('Alan Pike', at('voluntary', 'change'), typed)).toMatchObject({
      status: 303,
      deeds: ['agency.changed'],
    })
    const row = await t.database.superuser
      .selectFrom('agency')
      .selectAll()
      .where('id', '=', t.idOf('agency voluntary'))
      .executeTakeFirst()
    expect(row).toMatchObject({ name: 'Lantern Young People', sensitive: true })
    expect(await sent('Alan Pike', at('voluntary', 'change'), { ...typed, name: CLINIC.name })).toMatchObject(
      {
        status: 422,
        deeds: [],
      },
    )
  })

  test('that others rely on is not closed', async () => {
    expect(await sent('Alan Pike', at('local-authority', 'close'), {})).toMatchObject({
      status: 422,
      deeds: [],
    })
    // Another receives the areas' concerns; then it has open work.
    const superuser = t.database.superuser
    const police = { receivingAgency: t.idOf('agency police'), receivingTeam: t.idOf('team police') }
    await superuser.updateTable('area').set(police).execute()
    const receives = await sent('Alan Pike', at('police', 'close'), {})
    expect(receives).toMatchObject({ status: 422, deeds: [] })
    expect(receives.body).toContain('It receives concerns for Wexcombe North')
    await t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[3]?.typed ?? {}))
    const council = {
      receivingAgency: t.idOf('agency local-authority'),
      receivingTeam: t.idOf('team local-authority'),
    }
    await superuser.updateTable('area').set(council).execute()
    const open = await sent('Alan Pike', at('police', 'close'), {})
    expect(open).toMatchObject({ status: 422, deeds: [] })
    expect(open.body).toContain('It has open work')
  })

  test('that is closed shuts its people out at once, and opens again as it was', async () => {
    const leah = await t.as('Leah Brandt')
    expect((await leah.get('/concerns/mine')).statusCode).toBe(200)
    expect(await sent('Ruth Adeyemi', at('school', 'close'), {})).toMatchObject({ status: 403, deeds: [] })
    expect(await sent('Alan Pike', at('school', 'close'), {})).toMatchObject({
      status: 303,
      deeds: ['agency.closed'],
    })
    expect((await leah.get('/concerns/mine')).statusCode).toBe(401)
    const madeUp = await (await t.as('Alan Pike')).get('/sign-in/made-up')
    expect(madeUp.body).toContain('Alan Pike')
    expect(madeUp.body).not.toContain('Leah Brandt')
    expect(await sent('Alan Pike', at('school', 'close'), {})).toMatchObject({ status: 422, deeds: [] })
    expect(await sent('Alan Pike', at('school', 'reopen'), {})).toMatchObject({
      status: 303,
      deeds: ['agency.reopened'],
    })
    expect((await leah.get('/concerns/mine')).statusCode).toBe(200)
  })
})

test('the database itself keeps agencies to the administrators of the one that hosts', async () => {
  const row = { id: t.world.uuid<AgencyId>(), name: 'X', kind: 'other' as const, createdAt: t.world.now() }
  const add = (as: string, more: { hosts?: boolean } = {}) =>
    t.act(as, act =>
      act.tx
        .insertInto('agency')
        .values({ ...row, ...more })
        .execute(),
    )
  for (const as of ['Ruth Adeyemi', 'Daniel Frost'])
    await expect(add(as)).rejects.toThrow('row-level security')
  await expect(add('Alan Pike', { hosts: true })).rejects.toThrow(/row-level security|agency_hosts/)
  await expect(
    t.act('Alan Pike', act => act.tx.updateTable('agency').set({ hosts: false }).execute()),
  ).rejects.toThrow('permission denied')
})
