import type { Id } from '#platform/database/id.ts'
import type { Category } from '#vocabulary/categories.ts'
import type { Act, OwningAct } from '#core/access/act.ts'
import type { AgencyId, SubjectId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import { assignClocks, hasten, insertClock, passClocks, settleClocks, setOwner } from './queries.ts'

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
  /** Of its subject the one part that it is about, by its id. */
  readonly part?: Id | undefined
  /** Since when it runs, where it goes on for one that ran before. */
  readonly startedAt?: Date
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
    part: clock.part ?? null,
    startedAt: clock.startedAt ?? now,
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
export const meetClocks = (act: Act, subject: SubjectId, kinds: readonly string[]): Promise<unknown> =>
  endClocks(act, { subject, kinds }, 'met')

/** The same for one part of a subject. */
export const meetPart = (act: Act, of: { subject: SubjectId; kind: string; part: Id }): Promise<unknown> =>
  endClocks(act, { subject: of.subject, kinds: [of.kind], part: of.part }, 'met')

/** It is no longer due here: someone else has it. */
export const stopClocks = (act: Act, subject: SubjectId, kinds: readonly string[]): Promise<unknown> =>
  endClocks(act, { subject, kinds }, 'stopped')

const endClocks = (
  act: Act,
  of: { subject: SubjectId; kinds: readonly string[]; part?: Id | undefined },
  state: 'met' | 'stopped',
): Promise<unknown> =>
  settleClocks(act.tx, {
    ...of,
    state,
    agency: act.viewer.agencyId,
    by: act.viewer.id,
    now: act.world.now(),
  })

/** What runs in the viewer's agency on a subject, or on one part of it, is from now on this team's, or this person's in it. */
export const giveClocks = (
  act: Act,
  of: { subject: SubjectId; kinds: readonly string[]; part?: Id },
  to: { team: TeamId; user: UserAccountId | null },
): Promise<unknown> => setOwner(act.tx, { ...of, agency: act.viewer.agencyId, to })

/** What runs in the viewer's agency on a subject is due by this moment at the latest, and urgent where what came to it is. */
export const hastenClocks = (
  act: Act,
  of: { subject: SubjectId; kinds: readonly string[]; part?: Id },
  by: { dueAt: Date; urgent: boolean },
): Promise<unknown> => hasten(act.tx, { ...of, agency: act.viewer.agencyId, by })
