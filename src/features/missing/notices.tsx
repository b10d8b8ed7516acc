import type { MissingEpisodeId, SubjectId } from '#core/access/generated/tables.ts'
import type { NoticeKind } from '#core/manifest/feature.ts'
import { Link } from '#platform/ui/page-parts.tsx'
import { mayKeepMissing } from './policy.ts'
import { stillUntaken, toldSince } from './notices.sql.ts'
import { words } from './words.ts'

/** As long as a return interview is to be offered. */
const HOURS_SAID = 72

/** To those who look for missing children: gone when one of their agency is on it, or the child is found. */
const opened: NoticeKind = async (act, subjects: readonly MissingEpisodeId[]) => {
  if (!mayKeepMissing.allows(act.viewer)) return new Map()
  return new Map(
    (await stillUntaken(act.tx, subjects, act.viewer.agencyId)).map(one => [
      one.id,
      <Link href={`/missing/${one.id}`}>{words.opened(one.reference)}</Link>,
    ]),
  )
}

/** To the agency that sees no more of it: no name and no way to it, for as long as it matters. */
const ended =
  (kind: string, says: string): NoticeKind =>
  async (act, subjects: readonly SubjectId[]) => {
    const since = new Date(act.world.now().getTime() - HOURS_SAID * 3_600_000)
    return new Map((await toldSince(act.tx, { kind, subjects, since })).map(id => [id, <>{says}</>]))
  }

export const notices: Readonly<Record<string, NoticeKind>> = {
  'missing.opened': opened,
  'missing.found': ended('missing.found', words.foundTold),
  'missing.mistaken': ended('missing.mistaken', words.mistakeTold),
}
