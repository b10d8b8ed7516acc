import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NoticeId } from '#core/access/generated/tables.ts'
import { raiseLate } from '#core/clocks/raise-late.ts'
import { features } from '#entry/feature-list.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { stories } from './demo-stories.ts'
import { sendConcern } from './send/service.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const danger = (changed: Record<string, string> = {}) =>
  t.act('Leah Brandt', act => sendConcern(act, { ...stories(t.made)[4]?.typed, ...changed }))

/** A page as it is read: no tags, one blank between words. */
const read = async (name: string, path: string): Promise<string> =>
  (await (await t.as(name)).get(path)).body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',')
    .replaceAll(' .', '.')

const late = () =>
  raiseLate(
    { db: t.database.connect('sightline_job', 2), world: t.world },
    features.flatMap(feature => feature.work ?? []),
  )

const DAY = 'for Wexcombe North, 01632 960001, open now'

describe('words for someone frightened', () => {
  test('the danger page says F1 once, and which answer to choose when unsure', async () => {
    const leah = await t.as('Leah Brandt')
    const page = await read('Leah Brandt', (await leah.submit('/concerns/new', {})).headers.location ?? '')
    expect(page).toContain(
      'Sending this form does not call for help. If a child is in danger now, ring 999. Then ring ',
    )
    expect(page).toContain(
      'for Wexcombe North and Wexcombe South, 01632 960001, open now. Tell us who you spoke to.',
    )
    expect(page.match(/Then ring/g)).toHaveLength(1)
    expect(page).toContain('If you are not sure, choose Yes')
  })

  test('nobody yet: home says which, whom to ring and where to look, and stops when someone has it', async () => {
    const { concernId, reference } = await danger()
    t.world.advance(31)
    await late()
    const said = `No one has picked up concern ${reference}, which you sent.`
    const page = await read('Leah Brandt', '/')
    expect(page).toContain(said)
    expect(page).toContain(DAY)
    expect((await (await t.as('Leah Brandt')).get('/')).body).toContain(`href="/concerns/sent/${concernId}"`)
    await (await t.as('Priya Raman')).submit(`/concerns/${concernId}/take`, {})
    expect(await read('Leah Brandt', '/')).not.toContain(said)
  })

  test('reached nobody: the team is led to it, until one of them has it', async () => {
    const { concernId, reference } = await danger({ 'spoken-to': '', 'spoken-to-nobody': 'yes' })
    const said = `Concern ${reference} was sent with danger now by someone who could not reach anyone.`
    expect(await read('Tom Ashdown', '/')).toContain(said)
    // However much else has been said since, of which home has nothing to say.
    await t.database.superuser
      .insertInto('notice')
      .values(
        Array.from({ length: 120 }, () => ({
          id: t.world.uuid<NoticeId>(),
          kind: 'clock.late',
          toAgency: t.idOf('agency local-authority'),
          subject: concernId,
          saidAt: new Date(t.world.now().getTime() + 1000),
        })),
      )
      .execute()
    expect(await read('Tom Ashdown', '/')).toContain(said)
    // Those of the team who may not decide would be led to a page that refuses them.
    expect(await read('Helen Marsh', '/')).not.toContain(reference)
    await (await t.as('Priya Raman')).submit(`/concerns/${concernId}/take`, {})
    expect(await read('Tom Ashdown', '/')).not.toContain(said)
  })

  test('the receipt is F3, also where no number is set and at night', async () => {
    const { concernId } = await danger({ 'danger-now': 'no', 'spoken-to': '' })
    const receipt = () => read('Leah Brandt', `/concerns/sent/${concernId}`)
    expect(await receipt()).toMatch(
      /We have your concern Reference CON-\S+ Sent by Leah Brandt, [^.]*\. A social worker will decide what happens next by [^.]*\. If you have not heard by then, ring [^.]* for Wexcombe North, 01632 960001, open now\. You do not need to wait if you are more worried\./,
    )
    t.world.advance(12 * 60)
    expect(await receipt()).toContain(
      'ring the out-of-hours team for Wexcombe North, 01632 960002, open now. You',
    )
    await t.database.superuser.updateTable('area').set({ outOfHoursPhone: null }).execute()
    expect(await receipt()).toContain(
      'ring the council’s switchboard (the number of the out-of-hours team for Wexcombe North has not been set). You do not',
    )
  })
})
