import { afterAll, beforeAll, expect, test } from 'vitest'
import { allegations, frost } from '#test/kit/allegations.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { tickingWorld } from '#test/kit/test-world.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp(['administration'], { world: tickingWorld() })
})
afterAll(() => t[Symbol.asyncDispose]())

const { about, send, status } = allegations(() => t)

test('one thing is done at one moment, however long it takes', async () => {
  const [first, later] = await t.act('Leah Brandt', async act => [act.world.now(), act.world.now()])
  expect(first).toEqual(later)
  const next = await t.act('Leah Brandt', async act => act.world.now())
  expect(next?.getTime()).toBeGreaterThan(first?.getTime() ?? Infinity)
})

test('what is opened while it is done is open in it: a sealed concern reaches those it is for', async () => {
  const concernId = await send(about(frost))
  for (const name of ['Judith Amos', 'Carys Bowen'])
    expect(await status(name, `/concerns/${concernId}`)).toBe(200)
  expect(await status('Priya Raman', `/concerns/${concernId}`)).toBe(404)
  expect(t.log).toEqual([])
})
