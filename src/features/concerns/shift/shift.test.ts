import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { allegations, frost } from '#test/kit/allegations.ts'
import { clocksOn, nightTeam } from '#test/kit/receiving.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import type { Typed } from '#test/kit/browser-like.ts'

let t: TestApp
let night: Awaited<ReturnType<typeof nightTeam>>
beforeAll(async () => {
  t = await testApp()
  night = await nightTeam(t)
})
afterAll(() => t[Symbol.asyncDispose]())
const { about, send } = allegations(() => t)

/** Goes on until it is this day and hour in London, in winter. */
const until = (when: RegExp) => {
  while (!when.test(t.world.now().toUTCString())) t.world.advance(1)
}
const NOON = /^Tue.* 12:00/
const EVENING = /^Tue.* 17:20/
const NIGHT = /^Tue.* 22:00/
const MORNING = /^Wed.* 08:30/
const submit = async (name: string, path: string, typed: Typed) => {
  const answer = await (await t.as(name)).submit(path, typed)
  t.world.advance(1)
  return answer
}
const body = async (name: string, path: string): Promise<string> => (await (await t.as(name)).get(path)).body
/** 3 is an ordinary concern about Callum Reid, 4 one about Amelia Thorne with danger now. */
async function sent(which: 3 | 4) {
  const { concernId, reference } = await t.act('Leah Brandt', act =>
    sendConcern(act, stories(t.made)[which]?.typed ?? {}),
  )
  t.world.advance(1)
  return { concernId, reference, at: `/concerns/${concernId}` }
}
const day = () => t.idOf('team local-authority')

describe('at the end of the day', () => {
  test('what is urgent, or due before the team is back, goes to the emergency duty team, and in the morning back', async () => {
    until(/^Mon.* 12:00/)
    const dueTonight = await sent(3)
    until(NOON)
    const tomorrow = await sent(3)
    const danger = await sent(4)
    await submit('Priya Raman', `${danger.at}/take`, {})
    const [before] = await clocksOn(t, danger.concernId)
    until(EVENING)
    const page = await body('Priya Raman', '/concerns/shift-night')
    expect(page).toContain(danger.reference)
    expect(page).toContain(dueTonight.reference)
    expect(page).not.toContain(tomorrow.reference)
    const [due] = await clocksOn(t, dueTonight.concernId)
    const chosen = [...page.matchAll(/name="clocks"[^>]*value="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(page.match(/name="clocks"[^>]*checked/g)).toHaveLength(chosen.length)
    const moment = t.world.now()
    const own = chosen[0] ?? ''
    await submit('Priya Raman', '/concerns/shift-night', {
      clocks: chosen,
      note: 'Ring me on the team phone.',
      [`note-${own}`]: 'Police are at the address.',
    })
    expect(await clocksOn(t, danger.concernId)).toMatchObject([
      { ...before, teamId: night.team, userId: null },
      // Somebody of that team has to take it.
      { kind: 'concern.open', teamId: night.team, dueAt: new Date(moment.getTime() + 30 * 60_000) },
    ])
    expect(await clocksOn(t, dueTonight.concernId)).toEqual([{ ...due, teamId: night.team }])
    expect(await clocksOn(t, tomorrow.concernId)).toMatchObject([{ teamId: day() }])

    const theirs = await body(night.decider, '/concerns/handed-to-us')
    for (const said of [
      danger.reference,
      dueTonight.reference,
      'Ring me on the team phone.',
      'Police are at the address.',
    ])
      expect(theirs).toContain(said)
    const home = await body(night.decider, '/')
    expect(home).toContain(`Concern ${danger.reference} was handed over to your team.`)
    expect(home).not.toContain(tomorrow.concernId)
    expect(await body('Priya Raman', '/')).not.toContain(danger.concernId)
    await submit(night.decider, `${danger.at}/take`, {})

    until(MORNING)
    const back = await body(night.decider, '/concerns/shift-morning')
    const all = [...back.matchAll(/name="clocks"[^>]*value="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(all).toHaveLength(2)
    await submit(night.decider, '/concerns/shift-morning', { clocks: all, note: 'She is home.' })
    expect((await clocksOn(t, danger.concernId))[0]).toEqual({ ...before, teamId: day(), userId: null })
    expect(await body('Priya Raman', danger.at)).toContain(
      'Emergency duty team to Wexcombe children’s duty team',
    )
    expect(await body('Priya Raman', '/concerns/handed-to-us')).toContain('She is home.')
    expect(await body(night.decider, '/concerns/handed-to-us')).toContain('Nothing that was handed over')
  })

  test('what was decided meanwhile does not go; without a tick or a note nothing does', async () => {
    until(NOON)
    const danger = await sent(4)
    until(EVENING)
    const page = await body('Priya Raman', '/concerns/shift-night')
    const chosen = [...page.matchAll(/name="clocks"[^>]*value="([^"]+)"/g)].map(([, id]) => id ?? '')
    const before = await clocksOn(t, danger.concernId)
    expect(
      (await submit('Priya Raman', '/concerns/shift-night', { clocks: chosen, note: '' })).statusCode,
    ).toBe(422)
    expect((await submit('Priya Raman', '/concerns/shift-night', { clocks: [], note: 'x' })).statusCode).toBe(
      422,
    )
    expect(await clocksOn(t, danger.concernId)).toEqual(before)
    const priya = await t.as('Priya Raman')
    const form = await priya.formAt('/concerns/shift-night')
    const decide =
      /\/concerns\/[\w-]+\/children\/[\w-]+\/decide/.exec(await body('Tom Ashdown', danger.at))?.[0] ?? ''
    await submit('Tom Ashdown', decide, { outcomes: 'section-47', reasons: 'Seen together.' })
    const answer = await priya.submit(
      '/concerns/shift-night',
      { clocks: chosen.slice(0, 1), note: 'Kept.' },
      form,
    )
    expect(await clocksOn(t, danger.concernId)).toEqual([])
    expect([303, 422]).toContain(answer.statusCode)
  })

  test('a sealed one is on no such list', async () => {
    until(NOON)
    const concernId = await send(about(frost, { 'danger-now': 'yes', 'spoken-to': 'Police, 12:01' }))
    until(EVENING)
    const before = await clocksOn(t, concernId)
    for (const name of ['Judith Amos', 'Priya Raman', 'Grace Okafor']) {
      const page = await body(name, '/concerns/shift-night')
      expect(page).not.toContain('Nadia')
    }
    const chosen = before.map(() => t.world.uuid())
    expect(
      (await submit('Judith Amos', '/concerns/shift-night', { clocks: chosen, note: 'x' })).statusCode,
    ).not.toBe(303)
    expect(await clocksOn(t, concernId)).toEqual(before)
  })
})

describe('out of hours', () => {
  test('danger now goes to the emergency duty team at once, and its people are told; the rest waits for the day', async () => {
    until(NIGHT)
    const [danger, other] = [await sent(4), await sent(3)]
    expect((await clocksOn(t, danger.concernId)).map(clock => clock.teamId)).toEqual([night.team, night.team])
    expect(await clocksOn(t, other.concernId)).toMatchObject([{ teamId: day() }])
    expect(await body(night.decider, '/')).toContain(
      `Concern ${danger.reference} says that a child is in danger now. Open it and take it.`,
    )
    await submit(night.decider, `${danger.at}/take`, {})
    expect(await body(night.decider, '/')).not.toContain('Open it and take it.')
    until(NOON)
    expect((await clocksOn(t, (await sent(4)).concernId)).map(clock => clock.teamId)).toEqual([day(), day()])
  })
})

test('without such a team the page says whom to ring', async () => {
  await t.database.superuser.updateTable('area').set({ outOfHoursTeam: null }).execute()
  const page = await body('Priya Raman', '/concerns/shift-night')
  expect(page).toContain('no emergency duty team works with this service')
  expect(page).toContain('01632 960002')
  expect(page).toContain('what is urgent stays open with your team')
  expect(page).not.toContain('There is nothing urgent')
})

test('an area’s emergency duty team is another team of the agency that receives, in which someone decides', async () => {
  const path = `/administration/areas/${t.idOf('area Wexcombe North')}/change`
  const typed = { name: 'Wexcombe North', nation: 'england', team: day() }
  const north = () =>
    t.database.superuser
      .selectFrom('area')
      .select('outOfHoursTeam')
      .where('id', '=', t.idOf('area Wexcombe North'))
      .executeTakeFirstOrThrow()
  for (const wrong of [day(), t.idOf('team police'), t.world.uuid()])
    expect((await submit('Alan Pike', path, { ...typed, night: wrong })).statusCode).toBe(422)
  expect((await submit('Alan Pike', path, { ...typed, night: night.team })).statusCode).toBe(303)
  expect(await north()).toEqual({ outOfHoursTeam: night.team })
  await submit('Alan Pike', path, { ...typed, night: '' })
  expect(await north()).toEqual({ outOfHoursTeam: null })
})
