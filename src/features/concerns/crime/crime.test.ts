import { afterAll, beforeAll, expect, test } from 'vitest'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const send = async (crime: Record<string, string>) => {
  const typed = { ...stories(t.made)[3]?.typed, 'crime-absence': '', ...crime }
  return (await t.act('Leah Brandt', act => sendConcern(act, typed))).concernId
}
const gaps = async (name = 'Priya Raman'): Promise<string> =>
  (await (await t.as(name)).get('/concerns/crimes')).body

test.each([
  [
    'recorded, with its reference',
    { crime: 'recorded', 'crime-reference': 'WX/1234/26', 'crime-recorded-by': 'PC Ames' },
    false,
  ],
  [
    'recorded, and the reference not known',
    { crime: 'recorded', 'crime-reference-absence': 'not-known', 'crime-recorded-by-absence': 'not-known' },
    true,
  ],
  ['not recorded', { crime: 'not-recorded', 'crime-not-recorded': 'Nobody has rung yet' }, true],
  ['perhaps a crime', { crime: 'unsure' }, true],
  ['no crime', { crime: 'no' }, false],
  ['not known', { 'crime-absence': 'not-known' }, false],
])('a concern that is %s: is it a gap to be closed within a day?', async (_, crime, gap) => {
  const concernId = await send(crime)
  expect((await gaps()).includes(concernId)).toBe(gap)
  const clocks = await t.database.superuser
    .selectFrom('clock')
    .select('dueAt')
    .where('subject', '=', concernId)
    .where('kind', '=', 'concern.crime')
    .execute()
  expect(clocks.map(clock => clock.dueAt.getTime() - t.world.now().getTime())).toEqual(
    gap ? [24 * 3_600_000] : [],
  )
  if ('crime-reference' in crime)
    expect((await (await t.as('Priya Raman')).get(`/concerns/${concernId}`)).body).toContain('WX/1234/26')
})

test('the reference, or why there is none, closes it; what was said before stays beneath', async () => {
  const concernId = await send({ crime: 'unsure' })
  const priya = await t.as('Priya Raman')
  expect((await priya.get('/')).body).toContain('A crime may not be recorded: Callum Reid')
  const why = { recorded: 'no', whyNot: 'No named suspect yet', byWhom: 'DI Oakes' }
  expect((await priya.submit(`/concerns/${concernId}/crime`, why)).statusCode).toBe(303)
  expect(await gaps()).not.toContain(concernId)
  t.world.advance(60)
  const later = await t.as('Priya Raman')
  await later.submit(`/concerns/${concernId}/crime`, {
    recorded: 'yes',
    reference: 'WX/77/26',
    byWhom: 'PC Ames',
  })
  const page = (await later.get(`/concerns/${concernId}`)).body
  expect(page.indexOf('WX/77/26')).toBeGreaterThan(-1)
  expect(page.indexOf('WX/77/26')).toBeLessThan(page.indexOf('No named suspect yet'))
})

test.each([
  [{ recorded: 'yes', byWhom: 'PC Ames', whyNot: 'Not asked' }, 'Enter the crime reference'],
  [{ recorded: 'no', byWhom: 'PC Ames', reference: 'WX/1' }, 'Enter why it is not recorded'],
  [{ recorded: 'no', whyNot: 'Not a crime' }, 'Enter who recorded it, or who decided'],
  [{ byWhom: 'PC Ames' }, 'Choose whether it is recorded'],
])('%o is refused, and comes back', async (typed, says) => {
  const concernId = await send({ crime: 'unsure' })
  const answer = await (await t.as('Priya Raman')).submit(`/concerns/${concernId}/crime`, typed)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(says)
  for (const value of Object.values(typed)) expect(answer.body).toContain(value)
})
