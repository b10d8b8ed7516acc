import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AreaId, ConcernId, PartnershipId } from '#core/access/generated/tables.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import type { Typed } from '#test/kit/browser-like.ts'
import { stories } from '../demo-stories.ts'
import { sendConcern } from '../send/service.ts'
import { childrenOn, decisionsOn } from './queries.ts'
import { decideOnChild } from './service.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

/** Two siblings on one concern. */
const siblings = () =>
  t.act('Leah Brandt', act => {
    const one = stories(t.made)[3]?.typed ?? {}
    const second = Object.entries(one).flatMap(([name, value]) =>
      name.startsWith('child-1-') ? [[name.replace('child-1-', 'child-2-'), value] as const] : [],
    )
    return sendConcern(act, { ...one, ...Object.fromEntries(second), children: ['1', '2'] })
  })

async function decidePaths(concernId: ConcernId): Promise<string[]> {
  const page = await (await t.as('Priya Raman')).get(`/concerns/${concernId}`)
  return [...new Set(page.body.match(/\/concerns\/[\w-]+\/children\/[\w-]+\/decide/g))]
}

const heardBySender = async (concernId: ConcernId): Promise<string[]> => {
  const answer = await (await t.as('Leah Brandt')).get(`/api/v1/concerns/${concernId}/status`)
  return answer.json<{ steps: { step: string }[] }>().steps.map(step => step.step)
}

describe('deciding', () => {
  test('two people decide on two siblings at once: the concern is closed and its sender hears', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { concernId } = await siblings()
      const [first, second] = await decidePaths(concernId)
      const [priya, tom] = [await t.as('Priya Raman'), await t.as('Tom Ashdown')]
      const forms = [await priya.formAt(first ?? ''), await tom.formAt(second ?? '')]
      const answers = await Promise.all([
        priya.submit(first ?? '', { outcomes: 'section-47', reasons: 'Seen together.' }, forms[0]),
        tom.submit(second ?? '', { outcomes: 'early-help', reasons: 'Help offered.' }, forms[1]),
      ])
      expect(answers.map(answer => answer.statusCode)).toEqual([303, 303])
      expect(await heardBySender(concernId)).toEqual(['received', 'picked-up', 'decided'])
      const running = await t.database.superuser
        .selectFrom('clock')
        .select('kind')
        .where('subject', '=', concernId)
        .where('state', '=', 'running')
        .execute()
      expect(running).toEqual([])
    }
  })

  test('an ending beside something that goes on is refused, and what was written comes back', async () => {
    const { concernId } = await siblings()
    const [path] = await decidePaths(concernId)
    const refused = await (
      await t.as('Priya Raman')
    ).submit(path ?? '', { outcomes: ['no-further-action', 'early-help'], reasons: 'Words to keep.' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('An ending cannot stand together')
    expect(refused.body).toContain('Words to keep.')
  })

  test('once decided it cannot be taken, so that what the sender heard is not turned back', async () => {
    const { concernId } = await siblings()
    const priya = await t.as('Priya Raman')
    for (const path of await decidePaths(concernId))
      await priya.submit(path, { outcomes: 'early-help', reasons: 'Help offered.' })
    const taken = await (await t.as('Tom Ashdown')).submit(`/concerns/${concernId}/take`, {})
    expect(taken.statusCode).toBe(409)
    expect(await heardBySender(concernId)).toEqual(['received', 'picked-up', 'decided'])
  })

  test('sending back needs a reason; a second answer keeps its words', async () => {
    const { concernId } = await siblings()
    const [path] = await decidePaths(concernId)
    const priya = await t.as('Priya Raman')
    await priya.submit(path ?? '', { outcomes: 'no-further-action', reasons: 'Explained.' })
    const agree = path?.replace('/decide', '/agree') ?? ''
    const grace = await t.as('Grace Okafor')
    expect((await grace.submit(agree, { agree: 'no', note: '' })).statusCode).toBe(422)
    const form = await grace.formAt(agree)
    await grace.submit(agree, { agree: 'no', note: 'Ask the school.' })
    const again = await grace.submit(
      agree,
      { agree: 'no', note: 'Other words.' },
      {
        ...form,
        key: t.world.uuid(),
      },
    )
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('Other words.')
  })
})

test('decisions are read in the order in which they were made', async () => {
  const { concernId } = await siblings()
  const children = await t.act('Priya Raman', act => childrenOn(act.tx, concernId))
  for (const child of children.toReversed()) {
    t.world.advance(1)
    await t.act('Priya Raman', act =>
      decideOnChild(act, {
        concernId,
        concernChildId: child.id,
        outcomes: ['early-help'],
        reasons: 'Help offered.',
      }),
    )
  }
  const made = children.toReversed().map(child => child.id)
  const read = async () =>
    (await t.act('Priya Raman', act => decisionsOn(act.tx, concernId))).map(one => one.concernChildId)
  expect(await read()).toEqual(made)
  // One that is made again comes after the others, wherever its row lies.
  t.world.advance(1)
  await t.database.superuser
    .updateTable('concernDecision')
    .set({ decidedAt: t.world.now() })
    .where('concernChildId', 'in', made.slice(0, 1))
    .execute()
  expect(await read()).toEqual(made.toReversed())
})

test('two open pages of one draft send one concern', async () => {
  const leah = await t.as('Leah Brandt')
  const danger = (await leah.submit('/concerns/new', {})).headers.location ?? ''
  const base = danger.replace(/\/danger$/, '')
  const typed = (stories(t.made)[3]?.typed ?? {}) as Typed
  for (const step of ['danger', 'area', 'child/1', 'what-happened', 'people', 'done'])
    expect((await leah.submit(`${base}/${step}`, typed)).statusCode).toBe(303)
  const forms = [await leah.formAt(`${base}/check`), await leah.formAt(`${base}/check`)]
  const answers = await Promise.all(forms.map(form => leah.submit(`${base}/check`, {}, form)))
  expect(answers.map(answer => answer.statusCode).toSorted((one, other) => one - other)).toEqual([303, 404])
})

test('a refused step is saved all the same', async () => {
  const leah = await t.as('Leah Brandt')
  const danger = (await leah.submit('/concerns/new', {})).headers.location ?? ''
  const happened = danger.replace('danger', 'what-happened')
  expect((await leah.submit(happened, { account: 'Fact: kept.', noticed: 'missing' })).statusCode).toBe(422)
  expect((await (await t.as('Leah Brandt')).get(happened)).body).toContain('Fact: kept.')
})

test('an area of another partnership is no place to send a child’s name', async () => {
  const elsewhere = t.world.uuid<AreaId>()
  const partnership = t.world.uuid<PartnershipId>()
  const council = t.idOf('agency local-authority')
  const root = t.database.superuser
  await root
    .insertInto('partnership')
    .values({
      id: partnership,
      name: 'Elsewhere',
      nation: 'england',
      leadAgency: council,
      createdAt: t.world.now(),
    })
    .execute()
  await root
    .insertInto('partnershipAgency')
    .values({ partnershipId: partnership, agencyId: council })
    .execute()
  await root
    .insertInto('area')
    .values({
      id: elsewhere,
      partnershipId: partnership,
      name: 'Far away',
      nation: 'england',
      receivingAgency: council,
      receivingTeam: t.idOf('team local-authority'),
    })
    .execute()
  const typed = { ...stories(t.made)[3]?.typed, 'child-area': elsewhere }
  await expect(t.act('Leah Brandt', act => sendConcern(act, typed))).rejects.toMatchObject({
    errors: { 'child-area': 'Choose one of the areas' },
  })
})

test('a child named three hundred times is one child', async () => {
  const typed = { ...stories(t.made)[3]?.typed, children: Array.from({ length: 300 }, () => '1') }
  const { concernId } = await t.act('Leah Brandt', act => sendConcern(act, typed))
  const children = await t.database.superuser
    .selectFrom('concernChild')
    .select('id')
    .where('subject', '=', concernId)
    .execute()
  expect(children).toHaveLength(1)
})
