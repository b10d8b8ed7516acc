import type { DemoArea } from '#core/manifest/feature.ts'
import type { ConcernId, UserAccountId } from '#core/access/generated/tables.ts'
import { DISAGREED, REFERRED, type Decided } from './demo-answers.ts'
import { childrenOn } from './decide/queries.ts'
import { decideOnChild, takeConcern } from './decide/service.ts'
import { typedFrom, type Telling } from './demo-stories.ts'
import { answer, disagree } from './disagree/service.ts'
import { KIND, NAME } from './referrers/schemas.ts'
import { sayFurther, sendWithoutAccount } from './referrers/service.ts'
import { sendConcern } from './send/service.ts'

const HOUR = 3_600_000

/** What was answered back after it was sent: disagreements, and what came from those who have no account. */
export async function demoAnswered(area: DemoArea): Promise<void> {
  const { made } = area
  const at = (hoursAgo: number): Date => new Date(area.world.now().getTime() - hoursAgo * HOUR)
  const userOf = (name: string): UserAccountId => made.idOf(`user ${name}`)
  const typed = (told: Telling) => typedFrom(told, made.idOf(`area ${told.area}`))

  const decide = async (
    concernId: ConcernId,
    { by, ...decided }: Decided,
    hoursAgo: number,
  ): Promise<void> => {
    await area.asUser(userOf(by), act => takeConcern(act, concernId), at(hoursAgo - 1))
    await area.asUser(
      userOf(by),
      async act => {
        for (const { id } of await childrenOn(act.tx, concernId))
          await decideOnChild(act, { concernId, concernChildId: id, ...decided })
      },
      at(hoursAgo - 3),
    )
  }

  for (const { by, hoursAgo, told, decided, about, says, answers } of DISAGREED) {
    const { concernId } = await area.asUser(userOf(by), act => sendConcern(act, typed(told)), at(hoursAgo))
    if (decided) await decide(concernId, decided, hoursAgo)
    const id = await area.asUser(
      userOf(by),
      act => disagree(act, { concernId, about, says }),
      at(hoursAgo - 20),
    )
    for (const [step, { by: who, ...said }] of answers.entries())
      await area.asUser(userOf(who), act => answer(act, { id, ...said }), at(hoursAgo - 24 - step * 20))
  }

  for (const { email, kind, name, hoursAgo, told, further, decided } of REFERRED) {
    const id = await area.proves(email, at(hoursAgo))
    const concernId = await area.asReferrer(
      id,
      act => sendWithoutAccount(act, { ...typed(told), [KIND]: kind, ...(name ? { [NAME]: name } : {}) }),
      at(hoursAgo),
    )
    if (further)
      await area.asReferrer(
        id,
        act => sayFurther(act, { says: further.says, dangerNow: false }),
        at(further.hoursAgo),
      )
    if (decided) await decide(concernId, decided, hoursAgo)
  }
}
