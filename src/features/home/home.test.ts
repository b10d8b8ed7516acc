import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { decideOnChild } from '#features/concerns/decide/service.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

/** 3 is an ordinary concern about Callum Reid, 4 one about Amelia Thorne with danger now. */
const send = async (which: 3 | 4): Promise<ConcernId> =>
  (await t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[which]?.typed ?? {}))).concernId

const home = async (name: string): Promise<string> => (await (await t.as(name)).get('/')).body

const take = async (name: string, concernId: ConcernId): Promise<void> => {
  await (await t.as(name)).submit(`/concerns/${concernId}/take`, {})
}

describe('home is the viewer’s own', () => {
  test.each(['Helen Marsh', 'Ruth Adeyemi', 'Alan Pike', 'Daniel Frost', 'Leah Brandt'])(
    '%s, who may not decide, reads no child’s name and no work of others there',
    async name => {
      const concernId = await send(3)
      const page = await home(name)
      expect(page).toContain('Nothing with a date is waiting for you')
      for (const hidden of ['Callum', 'Decide what happens next', concernId])
        expect(page).not.toContain(hidden)
    },
  )

  test('the team’s stands on every decider’s home until one takes it; then on theirs, before the team’s', async () => {
    const [earlier, later] = [await send(3), await send(3)]
    for (const name of ['Priya Raman', 'Tom Ashdown']) expect(await home(name)).toContain(later)
    await take('Tom Ashdown', later)
    const [toms, priyas] = [await home('Tom Ashdown'), await home('Priya Raman')]
    expect(priyas).not.toContain(later)
    expect(priyas).toContain(earlier)
    expect(toms.indexOf(later)).toBeGreaterThan(-1)
    expect(toms.indexOf(later)).toBeLessThan(toms.indexOf(earlier))
  })

  test('whoever decides without taking it first has it too', async () => {
    const concernId = await send(3)
    const { id: concernChildId } = await t.database.superuser
      .selectFrom('concernChild')
      .select('id')
      .where('subject', '=', concernId)
      .executeTakeFirstOrThrow()
    await t.act('Priya Raman', act =>
      decideOnChild(act, {
        concernId,
        concernChildId,
        outcomes: ['no-further-action'],
        reasons: 'Explained.',
      }),
    )
    expect(await home('Tom Ashdown')).not.toContain(concernId)
    expect(await home('Priya Raman')).toContain(concernId)
    const grace = await home('Grace Okafor')
    expect(grace).toContain('Ending proposed for Callum Reid')
    expect(grace).not.toContain('Concern about Callum Reid, with Priya')
  })

  test('a supervisor also sees what a colleague has when it is late, and not before', async () => {
    const concernId = await send(4)
    await take('Priya Raman', concernId)
    expect(await home('Grace Okafor')).not.toContain(concernId)
    t.world.advance(4 * 60 + 1)
    expect(await home('Grace Okafor')).toContain(concernId)
    expect(await home('Tom Ashdown')).not.toContain(concernId)
  })

  test('danger now stands first, whosever it is', async () => {
    const ordinary = await send(3)
    await take('Tom Ashdown', ordinary)
    const danger = await send(4)
    const page = await home('Tom Ashdown')
    expect(page.indexOf(danger)).toBeLessThan(page.indexOf(ordinary))
  })

  test('danger now stands first also before a page and more of what has long been late', async () => {
    for (let n = 0; n < 31; n += 1) await send(3)
    t.world.advance(7 * 24 * 60)
    const danger = await send(4)
    const page = await home('Tom Ashdown')
    expect(page.indexOf(danger)).toBeGreaterThan(-1)
    expect(page.indexOf(danger)).toBeLessThan(page.indexOf('Callum'))
  })
})
