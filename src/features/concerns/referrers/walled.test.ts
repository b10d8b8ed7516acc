import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernId, ReferrerId } from '#core/access/generated/tables.ts'
import { sendingTo } from '#core/access/referrers.sql.ts'
import { actAsReferrer } from '#core/audit/acting.ts'
import type { ReferrerAct } from '#core/access/act.ts'
import { proved, draftOf, referred } from '#test/kit/referring.ts'
import { sealedTyped } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { takeConcern } from '../decide/service.ts'

/** What the database itself lets someone without an account read and write, whatever a page would ask. */
let t: TestApp
let as: <T>(id: ReferrerId, work: (act: ReferrerAct) => Promise<T>) => Promise<T>
const ids: Record<'writing' | 'sent' | 'sealed', ReferrerId> = {} as never

beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  const db = t.database.connect('sightline_app')
  as = (id, work) => actAsReferrer({ db, world: t.world }, id, work)
  const idOf = async (email: string) =>
    (
      await t.database.superuser
        .selectFrom('referrer')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirstOrThrow()
    ).id
  const browser = await proved(t, 'writing@hotel.example')
  await draftOf(browser, { kind: 'hotel' })
  ids.writing = await idOf('writing@hotel.example')
  const sent = await referred(t, { email: 'sent@school.example', kind: 'school', name: 'Wren Ackroyd' })
  await t.act('Priya Raman', async act => takeConcern(act, await concernOf(sent.reference)))
  ids.sent = await idOf('sent@school.example')
  await referred(t, { email: 'sealed@school.example', kind: 'school', name: 'Jo Hale' }, sealedTyped(t))
  ids.sealed = await idOf('sealed@school.example')
})
afterAll(() => t[Symbol.asyncDispose]())

const concernOf = async (reference: string): Promise<ConcernId> =>
  (
    await t.database.superuser
      .selectFrom('concern')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
  ).id

/** What everyone may read: places, rules, and who works together. No person stands in any of them. */
const OPEN = [
  'agency',
  'area',
  'area_hours',
  'decision_outcome',
  'missing_grade',
  'missing_word',
  'nation',
  'nation_ladder_step',
  'partnership',
  'partnership_agency',
  'partnership_ladder_step',
  'referrer_kind',
  'role',
  'role_category',
  'role_deed',
  'team',
  'template_version',
]

/** Every table that the application's role may read, with how many rows this viewer finds there. */
async function seenBy(act: ReferrerAct): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and has_any_column_privilege(c.oid, 'select') order by 1`.execute(
    act.tx,
  )
  const seen: Record<string, number> = {}
  for (const { name } of tables.rows) {
    if (OPEN.includes(name)) continue
    const found = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(name)}`.execute(
      act.tx,
    )
    if (found.rows[0]?.count) seen[name] = found.rows[0].count
  }
  expect(tables.rows.length).toBeGreaterThan(40)
  return seen
}

describe('a referrer reads', () => {
  test('while they write: their draft, their own looks and themselves', async () => {
    const seen = await as(ids.writing, seenBy)
    expect(Object.keys(seen).sort()).toEqual(['audit_entry', 'draft', 'form_key', 'referrer'])
    expect(seen['referrer']).toBe(1)
  })

  test.each(['sent', 'sealed'] as const)(
    'after it is %s: their receipt and what was said to them',
    async which => {
      const seen = await as(ids[which], seenBy)
      // Its draft went as it was sent; what is opened to them and what they are told is theirs.
      expect(Object.keys(seen).sort()).toEqual(
        [
          'access_grant',
          'audit_entry',
          'concern_receipt',
          'concern_reply',
          'form_key',
          ...(which === 'sent' ? ['notice'] : []),
          'referrer',
        ].sort(),
      )
      expect([seen['referrer'], seen['concern_receipt']]).toEqual([1, 1])
      expect(seen['concern_reply']).toBe(which === 'sent' ? 2 : 1)
      const own = await as(ids[which], act =>
        sql<{ grantee: string }>`select distinct grantee from access_grant`.execute(act.tx),
      )
      expect(own.rows.map(row => row.grantee)).toEqual([ids[which]])
    },
  )

  test('nothing more of what they opened to the agency that they send to', async () => {
    const agency = t.idOf('agency local-authority')
    const seen = await as(ids.writing, async act => {
      await sendingTo(act, agency)
      return seenBy(act)
    })
    expect(Object.keys(seen).sort()).toEqual(['audit_entry', 'draft', 'form_key', 'referrer'])
  })

  test('nothing at all once their way back is closed', async () => {
    await t.database.superuser
      .updateTable('referrer')
      .set({ closesAt: t.world.now() })
      .where('id', '=', ids.sealed)
      .execute()
    await expect(as(ids.sealed, seenBy)).rejects.toThrow('signed out')
    await t.database.superuser
      .updateTable('referrer')
      .set({ closesAt: null })
      .where('id', '=', ids.sealed)
      .execute()
  })

  test('nobody’s name', async () => {
    const told = await as(ids.sent, act =>
      sql<{
        name: string
      }>`select name from access.those_who_may(${t.idOf('agency local-authority')}, 'decide-concern')`.execute(
        act.tx,
      ),
    )
    expect(told.rows).toEqual([])
    const entries = await as(ids.sent, act =>
      sql<{ viewer: string }>`select distinct viewer from audit_entry`.execute(act.tx),
    )
    expect(entries.rows.map(row => row.viewer)).toEqual([ids.sent])
  })
})

describe('a referrer writes', () => {
  const refused = async (id: ReferrerId, work: (act: ReferrerAct) => Promise<unknown>) =>
    expect(as(id, work)).rejects.toThrow(/row-level security|permission denied|only what is not sent/)

  test('nothing in any agency’s name but while they send', async () => {
    const note = (act: ReferrerAct) =>
      sql`insert into concern_further (id, owner_agency, category, subject, since, says, danger_now, said_by_referrer, said_at)
        select ${act.world.uuid()}, ${t.idOf('agency local-authority')}, 'concern', ${ids.writing}, now(), 'x', false, ${ids.writing}, now()`.execute(
        act.tx,
      )
    await refused(ids.writing, note)
  })

  test('nothing for another agency after they sent, and no identity', async () => {
    for (const [agency, category] of [
      ['agency health', 'concern'],
      ['agency local-authority', 'identity'],
    ] as const)
      await refused(ids.sent, act =>
        sql`insert into access_grant (id, owner_agency, subject, category, grantee, grantee_kind, valid_during, source_kind, source, granted_by)
          select ${act.world.uuid()}, ${t.idOf(agency)}, r.concern, ${category}, r.id, 'referrer', tstzrange(now(), null),
            'reply', r.id, r.id from referrer r`.execute(act.tx),
      )
  })

  test('nothing over what was sent, nor a second sending', async () => {
    await refused(ids.sent, act => sendingTo(act, t.idOf('agency local-authority')))
    const changed = await as(ids.sent, act =>
      sql`update referrer set reference = 'CON-0000-0000', concern = null, sent_at = null`.execute(act.tx),
    )
    expect(changed.numAffectedRows).toBe(0n)
    await refused(ids.sent, act => sql`update referrer set email = 'a@b.example'`.execute(act.tx))
    await refused(ids.sent, act => sql`update concern set sent_by_name = 'Someone'`.execute(act.tx))
  })

  test('no account, role or seal of another’s', async () => {
    await refused(ids.writing, act =>
      sql`insert into user_account (id, agency_id, name, email, job_title, created_at)
        values (${act.world.uuid()}, ${t.idOf('agency local-authority')}, 'x', 'x', 'x', now())`.execute(
        act.tx,
      ),
    )
    await refused(ids.writing, act =>
      sql`insert into seal (subject, owner_agency, reason, sealed_by, sealed_at)
        values (${act.world.uuid()}, ${t.idOf('agency local-authority')}, 'protected-person', ${ids.writing}, now())`.execute(
        act.tx,
      ),
    )
  })
})

describe('the constraints', () => {
  test('a concern is sent by exactly one: someone with an account or someone without', async () => {
    const { superuser } = t.database
    const both = superuser
      .updateTable('concern')
      .set({ sentBy: t.idOf('user Leah Brandt') })
      .where('sentByReferrer', 'is not', null)
    const none = superuser.updateTable('concern').set({ sentBy: null }).where('sentBy', 'is not', null)
    await expect(both.execute()).rejects.toThrow('concern_sent_by_one')
    await expect(none.execute()).rejects.toThrow('concern_sent_by_one')
  })
})
