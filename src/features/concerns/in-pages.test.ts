import { afterAll, beforeAll, expect, test } from 'vitest'
import { manyLike } from '#test/kit/many.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { stories } from './demo-stories.ts'
import { sendConcern } from './send/service.ts'

/** Two lists of more than a page, and nothing in them is left out unsaid. */
let t: TestApp
let danger: string
let all: string[]
beforeAll(async () => {
  t = await testApp()
  const send = (which: 3 | 4) =>
    t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[which]?.typed ?? {}))
  const first = (await send(3)).concernId
  all = [first, ...(await manyLike(t, first, 53))]
  // Where a child is in danger now it stands first, whenever it was sent.
  t.world.advance(0.5)
  danger = (await send(4)).concernId
})
afterAll(() => t[Symbol.asyncDispose]())

const linked = (body: string, path: RegExp): string[] => [...body.matchAll(path)].map(([, id = '']) => id)

test('the queue goes on to a second page, in the order danger, late, due, and misses none', async () => {
  const priya = await t.as('Priya Raman')
  const inQueue = (body: string) => linked(body, /href="\/concerns\/([0-9a-f-]{36})"/g)
  const first = (await priya.get('/concerns/queue')).body
  expect(first).toContain('Showing 1 to 50. There are more')
  const second = (await priya.get('/concerns/queue?page=2')).body
  expect(second).toContain('Showing 51 to 55 of 55')
  expect([...inQueue(first), ...inQueue(second)]).toEqual([danger, ...all])
  const beyond = (await priya.get('/concerns/queue?page=3')).body
  expect(beyond).toContain('There is nothing on this page. The list has 55')
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
    { shown: [danger, ...all.slice(0, 49)] },
    { shown: all.slice(49) },
    { shown: [] },
  ])
})

test('one’s own concerns go on to a second page, newest first', async () => {
  const leah = await t.as('Leah Brandt')
  const own = (body: string) => linked(body, /href="\/concerns\/sent\/([0-9a-f-]{36})"/g)
  const first = (await leah.get('/concerns/mine')).body
  expect(first).toContain('Showing 1 to 50 of 55')
  const second = (await leah.get('/concerns/mine?page=2')).body
  expect(second).toContain('Showing 51 to 55 of 55')
  expect([...own(first), ...own(second)]).toEqual([...all.slice(1).toReversed(), danger, all[0]])
  expect((await leah.get('/concerns/mine?page=9')).body).not.toContain('You have not sent a concern')
})
