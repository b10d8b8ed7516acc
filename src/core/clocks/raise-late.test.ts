import type { SubjectId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailNotices } from '#core/notices/mail-notices.ts'
import { features } from '#entry/feature-list.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { raiseLate } from './raise-late.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const kinds = features.flatMap(feature => feature.work ?? [])
const worker = () => ({ db: t.database.connect('sightline_job', 2), world: t.world })
const noticesOn = (subject: SubjectId) =>
  t.database.superuser
    .selectFrom('notice')
    .select(['kind', 'toAgency', 'toUser', 'forDeed'])
    .where('subject', '=', subject)
    .orderBy('kind')
    .execute()

describe('a concern with danger now that nobody opens', () => {
  test('goes up after half an hour, once, and its sender is told whom to ring', async () => {
    const { concernId } = await t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[4]?.typed ?? {}))
    t.world.advance(29)
    expect(await raiseLate(worker(), kinds)).toBe(0)
    const leah = await t.as('Leah Brandt')
    expect((await leah.get(`/concerns/sent/${concernId}`)).body).not.toContain(
      'No one has picked this up yet',
    )
    t.world.advance(2)
    // Two workers, and one started again: each clock is raised once.
    const raised = await Promise.all([
      raiseLate(worker(), kinds),
      raiseLate(worker(), kinds),
      raiseLate(worker(), kinds),
    ])
    expect(raised.reduce((sum, one) => sum + one, 0)).toBe(1)
    const entries = await t.database.superuser
      .selectFrom('auditEntry')
      .select(['viewerKind', 'viewerService', 'ownerAgency', 'subject'])
      .where('deed', '=', 'clock.raised-late')
      .execute()
    expect(entries).toEqual([
      {
        viewerKind: 'service',
        viewerService: 'late-clocks',
        // Whose record it is, and so who sees that it was said: the concern is its sender's.
        ownerAgency: t.idOf('agency school'),
        subject: concernId,
      },
    ])
    expect(await raiseLate(worker(), kinds)).toBe(0)
    expect(await noticesOn(concernId)).toEqual([
      { kind: 'clock.late', toAgency: t.idOf('agency local-authority'), toUser: null, forDeed: 'supervise' },
      { kind: 'concern.nobody-yet', toAgency: null, toUser: t.idOf('user Leah Brandt'), forDeed: null },
    ])
    const told = await (await t.as('Leah Brandt')).get(`/concerns/sent/${concernId}`)
    expect(told.body).toContain('No one has picked this up yet')
    expect(told.body).toContain('01632 960001')
    expect((await (await t.as('Grace Okafor')).get('/')).body).toMatch(/Danger now: Amelia Thorne.*Late/s)
  })

  test('and the letters that follow say nothing', async () => {
    await mailNotices(worker())
    expect(t.world.letters.map(letter => letter.to).toSorted()).toEqual([
      'grace.okafor@local-authority.example',
      'leah.brandt@school.example',
    ])
    for (const letter of t.world.letters) {
      expect(`${letter.subject} ${letter.text}`).not.toMatch(
        /sightline|amelia|thorne|child|concern|exploit|police|council/i,
      )
    }
    expect(await mailNotices(worker())).toEqual({ sent: 0, failed: 0 })
  })

  test('taken in time, nobody is told; looked at alone, it still goes up', async () => {
    const { concernId } = await t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[4]?.typed ?? {}))
    t.world.advance(10)
    const priya = await t.as('Priya Raman')
    await priya.get(`/concerns/${concernId}`)
    await priya.submit(`/concerns/${concernId}/take`, {})
    t.world.advance(25)
    await raiseLate(worker(), kinds)
    expect(await noticesOn(concernId)).toEqual([])

    // Someone who opens it and says nothing must not silence the alarm (a colleague can be the danger).
    const other = await t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[4]?.typed ?? {}))
    await priya.get(`/concerns/${other.concernId}`)
    t.world.advance(31)
    await raiseLate(worker(), kinds)
    expect(await noticesOn(other.concernId)).not.toEqual([])
  })
})

test('the worker’s own role reads no word about any child', async () => {
  const { db } = worker()
  for (const table of [
    'concernAnswer',
    'concernChild',
    'personRecord',
    'note',
    'concernDecision',
    'safeContact',
    'matchKey',
    'formerVersion',
  ] as const) {
    await expect(db.selectFrom(table).selectAll().execute()).rejects.toThrow('permission denied')
  }
  await expect(db.selectFrom('concern').select('spokenTo').execute()).rejects.toThrow('permission denied')
})

test('one address that fails keeps nobody else waiting, and is tried again later without writing twice', async () => {
  await mailNotices(worker())
  const { concernId } = await t.act('Leah Brandt', act =>
    sendConcern(act, { ...stories(t.made)[4]?.typed, 'spoken-to': '', 'spoken-to-nobody': 'yes' }),
  )
  const broken = {
    ...worker(),
    world: {
      ...t.world,
      post: async (letter: Parameters<typeof t.world.post>[0]) =>
        letter.to.startsWith('priya') ? Promise.reject(new Error('no such box')) : t.world.post(letter),
    },
  }
  t.world.letters.length = 0
  const first = await mailNotices(broken)
  expect(first.failed).toBe(1)
  expect(first.sent).toBeGreaterThan(2)
  expect(await mailNotices(broken)).toEqual({ sent: 0, failed: 0 })
  t.world.advance(1)
  expect(await mailNotices(worker())).toEqual({ sent: 1, failed: 0 })
  const to = t.world.letters.map(letter => letter.to)
  expect(new Set(to).size).toBe(to.length)
  expect(concernId).toBeTruthy()
})

test('a team without members: its agency’s supervisors are told', async () => {
  await mailNotices(worker())
  t.world.letters.length = 0
  await sql`delete from team_member where team_id = ${t.idOf('team local-authority')}`.execute(
    t.database.superuser,
  )
  await t.act('Leah Brandt', act =>
    sendConcern(act, { ...stories(t.made)[4]?.typed, 'spoken-to': '', 'spoken-to-nobody': 'yes' }),
  )
  await mailNotices(worker())
  expect(t.world.letters.map(letter => letter.to)).toEqual(['grace.okafor@local-authority.example'])
})
