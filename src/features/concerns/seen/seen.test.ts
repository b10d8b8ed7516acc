import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { allegations, frost } from '#test/kit/allegations.ts'
import { lookedFor } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { keysAsked, keysOf, type Thing } from './thing-keys.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())
const { about, send } = allegations(() => t)

const answer = async (name: string, thing: string): Promise<string> =>
  (await (await t.as(name)).get(`/concerns/seen/${await lookedFor(t, name, thing)}`)).body

describe('one box', () => {
  test.each<[Thing, string, string]>([
    ['vehicle', 'Grey Golf AB12 CDE', 'ab12cde'],
    ['vehicle', 'Grey Golf, AB12CDE', 'CDE'],
    ['vehicle', 'white van, plate ends KLP', 'XY21 KLP'],
    ['vehicle', 'old car A123 BCD', 'A123'],
    ['phone', '07700 900123', '+44 7700 900123'],
    ['phone', '0044 7700 900123 (his)', '07700900123'],
    ['online', '@dexx_99 on Snapchat', 'Dexx_99'],
    ['online', 'dex.hale (Instagram)', '@dex.hale'],
    ['nickname', 'Big Dex', 'big-dex'],
  ])('a %s written ‘%s’ is found by ‘%s’', (thing, written, asked) => {
    const keys = keysOf(thing, written)
    expect(keysAsked(asked).some(key => keys.includes(key))).toBe(true)
  })

  test.each<[Thing, string, string]>([
    ['vehicle', 'Grey Golf AB12 CDE', 'AB12 CDF'],
    ['phone', '07700 900123', '07700 900124'],
    ['online', '@dexx_99 on Snapchat', 'snapchat'],
    ['nickname', 'Dex', 'Dexter'],
  ])('a %s written ‘%s’ is not found by ‘%s’', (thing, written, asked) => {
    const keys = keysOf(thing, written)
    expect(keysAsked(asked).some(key => keys.includes(key))).toBe(false)
  })
})

test('a concern that names it is found by whoever may see it, and by nobody else', async () => {
  const typed = { ...stories(t.made)[3]?.typed, 'vehicles-absence': '', vehicles: 'Blue estate, WX66 ZZZ' }
  const { concernId, reference } = await t.act('Leah Brandt', act => sendConcern(act, typed))
  const page = await answer('Priya Raman', 'wx66zzz')
  expect(page).toContain(`href="/concerns/${concernId}"`)
  expect(page).toContain('not a finding about anyone')
  for (const name of ['Daniel Frost', 'Sunita Kaur']) {
    const other = await answer(name, 'WX66 ZZZ')
    expect(other).not.toContain(reference)
    expect(other).toContain('This does not mean that nobody knows it')
  }
  for (const name of ['Leah Brandt', 'Helen Marsh', 'Alan Pike'])
    expect((await (await t.as(name)).get('/concerns/seen')).statusCode).toBe(403)
})

test('a sealed concern, and what is a rumour, are found by nobody who may not know of them', async () => {
  const car = { 'vehicles-absence': '', vehicles: 'AB21 SEL' }
  const sealed = await send(about(frost, car))
  for (const name of ['Daniel Frost', 'Priya Raman', 'Neil Frost'])
    expect(await answer(name, 'AB21 SEL')).not.toContain(sealed)
  expect(await answer('Judith Amos', 'AB21 SEL')).toContain(sealed)
  const rumour = {
    'person-1-person-works': 'no',
    'person-1-person-basis': 'rumour',
    'person-1-person-nicknames-absence': '',
    'person-1-person-nicknames': 'Rumoured',
  }
  const heard = await send(about(frost, rumour))
  expect(await answer('Priya Raman', 'Rumoured')).not.toContain(heard)
})

test('nothing to look for is refused, with what to enter; what was looked for stands in no address', async () => {
  const priya = await t.as('Priya Raman')
  for (const thing of ['', '  ', '!']) {
    const refused = await priya.submit('/concerns/seen', { thing })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Enter a number plate')
  }
  expect((await priya.submit('/concerns/seen', { thing: 'AB12 CDE' })).headers.location).not.toContain('AB12')
  const id = await lookedFor(t, 'Priya Raman', 'AB12 CDE')
  expect((await (await t.as('Tom Ashdown')).get(`/concerns/seen/${id}`)).statusCode).toBe(404)
})
