import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import { deedsDuring } from '#test/kit/ledger.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let team: string
beforeAll(async () => {
  t = await testApp()
  team = `/administration/teams/${t.idOf('team local-authority')}`
})
afterAll(() => t[Symbol.asyncDispose]())

const user = (name: string): UserAccountId => t.idOf(`user ${name}`)

/** Who sends what where, and what comes of it. */
async function sent(name: string, at: string, typed: Record<string, string>) {
  const browser = await t.as(name)
  const proof = await browser.formAt('/')
  let answer = { statusCode: 0, body: '' }
  const deeds = await deedsDuring(t, async () => {
    answer = await browser.submit(at, typed, { csrf: proof.csrf, key: t.world.uuid() })
  })
  return { status: answer.statusCode, deeds, body: answer.body }
}

const isIn = async (name: string): Promise<boolean> =>
  (await t.act(name, async act => act.viewer.teams)).includes(t.idOf('team local-authority'))

describe('teams of one’s own agency', () => {
  test.each([
    ['an administrator', 'Alan Pike', { name: 'Out-of-hours team' }, 303, ['team.made']],
    ['the same name again', 'Alan Pike', { name: 'out-of-hours TEAM' }, 422, []],
    ['no name', 'Alan Pike', { name: ' ' }, 422, []],
    ['a records officer', 'Ruth Adeyemi', { name: 'Another team' }, 403, []],
    ['a duty worker', 'Priya Raman', { name: 'Another team' }, 403, []],
  ])('are made by an administrator: %s', async (_, who, typed, status, deeds) => {
    expect(await sent(who, '/administration/teams/new', typed)).toMatchObject({ status, deeds })
  })

  test.each([
    ['an administrator', 'Alan Pike', 'Children’s front door', 303, ['team.renamed']],
    ['the name of another team', 'Alan Pike', 'Out-of-hours team', 422, []],
    ['a supervisor', 'Grace Okafor', 'Another name', 403, []],
  ])('are renamed by an administrator: %s', async (_, who, name, status, deeds) => {
    expect(await sent(who, `${team}/name`, { name })).toMatchObject({ status, deeds })
  })

  test('another agency’s team is not there', async () => {
    const at = `/administration/teams/${t.idOf('team police')}`
    const typed = { member: user('Priya Raman'), answer: 'add' }
    expect(await sent('Alan Pike', at, typed)).toMatchObject({ status: 404, deeds: [] })
    expect((await (await t.as('Alan Pike')).get(at)).statusCode).toBe(404)
  })

  test('a colleague is taken out and put in, and knows it', async () => {
    const typed = { member: user('Tom Ashdown') }
    expect(await sent('Alan Pike', team, { ...typed, answer: 'remove' })).toMatchObject({
      status: 303,
      deeds: ['team.member-removed'],
    })
    expect(await isIn('Tom Ashdown')).toBe(false)
    expect(await sent('Alan Pike', team, { ...typed, answer: 'add' })).toMatchObject({
      status: 303,
      deeds: ['team.member-added'],
    })
    expect(await isIn('Tom Ashdown')).toBe(true)
  })

  test.each([
    ['themselves', 'Alan Pike', 'Alan Pike', 422],
    ['someone of another agency', 'Alan Pike', 'Daniel Frost', 422],
    ['someone who is in it already', 'Alan Pike', 'Priya Raman', 422],
    ['anyone, as a supervisor', 'Grace Okafor', 'Alan Pike', 403],
  ])('nobody puts in %s', async (_, who, member, status) => {
    if (member === 'Alan Pike') await sent('Alan Pike', team, { member: user(member), answer: 'remove' })
    const typed = { member: user(member), answer: 'add' }
    expect(await sent(who, team, typed)).toMatchObject({ status, deeds: [] })
  })

  test('the page warns when the team receives concerns and nobody in it may decide', async () => {
    const alan = await t.as('Alan Pike')
    expect((await alan.get(team)).body).not.toContain('Nobody in this team may decide')
    for (const name of ['Priya Raman', 'Tom Ashdown', 'Grace Okafor'])
      await sent('Alan Pike', team, { member: user(name), answer: 'remove' })
    expect((await alan.get(team)).body).toContain('Nobody in this team may decide')
  })
})

test('the database itself keeps teams to their agency, and their makers out of them', async () => {
  const own = t.idOf('team local-authority')
  const put = (as: string, member: { teamId: TeamId; userId: UserAccountId }) =>
    t.act(as, act => act.tx.insertInto('teamMember').values(member).execute())
  await expect(put('Alan Pike', { teamId: own, userId: user('Alan Pike') })).rejects.toThrow(
    'row-level security',
  )
  await expect(put('Alan Pike', { teamId: own, userId: user('Daniel Frost') })).rejects.toThrow(
    'row-level security',
  )
  await expect(
    put('Alan Pike', { teamId: t.idOf('team police'), userId: user('Priya Raman') }),
  ).rejects.toThrow('row-level security')
  await expect(put('Grace Okafor', { teamId: own, userId: user('Priya Raman') })).rejects.toThrow(
    'row-level security',
  )
  const renamed = await t.act('Alan Pike', act =>
    act.tx.updateTable('team').set({ name: 'X' }).where('id', '=', t.idOf('team police')).executeTakeFirst(),
  )
  expect(renamed.numUpdatedRows).toBe(0n)
})
