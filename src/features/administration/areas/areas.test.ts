import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { deedsDuring } from '#test/kit/ledger.ts'
import { idIn } from '#test/kit/id-in.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

async function sent(name: string, path: string, typed: Record<string, string>) {
  const browser = await t.as(name)
  const { csrf } = await browser.formAt('/')
  let answer = { status: 0, to: '', body: '' }
  const deeds = await deedsDuring(t, async () => {
    const { statusCode, headers, body } = await browser.submit(path, typed, { csrf, key: t.world.uuid() })
    answer = { status: statusCode, to: headers.location ?? '', body }
  })
  return { ...answer, deeds }
}

const newArea = (): string => `/administration/partnerships/${t.idOf('partnership Wexcombe')}/areas/new`
const change = (): string => `/administration/areas/${t.idOf('area Wexcombe North')}/change`
const concern = () => ({ ...stories(t.made)[3]?.typed, 'child-area': t.idOf('area Wexcombe North') })
const WEST = { name: 'Wexcombe West', nation: 'england' }
const refused = (status: number) => ({ status, deeds: [] })

describe('an area', () => {
  test('is made by the lead, received by a team that can decide', async () => {
    const typed = { ...WEST, team: t.idOf('team local-authority') }
    expect(await sent('Ruth Adeyemi', newArea(), typed)).toMatchObject(refused(403))
    expect(await sent('Alan Pike', newArea(), { ...typed, nation: 'scotland' })).toMatchObject(refused(422))
    expect(await sent('Alan Pike', newArea(), { ...typed, name: 'wexcombe north' })).toMatchObject(
      refused(422),
    )
    const nobody = await sent('Alan Pike', newArea(), { ...typed, team: t.idOf('team school') })
    expect(nobody).toMatchObject(refused(422))
    expect(nobody.body).toContain('Nobody in this team may decide')
    const made = await sent('Alan Pike', newArea(), typed)
    expect(made).toMatchObject({ status: 303, deeds: ['area.made'] })
    // Those who record choose it at once; the administrator is asked for its numbers.
    expect((await (await t.as('Alan Pike')).get(made.to)).body).toContain('Whom to ring in Wexcombe West')
    t.made.set('area Wexcombe West', idIn(made.to))
  })

  test('whose concerns go elsewhere from then on, and not those sent before', async () => {
    const superuser = t.database.superuser
    const before = await t.act('Leah Brandt', act => sendConcern(act, concern()))
    const police = { name: 'Wexcombe North', nation: 'england', team: t.idOf('team police') }
    expect(await sent('Alan Pike', change(), police)).toMatchObject(refused(422))
    // A decider joins the police team.
    await superuser
      .insertInto('roleGrant')
      .values({
        id: t.world.uuid(),
        agencyId: t.idOf('agency police'),
        userId: t.idOf('user Daniel Frost'),
        role: 'supervisor',
        askedAt: t.world.now(),
        askedBy: t.idOf('user Alan Pike'),
        agreedBy: t.idOf('user Ruth Adeyemi'),
        agreedAt: t.world.now(),
      })
      .execute()
    expect(await sent('Grace Okafor', change(), police)).toMatchObject(refused(403))
    expect(await sent('Alan Pike', change(), police)).toMatchObject({ status: 303, deeds: ['area.changed'] })
    const after = await t.act('Leah Brandt', act => sendConcern(act, concern()))
    const receivers = await superuser
      .selectFrom('concern')
      .select(['id', 'receivingAgency'])
      .where('areaId', '=', t.idOf('area Wexcombe North'))
      .execute()
    expect(receivers.find(one => one.id === before.concernId)?.receivingAgency).toBe(
      t.idOf('agency local-authority'),
    )
    expect(receivers.find(one => one.id === after.concernId)?.receivingAgency).toBe(t.idOf('agency police'))
  })

  test('is not there for another agency’s administrator', async () => {
    const daniel = { userId: t.idOf('user Daniel Frost'), agencyId: t.idOf('agency police') }
    await t.database.superuser
      .insertInto('roleGrant')
      .values({ ...daniel, id: t.world.uuid(), role: 'administrator', askedAt: t.world.now() })
      .execute()
    const typed = { ...WEST, team: t.idOf('team police') }
    expect(await sent('Daniel Frost', change(), typed)).toMatchObject(refused(404))
    expect(await sent('Daniel Frost', newArea(), typed)).toMatchObject(refused(404))
  })
})

test('an area’s numbers are set by the lead agency, and shown to those who record danger now', async () => {
  const alan = await t.as('Alan Pike')
  const at = `/administration/areas/${t.idOf('area Wexcombe North')}`
  const wrong = await alan.submit(at, {
    'day-phone': 'ring me',
    'out-of-hours-phone': '',
    'opens-1': '9',
    'closes-1': '17:00',
  })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('value="ring me"')
  await alan.submit(at, {
    'day-phone': '01632 960111',
    'out-of-hours-phone': '01632 960112',
    'opens-2': '08:00',
    'closes-2': '18:00',
  })
  const leah = await t.as('Leah Brandt')
  expect((await leah.get('/concerns/new')).body).toContain('01632 960111')
  t.world.advance(12 * 60)
  expect((await (await t.as('Leah Brandt')).get('/concerns/new')).body).toContain('01632 960112')
})

test('the database itself keeps areas to the lead, and a receiving team to its agency', async () => {
  const area = t.idOf('area Wexcombe South')
  const set = (as: string, row: Record<string, string>) =>
    t.act(as, act => act.tx.updateTable('area').set(row).where('id', '=', area).executeTakeFirst())
  const police = { receivingAgency: t.idOf('agency police'), receivingTeam: t.idOf('team police') }
  expect((await set('Daniel Frost', police)).numUpdatedRows).toBe(0n)
  expect((await set('Ruth Adeyemi', police)).numUpdatedRows).toBe(0n)
  await expect(set('Alan Pike', { receivingTeam: t.idOf('team police') })).rejects.toThrow('foreign key')
  await expect(
    t.act('Daniel Frost', act =>
      act.tx
        .insertInto('areaHours')
        .values({ areaId: area, weekday: 6, opens: '09:00', closes: '10:00' })
        .execute(),
    ),
  ).rejects.toThrow('row-level security')
})
