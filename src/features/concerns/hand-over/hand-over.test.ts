import { afterAll, beforeAll, expect, test } from 'vitest'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { allegations, frost } from '#test/kit/allegations.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())
const { about, send } = allegations(() => t)

async function taken(by = 'Priya Raman') {
  const { concernId, reference } = await t.act('Leah Brandt', act =>
    sendConcern(act, stories(t.made)[3]?.typed ?? {}),
  )
  await (await t.as(by)).submit(`/concerns/${concernId}/take`, {})
  return { concernId, reference, at: `/concerns/${concernId}/hand-over` }
}
const home = async (name: string): Promise<string> => (await (await t.as(name)).get('/')).body

test('what someone has in hand goes to a colleague, who is told, with its clock; its sender hears nothing new', async () => {
  const { concernId, reference, at } = await taken()
  const typed = { to: t.idOf('user Tom Ashdown'), why: 'On leave until Monday; school to be rung.' }
  expect((await (await t.as('Priya Raman')).submit(at, typed)).statusCode).toBe(303)
  const tom = await home('Tom Ashdown')
  expect(tom).toContain(`Concern ${reference} was handed to you.`)
  expect(tom).toContain(`${concernId}">Concern about Callum Reid`)
  expect(await home('Priya Raman')).not.toContain(concernId)
  const page = (await (await t.as('Grace Okafor')).get(`/concerns/${concernId}`)).body
  expect(page).toContain('Tom Ashdown, since')
  expect(page).toContain(
    'Priya Raman to Tom Ashdown, by Priya Raman: On leave until Monday; school to be rung.',
  )
  const steps = await t.database.superuser
    .selectFrom('concernReply')
    .select('step')
    .where('concernId', '=', concernId)
    .execute()
  expect(steps.map(reply => reply.step).toSorted()).toEqual(['picked-up', 'received'])
})

test('a supervisor hands it on, and whoever comes first takes it over from someone who is away', async () => {
  const { concernId, at } = await taken()
  await (await t.as('Grace Okafor')).submit(at, { to: t.idOf('user Tom Ashdown'), why: 'Priya is ill.' })
  expect(await home('Tom Ashdown')).toContain(concernId)
  await (await t.as('Priya Raman')).submit(at, { to: t.idOf('user Priya Raman'), why: 'Back again.' })
  expect(await home('Tom Ashdown')).not.toContain(concernId)
  expect(await home('Priya Raman')).toContain(concernId)
})

test.each([
  ['someone who does not decide', 'user Helen Marsh', 422],
  ['someone of another agency', 'user Leah Brandt', 422],
  ['the one who has it', 'user Priya Raman', 409],
] as const)('to %s it does not go, and what was written comes back', async (_, name, code) => {
  const { at } = await taken()
  const answer = await (await t.as('Tom Ashdown')).submit(at, { to: t.idOf(name), why: 'Kept words.' })
  expect(answer.statusCode).toBe(code)
  expect(answer.body).toContain('Kept words.')
})

test('what nobody has taken cannot be handed over; a sealed one goes to those who hold it alone', async () => {
  const untaken = await t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[3]?.typed ?? {}))
  expect((await (await t.as('Priya Raman')).get(`/concerns/${untaken.concernId}/hand-over`)).statusCode).toBe(
    404,
  )
  const marcus = { 'person-1-person-name-given': 'Marcus', 'person-1-person-name-family': 'Hale' }
  const sealed = await send(about(marcus))
  const judith = await t.as('Judith Amos')
  await judith.submit(`/concerns/${sealed}/take`, {})
  const page = (await judith.get(`/concerns/${sealed}/hand-over`)).body
  expect(page).toContain('Neil Frost')
  for (const name of ['Priya Raman', 'Grace Okafor']) expect(page).not.toContain(name)
  const to = { to: t.idOf('user Priya Raman'), why: 'x' }
  expect((await judith.submit(`/concerns/${sealed}/hand-over`, to)).statusCode).toBe(422)
  const only = await send(about(frost))
  await judith.submit(`/concerns/${only}/take`, {})
  expect((await judith.get(`/concerns/${only}/hand-over`)).body).toContain(
    'There is nobody else to hand this to',
  )
})
