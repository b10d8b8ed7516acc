import { afterAll, beforeAll, expect, test } from 'vitest'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { clocksOn, receiving, type Receiving } from '#test/kit/receiving.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let to: Receiving
beforeAll(async () => {
  t = await testApp()
  to = await receiving(t)
})
afterAll(() => t[Symbol.asyncDispose]())

/** Callum Reid and Josie Reid on one concern. */
async function siblings() {
  const { concernId, reference } = await t.act('Leah Brandt', act => {
    const one = stories(t.made)[3]?.typed ?? {}
    const second = Object.entries(one).flatMap(([name, value]) =>
      name.startsWith('child-1-') ? [[name.replace('child-1-', 'child-2-'), value] as const] : [],
    )
    return sendConcern(act, {
      ...one,
      ...Object.fromEntries(second),
      'child-2-child-name-given': 'Josie',
      children: ['1', '2'],
    })
  })
  t.world.advance(10)
  const children = await t.database.superuser
    .selectFrom('concernChild')
    .select('id')
    .where('subject', '=', concernId)
    .orderBy('position')
    .execute()
  const [callum, josie] = children.map(child => child.id)
  const at = `/concerns/${concernId}`
  return {
    concernId,
    reference,
    at,
    callum: `${at}/children/${callum}`,
    josie: `${at}/children/${josie}`,
    josieId: josie ?? '',
  }
}
const submit = async (name: string, path: string, typed: Record<string, string>) => {
  const answer = await (await t.as(name)).submit(path, typed)
  t.world.advance(1)
  return answer
}
const body = async (name: string, path: string): Promise<string> => (await (await t.as(name)).get(path)).body
const tom = () => t.idOf('user Tom Ashdown')

test('one child’s part goes to a colleague: own owner, the same dates, and each ends by itself', async () => {
  const { concernId, reference, at, callum, josie, josieId } = await siblings()
  await submit('Priya Raman', `${at}/take`, {})
  const [whole] = await clocksOn(t, concernId)
  expect((await submit('Priya Raman', `${josie}/give`, { to: tom(), why: 'He knows her.' })).statusCode).toBe(
    303,
  )
  expect(await clocksOn(t, concernId)).toEqual([
    whole,
    { ...whole, kind: 'concern.decide-child', userId: tom(), part: josieId },
  ])
  const home = await body('Tom Ashdown', '/')
  expect(home).toContain('One child’s part of a concern: Josie Reid')
  expect(home).toContain(`One child’s part of concern ${reference} was given to you or your team.`)
  expect(home).not.toContain('Concern about Callum')
  const queue = await body('Grace Okafor', '/concerns/queue')
  expect(queue.match(new RegExp(reference, 'g'))).toHaveLength(2)
  expect(queue).toContain('One child’s part')
  expect(await body('Priya Raman', at)).toContain('to Tom Ashdown, by Priya Raman: He knows her.')

  await submit('Tom Ashdown', `${josie}/decide`, { outcomes: 'early-help', reasons: 'Help offered.' })
  expect(await clocksOn(t, concernId)).toEqual([whole])
  expect((await (await t.as('Leah Brandt')).get(`/api/v1${at}/status`)).body).not.toContain('decided')
  await submit('Priya Raman', `${callum}/decide`, { outcomes: 'section-17', reasons: 'To be assessed.' })
  expect(await clocksOn(t, concernId)).toEqual([])
  expect((await (await t.as('Leah Brandt')).get(`/api/v1${at}/status`)).body).toContain('decided')
})

test('the whole can be decided first; the part runs on, and goes to another, or back to oneself', async () => {
  const { concernId, at, callum, josie, josieId } = await siblings()
  await submit('Priya Raman', `${at}/take`, {})
  await submit('Priya Raman', `${josie}/give`, { to: to.east.team, why: 'She lives there.' })
  expect(await body(to.east.decider, '/')).toContain('One child’s part of a concern: Josie Reid')
  await submit('Priya Raman', `${callum}/decide`, { outcomes: 'section-17', reasons: 'To be assessed.' })
  expect(await clocksOn(t, concernId)).toMatchObject([
    { kind: 'concern.decide-child', teamId: to.east.team, userId: null, part: josieId },
  ])
  await submit(to.east.decider, `${josie}/give`, { to: t.idOf(`user ${to.east.decider}`), why: 'Mine.' })
  expect(await clocksOn(t, concernId)).toMatchObject([
    { teamId: to.east.team, userId: t.idOf(`user ${to.east.decider}`) },
  ])
  // An ending that is only proposed leaves it running.
  await submit(to.east.decider, `${josie}/decide`, { outcomes: 'no-further-action', reasons: 'Explained.' })
  expect((await clocksOn(t, concernId)).map(clock => clock.kind)).toEqual([
    'concern.agree',
    'concern.decide-child',
  ])
  await submit('Grace Okafor', `${josie}/agree`, { agree: 'yes', note: '' })
  expect(await clocksOn(t, concernId)).toEqual([])
})

test('handed over whole, what its former owner had of it goes along; passed on, its parts are one again', async () => {
  const { concernId, at, josie } = await siblings()
  await submit('Priya Raman', `${at}/take`, {})
  await submit('Priya Raman', `${josie}/give`, { to: tom(), why: 'He knows her.' })
  await submit('Priya Raman', `${at}/pass-on`, { area: to.norwood.area, why: 'Moved.' })
  expect(await clocksOn(t, concernId)).toMatchObject([
    { kind: 'concern.decide', ownerAgency: to.norwood.agency, userId: null, part: null },
  ])
})

test('whoever steps outside leaves their part to the team', async () => {
  const { concernId, at, josie } = await siblings()
  await submit('Priya Raman', `${at}/take`, {})
  await submit('Priya Raman', `${josie}/give`, { to: tom(), why: 'He knows her.' })
  await submit('Tom Ashdown', `${at}/outside`, {})
  expect(await clocksOn(t, concernId)).toMatchObject([
    { kind: 'concern.decide', userId: t.idOf('user Priya Raman') },
    { kind: 'concern.decide-child', userId: null, teamId: t.idOf('team local-authority') },
  ])
  expect(await body('Tom Ashdown', '/')).not.toContain(concernId)
})

test.each([
  ['someone who does not decide', () => t.idOf('user Helen Marsh'), 422],
  ['another agency’s team', () => to.norwood.team, 422],
  ['someone of another agency', () => t.idOf('user Leah Brandt'), 422],
] as const)('to %s it does not go, and what was written comes back', async (_, whom, code) => {
  const { josie, concernId } = await siblings()
  const before = await clocksOn(t, concernId)
  const answer = await submit('Priya Raman', `${josie}/give`, { to: whom(), why: 'Kept words.' })
  expect(answer.statusCode).toBe(code)
  expect(answer.body).toContain('Kept words.')
  expect(await clocksOn(t, concernId)).toEqual(before)
})

test('nor the last that is together, nor one that is decided', async () => {
  const { callum, josie } = await siblings()
  await submit('Priya Raman', `${josie}/give`, { to: tom(), why: 'He knows her.' })
  expect(await body('Priya Raman', `${callum}/give`)).toContain('Hand the whole concern over instead.')
  await submit('Tom Ashdown', `${josie}/decide`, { outcomes: 'early-help', reasons: 'Help offered.' })
  expect((await submit('Priya Raman', `${josie}/give`, { to: tom(), why: 'x' })).statusCode).toBe(409)
})
