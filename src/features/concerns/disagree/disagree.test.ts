import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DisagreementId } from '#core/access/generated/tables.ts'
import { raiseLate } from '#core/clocks/raise-late.ts'
import { features } from '#entry/feature-list.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { allegations, frost } from '#test/kit/allegations.ts'
import { clocksOn, receiving, type Receiving } from '#test/kit/receiving.ts'
import { disagree } from './service.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import type { Typed } from '#test/kit/browser-like.ts'

let t: TestApp
let to: Receiving
beforeAll(async () => {
  t = await testApp()
  to = await receiving(t)
  worker = { db: t.database.connect('sightline_job', 2), world: t.world }
})
afterAll(() => t[Symbol.asyncDispose]())
// A Thursday morning, so that working days are told apart from days.
beforeEach(() => {
  while (!/^Thu.* 09:/.test(t.world.now().toUTCString())) t.world.advance(60)
})
const { about, send, status } = allegations(() => t)

const kinds = features.flatMap(feature => feature.work ?? [])
let worker: Parameters<typeof raiseLate>[0]
const sweep = () => raiseLate(worker, kinds)
const submit = async (name: string, path: string, typed: Typed) => {
  const answer = await (await t.as(name)).submit(path, typed)
  t.world.advance(1)
  return answer
}
const body = async (name: string, path: string): Promise<string> => (await (await t.as(name)).get(path)).body

async function sent(by = 'Leah Brandt') {
  const { concernId, reference } = await t.act(by, act => sendConcern(act, stories(t.made)[3]?.typed ?? {}))
  t.world.advance(1)
  const at = `/concerns/${concernId}`
  const page = await body('Priya Raman', at)
  const child = /\/concerns\/[\w-]+\/children\/[\w-]+/.exec(page)?.[0] ?? ''
  return { concernId, reference, at, child, sentAt: `/concerns/sent/${concernId}` }
}
async function disagreed(outcomes = 'early-help') {
  const concern = await sent()
  if (outcomes) await submit('Priya Raman', `${concern.child}/decide`, { outcomes, reasons: 'Help offered.' })
  await submit('Leah Brandt', `${concern.sentAt}/disagree`, {
    about: outcomes ? 'decision' : 'no-decision',
    says: 'She needs an assessment.',
  })
  const { id } = await t.database.superuser
    .selectFrom('disagreement')
    .select('id')
    .where('concernId', '=', concern.concernId)
    .orderBy('raisedAt', 'desc')
    .executeTakeFirstOrThrow()
  return { ...concern, id, answerAt: `/concerns/disagreements/${id}` }
}
const due = async (id: DisagreementId) =>
  (await clocksOn(t, id)).map(clock => `${clock.kind} ${clock.dueAt.toUTCString()}`)

describe('a disagreement', () => {
  test('is answered step by step by whoever decides, and its sender sees where it stands', async () => {
    const { id, reference, answerAt, sentAt, at } = await disagreed()
    expect((await due(id)).join()).toMatch(/^concern.disagreement Fri.* 23:59:00 GMT$/)
    expect(await body('Leah Brandt', sentAt)).toMatch(
      /Step 1: Whoever decides on the concern.*To be answered by/s,
    )
    expect(await body('Leah Brandt', sentAt)).not.toContain('I disagree with this')
    expect(await body('Tom Ashdown', '/')).toContain(`Someone disagrees about concern ${reference}`)
    expect(await body('Tom Ashdown', at)).toContain('the concern')
    await submit('Priya Raman', answerAt, { outcome: 'goes-up', says: 'We spoke and did not agree.' })
    // Two working days from Thursday.
    expect((await due(id)).join()).toMatch(/^concern.disagreement-up Mon.* 23:59:00 GMT$/)
    expect(await body('Priya Raman', answerAt)).toContain('This step is for a supervisor to answer.')
    const heard = await body('Leah Brandt', sentAt)
    expect(heard).toContain('We spoke and did not agree.')
    expect(heard).toContain('Step 2: The managers of both')
    expect(await body('Leah Brandt', '/')).toContain(
      `Your disagreement about concern ${reference} was answered.`,
    )
    await submit('Grace Okafor', answerAt, { outcome: 'agreed', says: 'School and we will meet on Friday.' })
    expect(await due(id)).toEqual([])
    expect(await body('Leah Brandt', sentAt)).toContain('You disagreed: how it ended')
    expect(await body('Leah Brandt', sentAt)).toContain('I disagree with this')
  })

  test('goes up by itself when a step runs out, at that moment, and the last waits until it is answered', async () => {
    const { id, answerAt, sentAt, reference } = await disagreed('')
    const seen: string[] = []
    for (let hours = 0; hours < 24 * 20; hours += 1) {
      t.world.advance(60)
      await sweep()
      const [now, ...more] = await clocksOn(t, id)
      expect(more).toEqual([])
      const said = `${now?.kind} ${now?.startedAt.toUTCString().slice(0, 3)} ${now?.dueAt.toUTCString().slice(0, 3)}`
      if (seen.at(-1) !== said) seen.push(said)
    }
    expect(seen).toEqual([
      'concern.disagreement Thu Fri',
      'concern.disagreement-up Fri Tue',
      'concern.disagreement-up Tue Thu',
      'concern.disagreement-up Thu Thu',
    ])
    const page = await body('Leah Brandt', sentAt)
    expect(page.match(/it went up/g)).toHaveLength(3)
    expect(page).toContain('Step 4: The chair of the partnership')
    expect(await body('Leah Brandt', '/')).toContain(
      `A step of your disagreement about concern ${reference} was not answered in time.`,
    )
    expect((await submit('Grace Okafor', answerAt, { outcome: 'goes-up', says: 'x' })).statusCode).toBe(422)
    await submit('Grace Okafor', answerAt, { outcome: 'stands', says: 'The chair heard both.' })
    expect(await due(id)).toEqual([])
    expect(await body('Leah Brandt', sentAt)).toContain('this is the last step')
  })

  test('a worker that stood still for weeks goes straight to where it stands', async () => {
    const { id } = await disagreed()
    t.world.advance(30 * 24 * 60)
    await sweep()
    await sweep()
    const [now, ...more] = await clocksOn(t, id)
    expect(more).toEqual([])
    expect(now?.kind).toBe('concern.disagreement-up')
    expect(now?.startedAt.toUTCString()).toMatch(/^Thu/)
  })

  test('what was decided is looked at again: open, with its owner and a date, and its sender hears', async () => {
    const { concernId, answerAt, child, at, reference } = await disagreed()
    expect(await clocksOn(t, concernId)).toEqual([])
    await submit('Grace Okafor', answerAt, { outcome: 'looked-at-again', says: 'New facts from school.' })
    expect(await clocksOn(t, concernId)).toMatchObject([
      { kind: 'concern.decide', userId: t.idOf('user Priya Raman'), urgent: false },
    ])
    expect(await body('Priya Raman', '/')).toContain(
      `What was decided on concern ${reference} is to be looked at again.`,
    )
    expect(await body('Priya Raman', `${child}/decide`)).toContain('New facts from school.')
    await submit('Priya Raman', `${child}/decide`, { outcomes: 'section-17', reasons: 'To be assessed.' })
    expect(await clocksOn(t, concernId)).toEqual([])
    const steps = await (await t.as('Leah Brandt')).get(`/api/v1${at}/status`)
    expect(steps.json<{ steps: { step: string; outcomes: string[] }[] }>().steps).toMatchObject([
      { step: 'received' },
      { step: 'picked-up' },
      { step: 'decided', outcomes: ['early-help'] },
      { step: 'looked-at-again' },
      { step: 'decided', outcomes: ['section-17'] },
    ])
  })

  test('where another child is still to be decided, what is looked at again joins it: one clock', async () => {
    const one = stories(t.made)[3]?.typed ?? {}
    const second = Object.entries(one).flatMap(([name, value]) =>
      name.startsWith('child-1-') ? [[name.replace('child-1-', 'child-2-'), value] as const] : [],
    )
    const { concernId } = await t.act('Leah Brandt', act =>
      sendConcern(act, { ...one, ...Object.fromEntries(second), children: ['1', '2'] }),
    )
    t.world.advance(1)
    const page = await body('Priya Raman', `/concerns/${concernId}`)
    const child = /\/concerns\/[\w-]+\/children\/[\w-]+/.exec(page)?.[0] ?? ''
    await submit('Priya Raman', `${child}/decide`, { outcomes: 'early-help', reasons: 'Help offered.' })
    const before = await clocksOn(t, concernId)
    const id = await t.act('Leah Brandt', act =>
      disagree(act, { concernId, about: 'decision', says: 'More.' }),
    )
    await submit('Tom Ashdown', `/concerns/disagreements/${id}`, { outcome: 'looked-at-again', says: 'Yes.' })
    expect(await clocksOn(t, concernId)).toEqual(before)
  })

  test('stops nothing: the concern is decided, handed over and passed on meanwhile, and is answered by who was asked', async () => {
    const { at, answerAt, id } = await disagreed('')
    await submit('Priya Raman', `${at}/take`, {})
    await submit('Priya Raman', `${at}/pass-on`, { area: to.norwood.area, why: 'Moved.' })
    expect(await due(id)).toHaveLength(1)
    expect(
      (await submit('Tom Ashdown', answerAt, { outcome: 'looked-at-again', says: 'x' })).statusCode,
    ).toBe(422)
    expect(
      (await submit('Tom Ashdown', answerAt, { outcome: 'agreed', says: 'Norwood has it.' })).statusCode,
    ).toBe(303)
    expect(await status(to.norwood.decider, answerAt)).toBe(404)
  })
})

describe('is refused or not there', () => {
  test('a second one while the first is open; an answer once it has ended', async () => {
    const { sentAt, answerAt } = await disagreed()
    const again = { about: 'handling', says: 'Kept words.' }
    const answer = await submit('Owen Price', `${sentAt}/disagree`, again)
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Kept words.')
    const grace = await t.as('Grace Okafor')
    const form = await grace.formAt(answerAt)
    await submit('Tom Ashdown', answerAt, { outcome: 'agreed', says: 'We agree.' })
    const late = await grace.submit(answerAt, { outcome: 'agreed', says: 'Other words.' }, form)
    expect(late.statusCode).toBe(409)
  })

  test('to other agencies, to those who do not decide, and to whoever is outside the concern', async () => {
    const { answerAt, sentAt, at } = await disagreed()
    for (const name of [to.norwood.decider, to.norwood.supervisor])
      expect(await status(name, answerAt)).toBe(404)
    expect(await status('Farah Siddiqui', `${sentAt}/disagree`)).toBe(404)
    for (const name of ['Leah Brandt', 'Helen Marsh']) expect(await status(name, answerAt)).toBe(403)
    await submit('Tom Ashdown', `${at}/outside`, {})
    expect(await status('Tom Ashdown', answerAt)).toBe(404)
    expect(await status('Priya Raman', answerAt)).toBe(200)
  })

  test('of a sealed concern its sender is told whom to ring; for their colleagues it is not there', async () => {
    const concernId = await send(about(frost))
    const path = `/concerns/sent/${concernId}/disagree`
    expect(await body('Leah Brandt', path)).toContain('ask for the designated officer')
    expect(await body('Leah Brandt', `/concerns/sent/${concernId}`)).not.toContain('I disagree with this')
    await expect(
      t.act('Leah Brandt', act => disagree(act, { concernId, about: 'handling', says: 'x' })),
    ).rejects.toMatchObject({ errors: { '': expect.stringContaining('for named people only') } })
    expect(await status('Owen Price', path)).toBe(404)
  })
})

test('the lead agency’s administrators say by what steps it goes up', async () => {
  const path = `/administration/partnerships/${t.idOf('partnership Wexcombe')}/ladder`
  expect(await body('Alan Pike', path)).toContain('The managers of both')
  const typed = {
    'who-1': 'Team manager',
    'answers-1': 'supervise',
    'days-1': '3',
    source: 'Wexcombe procedure 4.2',
    status: 'confirmed',
  }
  const none = Object.fromEntries(
    [2, 3, 4, 5, 6].flatMap(n => [
      [`who-${n}`, ''],
      [`days-${n}`, ''],
    ]),
  )
  for (const wrong of [{ 'days-1': '31' }, { 'days-1': '' }, { 'who-1': '', 'days-1': '2' }, { source: '' }])
    expect((await submit('Alan Pike', path, { ...typed, ...none, ...wrong })).statusCode).toBe(422)
  await submit('Alan Pike', path, { ...typed, ...none })
  const { id } = await disagreed()
  expect((await due(id)).join()).toMatch(/^concern.disagreement-up Tue/)
  expect(await status('Priya Raman', path)).toBe(403)
  // With none, the usual ones hold again; what was raised keeps its own.
  await submit('Alan Pike', path, { ...none, 'who-1': '', 'days-1': '', status: 'to be confirmed' })
  expect(await body('Alan Pike', path)).toContain('The managers of both')
  expect((await due(id)).join()).toMatch(/^concern.disagreement-up Tue/)
})
