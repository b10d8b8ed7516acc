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

test('what is opened is open in the same deed, though time goes by: a sealed concern reaches those it is for', async () => {
  const concernId = await send(about(frost))
  for (const name of ['Judith Amos', 'Carys Bowen'])
    expect(await status(name, `/concerns/${concernId}`)).toBe(200)
  expect(await status('Priya Raman', `/concerns/${concernId}`)).toBe(404)
  expect(t.log).toEqual([])
})

test('and so does one that is about nobody of the police', async () => {
  const council = { ...frost, 'person-1-person-works-for': 'council' }
  expect(await status('Judith Amos', `/concerns/${await send(about(council))}`)).toBe(200)
})
