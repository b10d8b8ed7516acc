import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyId } from '#core/access/generated/tables.ts'
import { deedsDuring } from '#test/kit/ledger.ts'
import { idIn } from '#test/kit/id-in.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let wexcombe: string
beforeAll(async () => {
  t = await testApp()
  wexcombe = `/administration/partnerships/${t.idOf('partnership Wexcombe')}`
  // A second agency with an administrator, who hosts nothing.
  const daniel = { userId: t.idOf('user Daniel Frost'), agencyId: t.idOf('agency police') }
  await t.database.superuser
    .insertInto('roleGrant')
    .values({ ...daniel, id: t.world.uuid(), role: 'administrator', askedAt: t.world.now() })
    .execute()
})
afterAll(() => t[Symbol.asyncDispose]())

const agency = (kind: string): AgencyId => t.idOf(`agency ${kind}`)

async function sent(name: string, path: string, typed: Record<string, string>) {
  const browser = await t.as(name)
  const { csrf } = await browser.formAt('/')
  let answer = { status: 0, to: '' }
  const deeds = await deedsDuring(t, async () => {
    const { statusCode, headers } = await browser.submit(path, typed, { csrf, key: t.world.uuid() })
    answer = { status: statusCode, to: headers.location ?? '' }
  })
  return { ...answer, deeds }
}

const refused = (status: number) => ({ status, deeds: [] })
const EAST = { name: 'Eastmoor Partnership', nation: 'wales' }

describe('a partnership', () => {
  test('is made by the host, with a lead that then keeps it', async () => {
    const typed = { ...EAST, lead: agency('police') }
    expect(await sent('Daniel Frost', '/administration/partnerships/new', typed)).toMatchObject(refused(403))
    expect(await sent('Ruth Adeyemi', '/administration/partnerships/new', typed)).toMatchObject(refused(403))
    expect(
      await sent('Alan Pike', '/administration/partnerships/new', { ...typed, nation: 'scotland' }),
    ).toMatchObject(refused(422))
    expect(
      await sent('Alan Pike', '/administration/partnerships/new', { ...typed, lead: t.world.uuid() }),
    ).toMatchObject(refused(422))
    const made = await sent('Alan Pike', '/administration/partnerships/new', typed)
    expect(made).toMatchObject({ status: 303, deeds: ['partnership.made'] })
    t.made.set('partnership Eastmoor', idIn(made.to))
    const again = { ...typed, name: 'EASTMOOR partnership' }
    expect(await sent('Alan Pike', '/administration/partnerships/new', again)).toMatchObject(refused(422))
    // What is not checked yet says so.
    expect((await (await t.as('Daniel Frost')).get(made.to)).body).toContain('Rules to be confirmed')
  })

  test('is shown to its lead and the host, and is not there for another’s administrator', async () => {
    const list = '/administration/partnerships'
    const daniel = await t.as('Daniel Frost')
    expect((await daniel.get(list)).body).not.toContain('Wexcombe Safeguarding')
    expect((await daniel.get(wexcombe)).statusCode).toBe(404)
    expect((await (await t.as('Alan Pike')).get(list)).body).toContain('Eastmoor Partnership')
  })

  test.each([
    ['its lead', 'Daniel Frost', 303, ['partnership.agency-added']],
    ['the host, who leads another', 'Alan Pike', 403, []],
    ['a records officer', 'Ruth Adeyemi', 403, []],
  ])('takes in an agency by %s', async (_, who, status, deeds) => {
    const at = `/administration/partnerships/${t.idOf('partnership Eastmoor')}`
    const typed = { member: agency('health'), answer: 'add' }
    expect(await sent(who, at, typed)).toMatchObject({ status, deeds })
  })

  test('lets an agency go, except its lead and who receives concerns', async () => {
    const out = (kind: string) => sent('Alan Pike', wexcombe, { member: agency(kind), answer: 'remove' })
    expect(await out('local-authority')).toMatchObject(refused(422))
    expect(await out('voluntary')).toMatchObject({ status: 303, deeds: ['partnership.agency-removed'] })
    const farah = await t.act('Farah Siddiqui', act =>
      act.tx
        .selectFrom('partnershipAgency')
        .selectAll()
        .where('agencyId', '=', act.viewer.agencyId)
        .execute(),
    )
    expect(farah).toEqual([])
    await t.database.superuser
      .updateTable('area')
      .set({ receivingAgency: agency('police'), receivingTeam: t.idOf('team police') })
      .where('id', '=', t.idOf('area Wexcombe South'))
      .execute()
    expect(await out('police')).toMatchObject(refused(422))
    await expect(
      t.act('Alan Pike', act =>
        act.tx.deleteFrom('partnershipAgency').where('agencyId', '=', agency('police')).execute(),
      ),
    ).rejects.toThrow('foreign key')
  })

  test('gets another lead from the host, and with it another keeper', async () => {
    const at = `/administration/partnerships/${t.idOf('partnership Eastmoor')}`
    const typed = { name: EAST.name, lead: agency('local-authority') }
    expect(await sent('Daniel Frost', `${at}/change`, typed)).toMatchObject(refused(403))
    expect(await sent('Alan Pike', `${at}/change`, typed)).toMatchObject({
      status: 303,
      deeds: ['partnership.changed'],
    })
    expect((await (await t.as('Daniel Frost')).get(at)).statusCode).toBe(404)
    expect((await (await t.as('Alan Pike')).get(`${at}/areas/new`)).statusCode).toBe(200)
  })
})

test('the database itself keeps a partnership to its lead and the host', async () => {
  const id = t.idOf('partnership Wexcombe')
  const asDaniel = (work: Parameters<typeof t.act<unknown>>[1]) => t.act('Daniel Frost', work)
  await expect(
    asDaniel(act =>
      act.tx
        .insertInto('partnershipAgency')
        .values({ partnershipId: id, agencyId: agency('voluntary') })
        .execute(),
    ),
  ).rejects.toThrow('row-level security')
  await expect(
    asDaniel(act =>
      act.tx
        .insertInto('partnership')
        .values({
          id: t.world.uuid(),
          name: 'X',
          nation: 'wales',
          leadAgency: agency('police'),
          createdAt: t.world.now(),
        })
        .execute(),
    ),
  ).rejects.toThrow('row-level security')
  await asDaniel(act =>
    act.tx
      .updateTable('partnership')
      .set({ leadAgency: agency('police') })
      .execute(),
  )
  const led = await t.database.superuser.selectFrom('partnership').select('leadAgency').execute()
  expect(led.map(one => one.leadAgency)).toEqual([agency('local-authority'), agency('local-authority')])
})
