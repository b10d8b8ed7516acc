import type { DemoArea } from '#core/manifest/feature.ts'
import { demoAnswered } from './demo-answered.ts'
import { demoWide } from './demo-wide.ts'
import { demoLearned } from './demo-learned.ts'
import { stories } from './demo-stories.ts'
import { linkRecord, likelyRecords } from './decide/link.ts'
import { childrenOn } from './decide/queries.ts'
import { decideOnChild, takeConcern } from './decide/service.ts'
import { sendConcern } from './send/service.ts'

/** Concerns at every stage, made through the deeds, each at its own moment in the past days. */
export async function demo(area: DemoArea): Promise<void> {
  const now = area.world.now().getTime()
  const duty = area.made.idOf('user Priya Raman')
  for (const story of stories(area.made)) {
    const at = (hoursLater: number): Date => new Date(now - (story.hoursAgo - hoursLater) * 3_600_000)
    const sent = await area.asUser(
      area.made.idOf(`user ${story.by}`),
      act => sendConcern(act, story.typed),
      at(0),
    )
    if (story.takenAfter === undefined) continue
    await area.asUser(duty, act => takeConcern(act, sent.concernId), at(story.takenAfter))
    if (!story.outcomes) continue
    const { outcomes, reasons } = story
    await area.asUser(
      duty,
      async act => {
        for (const child of await childrenOn(act.tx, sent.concernId)) {
          const [likely] = await likelyRecords(act, sent.concernId, child.id)
          const personId = await linkRecord(act, {
            concernId: sent.concernId,
            concernChildId: child.id,
            record: likely?.id ?? 'new',
          })
          await decideOnChild(act, {
            concernId: sent.concernId,
            concernChildId: child.id,
            outcomes,
            reasons: reasons ?? '',
          })
          area.made.set(`person ${child.called}`, personId)
        }
      },
      at(story.takenAfter + 1),
    )
  }
  await demoLearned(area)
  if (!area.wide) return
  await demoWide(area)
  await demoAnswered(area)
}
