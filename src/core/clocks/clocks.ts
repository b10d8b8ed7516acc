import type { Category } from '#vocabulary/categories.ts'
import type { Act, OwningAct } from '#core/access/act.ts'
import type { AgencyId, SubjectId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import { assignClocks, insertClock, passClocks, settleClocks } from './queries.ts'

export interface NewClock {
  /** `<feature>.<what is due>`, as named in a feature's `work`. */
  readonly kind: string
  readonly subject: SubjectId
  readonly category: Category
  readonly ownerAgency: AgencyId
  readonly team?: TeamId
  readonly user?: UserAccountId
  readonly urgent: boolean
  readonly dueAt: Date
}

/** Sets something running: from now on someone owns it, it has a date, and it is raised when late. */
export async function startClock(act: OwningAct, clock: NewClock): Promise<void> {
  const now = act.world.now()
  await insertClock(act.tx, {
    id: act.world.uuid(),
    kind: clock.kind,
    subject: clock.subject,
    category: clock.category,
    ownerAgency: clock.ownerAgency,
    teamId: clock.team ?? null,
    userId: clock.user ?? null,
    urgent: clock.urgent,
    startedAt: now,
    since: now,
    dueAt: clock.dueAt,
    state: 'running',
  })
}

/** The one who acts has it in hand: from now on what is due is theirs and no longer their team's. */
export const takeClocks = (act: Act, subject: SubjectId, kinds: readonly string[]): Promise<unknown> =>
  assignClocks(act.tx, { subject, kinds, agency: act.viewer.agencyId, user: act.viewer.id })

/** What one of the viewer's agency has in hand of a subject is another's from now on, or their team's again. */
export const handClocks = (
  act: Act,
  of: { subject: SubjectId; from: UserAccountId; to: UserAccountId | null },
): Promise<unknown> => passClocks(act.tx, { ...of, agency: act.viewer.agencyId })

/** What was due has been done. Clocks of other agencies on the same subject run on. */
export async function meetClocks(act: Act, subject: SubjectId, kinds: readonly string[]): Promise<void> {
  await settleClocks(act.tx, {
    subject,
    kinds,
    state: 'met',
    agency: act.viewer.agencyId,
    by: act.viewer.id,
    now: act.world.now(),
  })
}
