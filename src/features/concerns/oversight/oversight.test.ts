import { afterAll, beforeAll, expect, test } from 'vitest'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { allegations } from '#test/kit/allegations.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())
const { about, send, status } = allegations(() => t)

const sent = async () => t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[3]?.typed ?? {}))

test('a supervisor’s note stands on the concern, whoever has it is told, and its sender reads nothing of it', async () => {
  const { concernId, reference } = await sent()
  await (await t.as('Priya Raman')).submit(`/concerns/${concernId}/take`, {})
  const grace = await t.as('Grace Okafor')
  const says = 'See the school’s record before deciding.'
  const note = { says, nextStep: 'Ring the head of year by noon.' }
  expect((await grace.submit(`/concerns/${concernId}/oversight`, note)).statusCode).toBe(303)
  const priya = await t.as('Priya Raman')
  expect((await priya.get('/')).body).toContain(`There is a note of oversight on concern ${reference}.`)
  const page = (await priya.get(`/concerns/${concernId}`)).body
  for (const text of [says, 'Ring the head of year by noon.', 'Grace Okafor']) expect(page).toContain(text)
  expect(page).not.toContain('Write a note of oversight')
  expect((await (await t.as('Leah Brandt')).get(`/concerns/sent/${concernId}`)).body).not.toContain(says)
})

test('only those who supervise write one; of a sealed concern those who hold it', async () => {
  const { concernId } = await sent()
  for (const name of ['Priya Raman', 'Helen Marsh', 'Judith Amos'])
    expect(await status(name, `/concerns/${concernId}/oversight`)).toBe(403)
  expect(await status('Leah Brandt', `/concerns/${concernId}/oversight`)).toBe(403)
  const marcus = { 'person-1-person-name-given': 'Marcus', 'person-1-person-name-family': 'Hale' }
  const sealed = await send(about(marcus))
  expect(await status('Grace Okafor', `/concerns/${sealed}/oversight`)).toBe(404)
  expect(await status('Judith Amos', `/concerns/${sealed}/oversight`)).toBe(200)
})

test('an empty note is refused, and the next step comes back', async () => {
  const { concernId } = await sent()
  const answer = await (
    await t.as('Grace Okafor')
  ).submit(`/concerns/${concernId}/oversight`, { says: ' ', nextStep: 'Ring the school.' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Enter what you say of how this is handled')
  expect(answer.body).toContain('Ring the school.')
})
