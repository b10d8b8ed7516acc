import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { transactAs, type ScopedTx } from '#core/access/scoped-tx.ts'
import { keepDraft } from '#platform/http/drafts.sql.ts'
import { AT_ONCE } from '#platform/http/outdated.sql.ts'
import { search } from '#test/kit/searching.ts'
import { proved, referred } from '#test/kit/referring.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { dropOutdated } from './drop-outdated.ts'

let t: TestApp
beforeEach(async () => {
  t = await testApp()
})
afterEach(() => t[Symbol.asyncDispose]())

const sweep = () => dropOutdated({ db: t.database.connect('sightline_job', 2), world: t.world })
const NOTHING = {
  address_proof: 0,
  referrer: 0,
  draft: 0,
  form_key: 0,
  session: 0,
  system_token: 0,
  try_limit: 0,
}

const DAY = 24 * 60
const draft = (form: string, hours?: number) =>
  t.act('Leah Brandt', act =>
    keepDraft(act.tx, {
      userId: act.viewer.id,
      form,
      typed: { account: 'Words.' },
      now: t.world.now(),
      ...(hours === undefined ? {} : { hours }),
    }),
  )
const drafts = async (): Promise<string[]> =>
  (await t.database.superuser.selectFrom('draft').select('form').orderBy('form').execute()).map(
    one => one.form,
  )
const entries = () =>
  t.database.superuser
    .selectFrom('auditEntry')
    .select(['viewerKind', 'viewerService', 'detail'])
    .where('deed', '=', 'drafts.outdated-dropped')
    .execute()

describe('what someone typed', () => {
  test('waits ninety days untouched, then goes, with an entry; a second sweep finds nothing', async () => {
    await draft('concern:a')
    await draft('concern:b')
    t.world.advance(60 * DAY)
    await draft('concern:b')
    t.world.advance(30 * DAY)
    expect(await sweep()).toEqual(NOTHING)
    t.world.advance(1)
    expect(await sweep()).toMatchObject({ draft: 1 })
    expect(await drafts()).toEqual(['concern:b'])
    expect(await sweep()).toMatchObject({ draft: 0 })
    expect(await entries()).toEqual([
      { viewerKind: 'service', viewerService: 'outdated', detail: { drafts: 1 } },
    ])
  })

  test('and looked for is kept for half a day', async () => {
    const helen = await t.as('Helen Marsh')
    const found = await helen.submit('/people', { given: 'Perpetua', family: 'Quennell' })
    const at = found.headers.location ?? ''
    t.world.advance(20)
    await sweep()
    expect((await helen.get(at)).statusCode).toBe(200)
    t.world.advance(12 * 60)
    expect(await sweep()).toMatchObject({ draft: 1 })
    expect((await (await t.as('Helen Marsh')).get(at)).statusCode).toBe(404)
    expect((await search(await t.as('Helen Marsh'), 'given=Perpetua&family=Quennell')).statusCode).toBe(200)
  })

  test('and saved again while the sweep waits for it, stays', async () => {
    await draft('concern:a')
    t.world.advance(91 * DAY)
    const author = await t.database.superuser.startTransaction().execute()
    await sql`update draft set keep_until = ${new Date(t.world.now().getTime() + 90 * DAY * 60_000)}`.execute(
      author,
    )
    const swept = sweep()
    for (let waiting = 0; waiting === 0;) {
      const { rows } = await sql<{ waiting: number }>`
        select count(*) as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(t.database.superuser)
      waiting = rows[0]?.waiting ?? 0
    }
    await author.commit().execute()
    expect(await swept).toMatchObject({ draft: 0 })
    expect(await drafts()).toEqual(['concern:a'])
  })

  test('goes in batches until nothing is left', async () => {
    await sql`insert into draft (user_id, form, typed, saved_at, keep_until)
      select ${t.idOf('user Leah Brandt')}, 'concern:' || n, '{}', ${t.world.now()}, ${t.world.now()}
      from generate_series(1, ${AT_ONCE * 2 + 1}) n`.execute(t.database.superuser)
    t.world.advance(1)
    expect(await sweep()).toMatchObject({ draft: AT_ONCE * 2 + 1 })
    expect((await entries()).map(entry => entry.detail)).toEqual([
      { drafts: AT_ONCE },
      { drafts: AT_ONCE },
      { drafts: 1 },
    ])
  })
})

test('a form’s key goes when no session can send it again, a session when nobody can come back to it', async () => {
  const leah = await t.as('Leah Brandt')
  await leah.submit('/concerns/new', {})
  const left = await t.as('Priya Raman')
  await left.submit('/sign-out', {})
  t.world.advance(DAY)
  expect(await sweep()).toEqual(NOTHING)
  t.world.advance(1)
  expect(await sweep()).toEqual({ ...NOTHING, session: 1 })
  t.world.advance(DAY)
  expect(await sweep()).toMatchObject({ form_key: 1, session: 0 })
  // Ran out long ago, and still knows whose words to keep.
  t.world.advance(27 * DAY)
  await sweep()
  expect((await leah.get('/')).statusCode).toBe(303)
  expect(await t.database.superuser.selectFrom('session').select('userId').execute()).toHaveLength(1)
  t.world.advance(2 * DAY)
  expect(await sweep()).toMatchObject({ session: 1 })
})

test('tries that have stopped counting go', async () => {
  const browser = await t.as('Leah Brandt')
  browser.cookies.clear()
  await browser.submit('/sign-in', { email: 'leah@a.example', password: 'wrong' })
  t.world.advance(DAY)
  expect(await sweep()).toMatchObject({ try_limit: 0 })
  t.world.advance(1)
  expect((await sweep())['try_limit']).toBeGreaterThan(1)
  expect(await t.database.superuser.selectFrom('tryLimit').selectAll().execute()).toEqual([])
})

test('the worker’s role sees nothing that is still kept, and not a word of what was typed', async () => {
  await draft('concern:a')
  await (await t.as('Leah Brandt')).submit('/people/new', {})
  const job = t.database.connect('sightline_job', 1)
  const asWorker = <T>(work: (tx: ScopedTx) => Promise<T>) =>
    transactAs({ db: job, world: t.world }, { kind: 'service', name: 'outdated' }, work)
  for (const [table, key] of [
    ['draft', 'form'],
    ['form_key', 'key'],
    ['session', 'token_digest'],
    ['try_limit', 'bucket'],
  ] as const) {
    const seen = await asWorker(tx => sql`select ${sql.ref(key)} from ${sql.table(table)}`.execute(tx))
    expect(seen.rows, table).toEqual([])
    const gone = await asWorker(tx => sql`delete from ${sql.table(table)}`.execute(tx))
    expect(gone.numAffectedRows, table).toBe(0n)
  }
  for (const words of ['typed from draft', 'answer from form_key', 'user_id from session'])
    await expect(sql`select ${sql.raw(words)}`.execute(job)).rejects.toThrow('permission denied')
})

test('what was begun without an account and not sent goes with its address; what was sent stays', async () => {
  await proved(t, 'began@fresh.example')
  await referred(t, { email: 'sent@fresh.example', kind: 'hotel' })
  const addresses = async () =>
    (await t.database.superuser.selectFrom('referrer').select('email').orderBy('email').execute()).map(
      row => row.email,
    )
  t.world.advance(DAY + 1)
  // Two codes, asked for a day ago.
  expect(await sweep()).toMatchObject({ address_proof: 2, referrer: 0 })
  t.world.advance(14 * DAY)
  expect(await sweep()).toMatchObject({ referrer: 1 })
  expect(await addresses()).toEqual(['sent@fresh.example'])
  expect(await sweep()).toMatchObject({ referrer: 0 })
})
