import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FormValues } from '#platform/ui/form-state.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { allegations, frost } from '#test/kit/allegations.ts'
import { clocksOn, receiving, type Receiving } from '#test/kit/receiving.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let elsewhere: Receiving
beforeAll(async () => {
  t = await testApp()
  elsewhere = await receiving(t)
})
afterAll(() => t[Symbol.asyncDispose]())
const { about, send, status } = allegations(() => t)

/** 3 is an ordinary concern about Callum Reid, 4 one about Amelia Thorne with danger now. */
async function sent(which: 0 | 3 | 4 = 3, besides: FormValues = {}, by = 'Leah Brandt') {
  const { concernId, reference } = await t.act(by, act =>
    sendConcern(act, { ...stories(t.made)[which]?.typed, ...besides }),
  )
  t.world.advance(10)
  const { id: childId } = await t.database.superuser
    .selectFrom('concernChild')
    .select('id')
    .where('subject', '=', concernId)
    .orderBy('position')
    .executeTakeFirstOrThrow()
  return { concernId, reference, childId, at: `/concerns/${concernId}` }
}
type Sent = Awaited<ReturnType<typeof sent>>
const submit = async (name: string, path: string, typed: Record<string, string>) => {
  const answer = await (await t.as(name)).submit(path, typed)
  t.world.advance(1)
  return answer
}
const body = async (name: string, path: string): Promise<string> => (await (await t.as(name)).get(path)).body
const addTo = (name: string, later: Sent, to: Record<string, string>) =>
  submit(name, `${later.at}/children/${later.childId}/add`, { why: 'The same evening, told by both.', ...to })

describe('a concern about something that is open already', () => {
  test('is added to it: its clock ends, its sender hears, whoever has the other is told, and both can be read', async () => {
    const earlier = await sent()
    await submit('Tom Ashdown', `${earlier.at}/take`, {})
    t.world.advance(60)
    const later = await sent(3, {}, 'Owen Price')
    expect(await body('Priya Raman', `${later.at}/children/${later.childId}/add`)).toContain(
      earlier.reference,
    )
    const [before] = await clocksOn(t, earlier.concernId)
    expect((await addTo('Priya Raman', later, { to: earlier.childId })).statusCode).toBe(303)
    expect(await clocksOn(t, later.concernId)).toEqual([])
    expect(await clocksOn(t, earlier.concernId)).toEqual([before])
    const heard = await (await t.as('Owen Price')).get(`/api/v1${later.at}/status`)
    expect(heard.json<{ steps: { step: string; outcomes: string[] }[] }>().steps).toMatchObject([
      { step: 'received' },
      { step: 'picked-up' },
      { step: 'decided', outcomes: ['added-to-existing'] },
    ])
    expect(await body('Owen Price', `/concerns/sent/${later.concernId}`)).toContain(
      'Added to a concern that is already open',
    )
    expect(await body('Tom Ashdown', '/')).toContain(
      `Another concern was added to ${earlier.reference}. Read both.`,
    )
    expect(await body('Tom Ashdown', earlier.at)).toContain(
      `${later.at}">${later.reference}</a> was added to this`,
    )
    expect(await body('Tom Ashdown', later.at)).toContain(`${earlier.at}">${earlier.reference}`)
  })

  test('it is due no later than what comes to it, and danger now goes along', async () => {
    const earlier = await sent(0)
    const later = await sent(4)
    const [decide, open] = await clocksOn(t, later.concernId)
    await addTo('Priya Raman', later, { to: earlier.childId })
    const after = await clocksOn(t, earlier.concernId)
    expect(after).toMatchObject([
      { kind: 'concern.decide', urgent: true, dueAt: decide?.dueAt, userId: null },
      { kind: 'concern.open', urgent: true, startedAt: open?.startedAt, dueAt: open?.dueAt },
    ])
    expect(await body('Tom Ashdown', earlier.at)).toContain('It says that a child is in danger now.')
    // An ending of it needs a second person, because what was added does.
    const other = await sent(3, { noticed: [], 'noticed-absence': 'not-known' })
    const worrying = await sent()
    await addTo('Priya Raman', worrying, { to: other.childId })
    await submit('Priya Raman', `${other.at}/children/${other.childId}/decide`, {
      outcomes: 'no-further-action',
      reasons: 'Explained.',
    })
    expect((await clocksOn(t, other.concernId)).map(clock => clock.kind)).toContain('concern.agree')
  })

  test('of two children one is added, and the other is still to be decided', async () => {
    const earlier = await sent()
    const first = Object.entries(stories(t.made)[3]?.typed ?? {}).filter(([name]) =>
      name.startsWith('child-1-'),
    )
    const second = Object.fromEntries(
      first.map(([name, value]) => [name.replace('child-1-', 'child-2-'), value]),
    )
    const later = await sent(3, { ...second, 'child-2-child-name-given': 'Josie', children: ['1', '2'] })
    await addTo('Priya Raman', later, { to: earlier.childId })
    expect((await clocksOn(t, later.concernId)).map(clock => clock.kind)).toEqual(['concern.decide'])
    const heard = await (await t.as('Leah Brandt')).get(`/api/v1${later.at}/status`)
    expect(heard.body).not.toContain('decided')
  })

  test('goes along when that one is passed on, and stays with whoever decided on it', async () => {
    const earlier = await sent()
    const later = await sent()
    await addTo('Priya Raman', later, { to: earlier.childId })
    await submit('Priya Raman', `${earlier.at}/pass-on`, { area: elsewhere.norwood.area, why: 'Moved.' })
    const { decider } = elsewhere.norwood
    expect(await body(decider, earlier.at)).toContain(`${later.at}">${later.reference}`)
    const read = await body(decider, later.at)
    expect(read).toContain('Callum')
    expect(read).not.toContain('Decide what happens next')
    expect(await status(decider, `${later.at}/take`)).toBe(404)
    const kept = await body('Priya Raman', later.at)
    expect(kept).toContain(`Added to ${earlier.reference} by`)
    expect(await status('Priya Raman', earlier.at)).toBe(404)
    // And back: from then on the other council sees neither.
    await submit(decider, `${earlier.at}/pass-on`, { area: t.idOf('area Wexcombe North'), why: 'Back.' })
    for (const at of [earlier.at, later.at]) expect(await status(decider, at)).toBe(404)
    expect(await body('Priya Raman', earlier.at)).toContain(`${later.at}">${later.reference}`)
  })
})

describe('it is refused', () => {
  const refused = async (later: Sent, to: Record<string, string>) => {
    const before = await clocksOn(t, later.concernId)
    const answer = await addTo('Priya Raman', later, to)
    expect(await clocksOn(t, later.concernId)).toEqual(before)
    expect(answer.body).toContain('The same evening, told by both.')
    return answer
  }
  test('to itself, to one that is decided, to one whose ending is proposed, to another agency’s, to a sealed one', async () => {
    const later = await sent()
    const [decided, proposed, passed] = [await sent(), await sent(), await sent()]
    for (const [one, outcomes] of [
      [decided, 'early-help'],
      [proposed, 'no-further-action'],
    ] as const)
      await submit('Priya Raman', `${one.at}/children/${one.childId}/decide`, {
        outcomes,
        reasons: 'Explained.',
      })
    await submit('Priya Raman', `${passed.at}/pass-on`, { area: elsewhere.norwood.area, why: 'Moved.' })
    const sealed = await send(
      about(frost, { 'child-1-child-name-given': 'Callum', 'child-1-child-name-family': 'Reid' }),
    )
    const { reference, childId } = await t.database.superuser
      .selectFrom('concern')
      .innerJoin('concernChild', 'concernChild.subject', 'concern.id')
      .select(['reference', 'concernChild.id as childId'])
      .where('concern.id', '=', sealed)
      .executeTakeFirstOrThrow()
    for (const one of [later, decided, proposed, passed, { reference, childId }]) {
      expect((await refused(later, { to: one.childId })).statusCode).toBe(422)
      const answer = await refused(later, { reference: one.reference })
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('No open concern of your agency has this reference')
    }
  })

  test('of one that is decided, and of a sealed one', async () => {
    const earlier = await sent()
    const later = await sent()
    await addTo('Priya Raman', later, { to: earlier.childId })
    const again = await refused(later, { to: earlier.childId })
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('Added to a concern that is already open')
    const sealed = await send(about(frost))
    const page = await body('Judith Amos', `/concerns/${sealed}`)
    expect(page).not.toContain('Add it to a concern that is already open')
  })
})
