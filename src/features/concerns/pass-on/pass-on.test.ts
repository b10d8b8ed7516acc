import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { passOn as passOnDeed } from './service.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { allegations, frost } from '#test/kit/allegations.ts'
import { clocksOn, receiving, type Receiving } from '#test/kit/receiving.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let to: Receiving
beforeAll(async () => {
  t = await testApp()
  to = await receiving(t)
})
afterAll(() => t[Symbol.asyncDispose]())
const { about, send, status } = allegations(() => t)

/** 3 is an ordinary concern about Callum Reid, 4 one about Amelia Thorne with danger now. */
async function sent(which: 3 | 4 = 3) {
  const { concernId, reference } = await t.act('Leah Brandt', act =>
    sendConcern(act, stories(t.made)[which]?.typed ?? {}),
  )
  t.world.advance(10)
  return { concernId, reference, at: `/concerns/${concernId}` }
}
const submit = async (name: string, path: string, typed: Record<string, string>) => {
  const answer = await (await t.as(name)).submit(path, typed)
  t.world.advance(1)
  return answer
}
const passOn = (name: string, at: string, area: string, why = 'She moved house last week.') =>
  submit(name, `${at}/pass-on`, { area, why })
/** Without its page, which shows no form where it cannot be done. */
const deed = (name: string, concernId: ConcernId) =>
  t.act(name, act => passOnDeed(act, { concernId, area: to.norwood.area, why: 'Moved.' }))
const body = async (name: string, path: string): Promise<string> => (await (await t.as(name)).get(path)).body

describe('to another team of the same agency', () => {
  test('its clocks go on, with the other team, out of the hand of whoever had it', async () => {
    const { concernId, at } = await sent()
    await submit('Priya Raman', `${at}/take`, {})
    const [before] = await clocksOn(t, concernId)
    expect((await passOn('Priya Raman', at, to.east.area)).headers.location).toBe(at)
    const after = await clocksOn(t, concernId)
    expect(after).toEqual([{ ...before, teamId: to.east.team, userId: null }])
    expect(await body('Priya Raman', '/')).not.toContain(concernId)
    const theirs = await body(to.east.decider, '/')
    expect(theirs).toContain('was passed on to your team')
    expect(theirs).toContain('Concern about Callum Reid')
    const page = await body(to.east.decider, at)
    expect(page).toContain(
      'Wexcombe East front door (Wexcombe East), by Priya Raman: She moved house last week.',
    )
    expect(page).toContain('Nobody yet')
    expect((await submit(to.east.decider, `${at}/take`, {})).statusCode).toBe(303)
    expect(await body(to.east.decider, '/')).not.toContain('was passed on to your team')
  })
})

describe('to another agency of the partnership', () => {
  test('it is theirs with the same dates, its sender hears where, and the former keeps only that it passed it on', async () => {
    const { concernId, reference, at } = await sent()
    await submit('Priya Raman', `${at}/take`, {})
    const [before] = await clocksOn(t, concernId)
    expect((await passOn('Tom Ashdown', at, to.norwood.area)).headers.location).toBe('/concerns/passed-on')
    expect(await clocksOn(t, concernId)).toEqual([
      { ...before, ownerAgency: to.norwood.agency, teamId: to.norwood.team, userId: null },
    ])
    for (const name of ['Priya Raman', 'Grace Okafor', 'Tom Ashdown'])
      for (const path of [at, `${at}/take`, `${at}/pass-on`, `${at}/hand-over`, `${at}/outside`])
        expect(await status(name, path), `${name} ${path}`).toBe(404)
    expect(await body('Priya Raman', '/concerns/queue')).not.toContain(concernId)
    const kept = await body('Priya Raman', '/concerns/passed-on')
    expect(kept).toContain(reference)
    expect(kept).toContain('Norwood front door (Norwood)')
    expect(kept).not.toMatch(/Callum|Reid/)

    const theirs = await body(to.norwood.decider, at)
    expect(theirs).toContain('Callum')
    expect(theirs).toContain('by Tom Ashdown: She moved house last week.')
    expect(await body(to.norwood.decider, '/concerns/queue')).toContain(concernId)
    const heard = await body('Leah Brandt', `/concerns/sent/${concernId}`)
    expect(heard).toContain('It is with the team for Norwood now.')
    expect(heard).not.toContain('moved house')

    await submit(to.norwood.decider, `${at}/take`, {})
    const steps = await (await t.as('Leah Brandt')).get(`/api/v1${at}/status`)
    expect(steps.json<{ steps: { step: string }[] }>().steps.map(one => one.step)).toEqual([
      'received',
      'picked-up',
      'passed-on',
      'picked-up',
    ])
  })

  test('there and back again: the same dates, one record each time, and it can be taken anew', async () => {
    const { concernId, at } = await sent()
    await submit('Priya Raman', `${at}/take`, {})
    const [before] = await clocksOn(t, concernId)
    await passOn('Priya Raman', at, to.norwood.area)
    await submit(to.norwood.decider, `${at}/take`, {})
    await passOn(to.norwood.decider, at, t.idOf('area Wexcombe North'), 'He lives with you after all.')
    expect(await clocksOn(t, concernId)).toEqual([{ ...before, userId: null }])
    expect(await status(to.norwood.decider, at)).toBe(404)
    const page = await body('Tom Ashdown', at)
    expect(page).toContain('He lives with you after all.')
    expect(page).toContain('She moved house last week.')
    expect((await submit('Tom Ashdown', `${at}/take`, {})).statusCode).toBe(303)
    expect(await clocksOn(t, concernId)).toEqual([{ ...before, userId: t.idOf('user Tom Ashdown') }])
  })

  test('with danger now it has to be opened there within half an hour, or its sender is told again', async () => {
    const { concernId, at } = await sent(4)
    await submit('Priya Raman', `${at}/take`, {})
    const moment = t.world.now()
    await passOn('Priya Raman', at, to.norwood.area)
    const [decide, open] = await clocksOn(t, concernId)
    expect([decide?.kind, open?.kind]).toEqual(['concern.decide', 'concern.open'])
    expect(open?.dueAt).toEqual(new Date(moment.getTime() + 30 * 60_000))
    // One that nobody had opened goes on from when it was sent.
    const other = await sent(4)
    const before = await clocksOn(t, other.concernId)
    await passOn('Priya Raman', other.at, to.norwood.area)
    expect(await clocksOn(t, other.concernId)).toEqual(
      before.map(clock => ({ ...clock, ownerAgency: to.norwood.agency, teamId: to.norwood.team })),
    )
  })

  test('their worker who may be the one named is outside it there too', async () => {
    const { id } = await t.database.superuser
      .selectFrom('userAccount')
      .select('id')
      .where('id', '=', t.idOf(`user ${to.norwood.decider}`))
      .executeTakeFirstOrThrow()
    await t.database.superuser
      .updateTable('userAccount')
      .set({ name: 'Marcus Hale' })
      .where('id', '=', id)
      .execute()
    const concernId = await send(
      about({
        'person-1-person-name-given': 'Marcus',
        'person-1-person-name-family': 'Hale',
        'person-1-person-works': '',
        'person-1-person-works-absence': 'not-known',
      }),
    )
    t.world.advance(1)
    await passOn('Priya Raman', `/concerns/${concernId}`, to.norwood.area)
    expect(await status(to.norwood.supervisor, `/concerns/${concernId}`)).toBe(200)
    expect(await status(to.norwood.decider, `/concerns/${concernId}`)).toBe(404)
    expect(await body(to.norwood.decider, '/')).not.toContain(concernId)
  })
})

describe('it is refused, and what was written comes back', () => {
  test.each([
    ['to where it is', 'Wexcombe North', 422],
    ['to another area of the same team', 'Wexcombe South', 422],
  ] as const)('%s', async (_, area, code) => {
    const { concernId, at } = await sent()
    const before = await clocksOn(t, concernId)
    const answer = await passOn('Priya Raman', at, t.idOf(`area ${area}`), 'Kept words.')
    expect(answer.statusCode).toBe(code)
    expect(answer.body).toContain('Kept words.')
    expect(await clocksOn(t, concernId)).toEqual(before)
  })

  test('once something is decided on it', async () => {
    const { concernId, at } = await sent()
    const page = await body('Priya Raman', at)
    const decide = /\/concerns\/[\w-]+\/children\/[\w-]+\/decide/.exec(page)?.[0] ?? ''
    await submit('Priya Raman', decide, { outcomes: 'no-further-action', reasons: 'Explained.' })
    await expect(deed('Priya Raman', concernId)).rejects.toMatchObject({ status: 409 })
    expect(await body('Priya Raman', `${at}/pass-on`)).toContain(
      'Something is decided on this concern already',
    )
  })

  test('a sealed one, with clear words to its holder; for everyone else it is not there', async () => {
    const concernId = await send(about(frost))
    const at = `/concerns/${concernId}`
    const before = await clocksOn(t, concernId)
    expect(await body('Judith Amos', `${at}/pass-on`)).toContain(
      'is for named people only and is not passed on here',
    )
    await expect(deed('Judith Amos', concernId)).rejects.toMatchObject({
      errors: { '': expect.stringContaining('for named people only') },
    })
    for (const name of ['Priya Raman', 'Grace Okafor', 'Neil Frost', to.norwood.decider])
      expect(await status(name, `${at}/pass-on`), name).toBe(404)
    expect(await clocksOn(t, concernId)).toEqual(before)
  })
})
