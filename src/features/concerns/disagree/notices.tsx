import type { Act } from '#core/access/act.ts'
import type { DisagreementId } from '#core/access/generated/tables.ts'
import type { NoticeKind } from '#core/manifest/feature.ts'
import { Link } from '#platform/ui/page-parts.tsx'
import { mayDecide, mayRecord } from '../policy.ts'
import { words } from '../words.ts'
import { disagreementsOf } from './queries.ts'
import { withSteps, type Standing } from './service.ts'

/** How long whoever raised it is still told of an answer: it stands on the concern's page for good. */
const DAYS_TOLD = 7

const standings = async (act: Act, ids: readonly DisagreementId[]) =>
  withSteps(act, await disagreementsOf(act.tx, ids))

const toSender =
  (says: (reference: string) => string, stillSo: (standing: Standing, now: Date) => boolean): NoticeKind =>
  async (act, subjects: readonly DisagreementId[]) =>
    mayRecord.allows(act.viewer)
      ? new Map(
          (await standings(act, subjects))
            .filter(one => stillSo(one, act.world.now()))
            .map(one => [
              one.id,
              <Link href={`/concerns/sent/${one.concernId}`}>{says(one.reference)}</Link>,
            ]),
        )
      : new Map()

const answeredLately = (standing: Standing, now: Date): boolean =>
  standing.reached.some(
    ({ answer }) => answer && now.getTime() - answer.answeredAt.getTime() < DAYS_TOLD * 86_400_000,
  )

export const disagreementNotices: Readonly<Record<string, NoticeKind>> = {
  'concern.disagreed': async (act, subjects: readonly DisagreementId[]) =>
    mayDecide.allows(act.viewer)
      ? new Map(
          (await standings(act, subjects))
            .filter(one => one.open)
            .map(one => [
              one.id,
              <Link href={`/concerns/disagreements/${one.id}`}>{words.disagreementOn(one.reference)}</Link>,
            ]),
        )
      : new Map(),
  'concern.disagreement-answered': toSender(words.disagreementAnswered, answeredLately),
  'concern.disagreement-late': toSender(words.disagreementLate, standing => standing.open !== null),
}
