import { afterAll, beforeAll, expect, test } from 'vitest'
import { manyLike } from '#test/kit/many.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { stories } from './demo-stories.ts'
import { sendConcern } from './send/service.ts'

/** Two lists of more than a page, and nothing in them is left out unsaid. */
let t: TestApp
let danger: string
let late: string[]
let fresh: string
beforeAll(async () => {
  t = await testApp()
  const send = async (which: 3 | 4) =>
    (await t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[which]?.typed ?? {}))).concernId
  const first = await send(3)
  late = [first, ...(await manyLike(t, first, 53))]
  t.world.advance(2 * 24 * 60)
  fresh = await send(3)
  t.world.advance(1)
  // Due after the late ones, and before them all.
  danger = await send(4)
})
afterAll(() => t[Symbol.asyncDispose]())

const linked = (body: string, path: RegExp): string[] => [...body.matchAll(path)].map(([, id = '']) => id)

test('the queue goes on to a second page, in the order danger, late, due, and misses none', async () => {
  const priya = await t.as('Priya Raman')
  const inQueue = (body: string) => linked(body, /href="\/concerns\/([0-9a-f-]{36})"/g)
  const first = (await priya.get('/concerns/queue')).body
  expect(first).toContain('Showing 1 to 50. There are more')
  const second = (await priya.get('/concerns/queue?page=2')).body
  expect(second).toContain('Showing 51 to 56 of 56')
  expect([...inQueue(first), ...inQueue(second)]).toEqual([danger, ...late, fresh])
  expect(first.match(/>\s*Late\s*</g)).toHaveLength(49)
  expect(second.match(/>\s*Late\s*</g)).toHaveLength(5)
  const beyond = (await priya.get('/concerns/queue?page=3')).body
  expect(beyond).toContain('There is nothing on this page. The list has 56')
  expect(beyond).not.toContain('Nothing is waiting')
})

test('what each page showed is in the ledger, and no more than that', async () => {
  const listed = await t.database.superuser
    .selectFrom('auditEntry')
    .select('detail')
    .where('deed', '=', 'concern.queue-listed')
    .orderBy('id')
    .execute()
  expect(listed.map(entry => entry.detail)).toEqual([
    { shown: [danger, ...late.slice(0, 49)] },
    { shown: [...late.slice(49), fresh] },
    { shown: [] },
  ])
})

test('one’s own concerns go on to a second page, newest first', async () => {
  const leah = await t.as('Leah Brandt')
  const own = (body: string) => linked(body, /href="\/concerns\/sent\/([0-9a-f-]{36})"/g)
  const first = (await leah.get('/concerns/mine')).body
  expect(first).toContain('Showing 1 to 50 of 56')
  const second = (await leah.get('/concerns/mine?page=2')).body
  expect(second).toContain('Showing 51 to 56 of 56')
  expect([...own(first), ...own(second)]).toEqual([danger, fresh, ...late.toReversed()])
  expect((await leah.get('/concerns/mine?page=9')).body).not.toContain('You have not sent a concern')
})
