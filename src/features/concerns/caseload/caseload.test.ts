import { afterAll, beforeAll, expect, test } from 'vitest'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { allegations, frost } from '#test/kit/allegations.ts'
import { clocksOn } from '#test/kit/receiving.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import type { Typed } from '#test/kit/browser-like.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())
const { about, send, status } = allegations(() => t)

const submit = async (name: string, path: string, typed: Typed) => {
  const answer = await (await t.as(name)).submit(path, typed)
  t.world.advance(1)
  return answer
}
const body = async (name: string, path: string): Promise<string> => (await (await t.as(name)).get(path)).body
async function taken(by: string, which: 3 | 4 = 3) {
  const { concernId } = await t.act('Leah Brandt', act =>
    sendConcern(act, stories(t.made)[which]?.typed ?? {}),
  )
  await submit(by, `/concerns/${concernId}/take`, {})
  return { concernId, at: `/concerns/${concernId}` }
}
const of = (name: string) => `/concerns/caseload/${t.idOf(`user ${name}`)}`
const row = (page: string, name: string): string =>
  (new RegExp(`<tr[^>]*>(?:(?!</tr>).)*${name}.*?</tr>`, 's').exec(page)?.[0] ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('a supervisor sees who has how much, how much of it is late and since when; and hands over all of one who is away', async () => {
  const [one, two, other] = [
    await taken('Priya Raman'),
    await taken('Priya Raman', 4),
    await taken('Tom Ashdown'),
  ]
  t.world.advance(4 * 60 + 1)
  const page = await body('Grace Okafor', '/concerns/caseload')
  expect(row(page, 'Priya Raman')).toMatch(/Priya Raman 2 1 \d/)
  expect(row(page, 'Tom Ashdown')).toMatch(/Tom Ashdown 1 0 \d/)
  const hers = await body('Grace Okafor', of('Priya Raman'))
  expect(hers).toContain('Callum Reid')
  expect(hers).toContain('Amelia Thorne')
  // What he is too near to stays with her, and she is said to have it still.
  await submit('Tom Ashdown', `${two.at}/outside`, {})
  const answer = await submit('Grace Okafor', of('Priya Raman'), {
    to: t.idOf('user Tom Ashdown'),
    why: 'Priya is ill.',
  })
  expect(answer.statusCode).toBe(303)
  expect(await clocksOn(t, one.concernId)).toMatchObject([{ userId: t.idOf('user Tom Ashdown') }])
  expect(await clocksOn(t, two.concernId)).toMatchObject([{ userId: t.idOf('user Priya Raman') }])
  expect(await clocksOn(t, other.concernId)).toMatchObject([{ userId: t.idOf('user Tom Ashdown') }])
  expect(await body('Tom Ashdown', '/')).toContain('was handed to you')
  expect(await body('Grace Okafor', one.at)).toContain(
    'Priya Raman to Tom Ashdown, by Grace Okafor: Priya is ill.',
  )
  const again = await submit('Grace Okafor', of('Priya Raman'), { to: t.idOf('user Tom Ashdown'), why: 'x' })
  expect(again.statusCode).toBe(422)
  await submit('Grace Okafor', of('Priya Raman'), {
    to: t.idOf('user Grace Okafor'),
    why: 'I take the last.',
  })
  expect(await clocksOn(t, two.concernId)).toMatchObject([{ userId: t.idOf('user Grace Okafor') }])
})

test('of someone whose account has ended too; of another agency nobody is there', async () => {
  const { concernId } = await taken('Priya Raman')
  await t.database.superuser
    .updateTable('userAccount')
    .set({ endedAt: t.world.now() })
    .where('id', '=', t.idOf('user Priya Raman'))
    .execute()
  expect(await body('Grace Okafor', '/concerns/caseload')).toContain('Account ended')
  await submit('Grace Okafor', of('Priya Raman'), { to: t.idOf('user Tom Ashdown'), why: 'She left.' })
  expect(await clocksOn(t, concernId)).toMatchObject([{ userId: t.idOf('user Tom Ashdown') }])
  expect(await status('Grace Okafor', of('Leah Brandt'))).toBe(404)
})

test('nothing of a sealed concern is counted or listed', async () => {
  const counts = async () => /<table.*<\/table>/s.exec(await body('Grace Okafor', '/concerns/caseload'))?.[0]
  const before = await counts()
  expect(before).toContain('Tom Ashdown')
  const concernId = await send(about(frost))
  await submit('Judith Amos', `/concerns/${concernId}/take`, {})
  expect(await counts()).toBe(before)
  expect(await body('Grace Okafor', of('Judith Amos'))).not.toContain('Nadia')
  expect(await status('Judith Amos', '/concerns/caseload')).toBe(403)
})
