import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Browsing, Typed } from '#test/kit/browser-like.ts'
import { makePerson } from '#test/kit/made-people.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { LIMITS } from './limits.ts'
import { countTry } from './try-limit.sql.ts'

let t: TestApp
beforeEach(async () => {
  t = await testApp(['administration'], { limits: LIMITS })
})
afterEach(() => t[Symbol.asyncDispose]())

const SAYS = 'What you typed is still here and has not been saved. Send it again in 61 seconds'

/** Sends the same form many times, each time with a key of its own. @returns the last answer */
async function sendOften(browser: Browsing, path: string, how: { typed: Typed; times: number }) {
  const { csrf } = await browser.formAt(path)
  let last = await browser.submit(path, how.typed, { csrf, key: t.world.uuid() })
  for (let sent = 1; sent < how.times; sent += 1)
    last = await browser.submit(path, how.typed, { csrf, key: t.world.uuid() })
  return last
}

const notes = async (): Promise<number> =>
  (await t.database.superuser.selectFrom('note').select('id').execute()).length

describe('a form sent too often', () => {
  test('comes back with what was typed and when to send it, saves nothing, and is accepted a minute later', async () => {
    const path = `/people/${await makePerson(t)}/notes/new`
    const helen = await t.as('Helen Marsh')
    const typed = { kind: 'visit', words: 'Words to keep.', when: 'just-now' }
    const within = await sendOften(helen, path, { typed, times: 120 })
    expect(within.statusCode).toBe(303)
    const beyond = await sendOften(helen, path, { typed, times: 2 })
    expect(beyond.statusCode).toBe(429)
    expect(beyond.headers['retry-after']).toBe('61')
    expect(beyond.body).toContain(SAYS)
    expect(beyond.body).toContain('Words to keep.')
    expect(beyond.body).toMatch(/name="kind"[^>]*value="visit"[^>]*checked/)
    expect(await notes()).toBe(120)
    expect(t.log).toEqual([
      { level: 'warning', event: 'limit.reached', limit: 'posts', account: t.idOf('user Helen Marsh') },
    ])
    // Somebody else is not held up, and reading is not.
    expect((await (await t.as('Priya Raman')).submit(path, typed)).statusCode).toBe(303)
    expect((await helen.get(path)).statusCode).toBe(200)
    t.world.advance(1)
    expect((await helen.submit(path, typed)).statusCode).toBe(429)
    t.world.advance(0.1)
    expect((await helen.submit(path, typed)).statusCode).toBe(303)
  })

  test('counts only where it came from this browser', async () => {
    const helen = await t.as('Helen Marsh')
    const forged = { csrf: 'forged', key: t.world.uuid() }
    expect((await helen.submit('/people/new', {}, forged)).statusCode).toBe(403)
    expect(await t.database.superuser.selectFrom('tryLimit').selectAll().execute()).toEqual([])
  })

  test('after its session has ended is kept as a draft within the limit, and refused beyond it', async () => {
    const path = `/people/${await makePerson(t)}/notes/new`
    const helen = await t.as('Helen Marsh')
    const { csrf } = await helen.formAt(path)
    t.world.advance(31)
    const send = () => helen.submit(path, { words: 'Kept.' }, { csrf, key: t.world.uuid() })
    for (let sent = 0; sent < 120; sent += 1) expect((await send()).statusCode).toBe(303)
    const beyond = await send()
    expect(beyond.statusCode).toBe(429)
    expect(beyond.body).toContain('Try again in 61 seconds. If a child is in danger now, ring 999.')
  })
})

test('questions after people: sixty a minute, each value given back; their answers twice as many', async () => {
  const helen = await t.as('Helen Marsh')
  const typed = { given: 'Perpetua', family: 'Quennell', 'born-year': '2011' }
  const within = await sendOften(helen, '/people', { typed, times: 60 })
  expect(within.statusCode).toBe(303)
  const beyond = await sendOften(helen, '/people', { typed, times: 1 })
  expect(beyond.statusCode).toBe(429)
  expect(beyond.body).toContain(SAYS)
  for (const value of Object.values(typed)) expect(beyond.body).toContain(`value="${value}"`)
  const answer = within.headers.location ?? ''
  for (let read = 0; read < 120; read += 1) expect((await helen.get(answer)).statusCode).toBe(200)
  const page = await helen.get(answer)
  expect(page.statusCode).toBe(429)
  expect(page.headers['retry-after']).toBe('61')
  expect(page.body).toContain('Try again in 61 seconds. If a child is in danger now, ring 999.')
})

test('another system: six hundred requests a minute, then a problem that says when to ask again', async () => {
  const leah = await t.as('Leah Brandt')
  const ask = () => leah.get(`/api/v1/concerns/${t.world.uuid()}/status`)
  for (let asked = 0; asked < 600; asked += 1) await ask()
  const beyond = await ask()
  expect(beyond.statusCode).toBe(429)
  expect(beyond.headers['content-type']).toContain('application/problem+json')
  expect(beyond.headers['retry-after']).toBe('61')
  expect(beyond.json()).toMatchObject({ type: '/problems/too-many', status: 429 })
  expect(beyond.json<{ detail: string }>().detail).toContain('Try again in 61 seconds')
})

test('forms before signing in count by address, and one address does not hold up another', async () => {
  const page = await t.app.inject({ url: '/sign-in/recovery' })
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const send = (address: string) =>
    t.app.inject({
      method: 'POST',
      url: '/sign-in/recovery',
      headers: { 'x-forwarded-for': address, 'content-type': 'application/x-www-form-urlencoded' },
      cookies: Object.fromEntries(page.cookies.map(cookie => [cookie.name, cookie.value])),
      payload: new URLSearchParams({ _csrf: csrf, code: 'ABCD-EFGH' }).toString(),
    })
  for (let sent = 0; sent < 120; sent += 1) expect((await send('192.0.2.1')).statusCode).toBe(422)
  const beyond = await send('192.0.2.1')
  expect(beyond.statusCode).toBe(429)
  expect(beyond.headers['retry-after']).toBe('61')
  expect(beyond.body).toContain(SAYS)
  expect(beyond.body).toContain('ABCD-EFGH')
  expect((await send('192.0.2.2')).statusCode).toBe(422)
  // Where someone sits has no place in the log.
  expect(t.log).toEqual([{ level: 'warning', event: 'limit.reached', limit: 'open forms', account: null }])
})

describe('counting', () => {
  test('keeps one row for each account and limit', async () => {
    const helen = await t.as('Helen Marsh')
    for (let minute = 0; minute < 3; minute += 1) {
      await sendOften(helen, '/people', { typed: { given: 'A', family: 'B' }, times: 2 })
      await sendOften(helen, '/people/new', { typed: {}, times: 2 })
      t.world.advance(2)
    }
    const rows = await t.database.superuser
      .selectFrom('tryLimit')
      .select(['bucket', 'tries'])
      .orderBy('bucket')
      .execute()
    expect(rows).toEqual([
      { bucket: 'posts', tries: 2 },
      { bucket: 'searches', tries: 2 },
    ])
  })

  test('holds nothing up while the work of a request goes on', async () => {
    const person = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    const holder = await t.database.superuser.startTransaction().execute()
    await sql`select from person_record where id = ${person} for update`.execute(holder)
    const path = `/people/${person}/correct`
    const { csrf, key } = await helen.formAt(path)
    const version = /name="version" value="([^"]+)"/.exec((await helen.get(path)).body)?.[1] ?? ''
    const held = helen.submit(
      path,
      { given: 'A', family: 'B', 'born-absence': 'not-known', sex: 'F', reason: 'C', version },
      { csrf, key },
    )
    // The held one has been counted by then, and waits for the record.
    for (let waiting = 0; waiting === 0;) {
      const { rows } = await sql<{ waiting: number }>`
        select count(*) as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(t.database.superuser)
      waiting = rows[0]?.waiting ?? 0
    }
    const other = await helen.submit('/people', { given: 'A', family: 'B' })
    const third = await helen.submit('/people/new', { given: 'A' })
    expect([other.statusCode, third.statusCode]).toEqual([303, 422])
    await holder.commit().execute()
    expect((await held).statusCode).toBe(303)
  })

  test.each([
    ['waits for the disk where tries must not be forgiven', { bucket: 'a', tries: 1, minutes: 1 }, 'local'],
    ['does not where a crash may forgive a few', LIMITS.posts, 'off'],
  ])('%s', async (_, limit, expected) => {
    await t.database
      .connect('sightline_gate')
      .transaction()
      .execute(async tx => {
        await sql`set local synchronous_commit = local`.execute(tx)
        await countTry(tx, limit, { key: 'x', now: t.world.now() })
        const { rows } = await sql<{
          how: string
        }>`select current_setting('synchronous_commit') as how`.execute(tx)
        expect(rows).toEqual([{ how: expected }])
      })
  })
})
