import { sql } from 'kysely'
import type { Category } from '#vocabulary/categories.ts'
import type { Act, OwningAct } from './act.ts'
import type { AgencyId, SubjectId, UserAccountId } from './generated/tables.ts'

export interface Holder {
  readonly userId: UserAccountId
  readonly name: string
  /** What their roles cover: by name no more is opened to them. */
  readonly categories: readonly Category[]
}

/** The people of an agency who carry a deed. Their names are for leaving out whoever may be concerned, and for no page. */
export async function thoseOf(act: OwningAct, agency: AgencyId, deed: string): Promise<Holder[]> {
  const found =
    await sql<Holder>`select user_id, name, categories from access.those_who_may(${agency}, ${deed})`.execute(
      act.tx,
    )
  return found.rows
}

export type SealReason = 'works-with-children' | 'conflict-of-interest' | 'protected-person'

/** From now on the subject is for those alone to whom it has been opened by name. */
export async function seal(act: OwningAct, subject: SubjectId, reason: SealReason): Promise<void> {
  await act.tx
    .insertInto('seal')
    .values({
      subject,
      ownerAgency: act.viewer.agencyId,
      reason,
      sealedBy: act.viewer.id,
      sealedAt: act.world.now(),
    })
    .execute()
}

/** How many people a sealed subject is for, or null where it is not sealed. */
export async function sealedTo(act: Act, subject: SubjectId): Promise<number | null> {
  const found = await sql<{ count: number | null }>`select access.sealed_to(${subject}) as count`.execute(
    act.tx,
  )
  return found.rows[0]?.count ?? null
}

/** Whom a sealed subject of the viewer's own agency is for, and why; null where it is not sealed, or not for the viewer. */
export async function namedTo(
  act: Act,
  subject: SubjectId,
): Promise<{ users: UserAccountId[]; reason: SealReason } | null> {
  const found = await sql<{ userId: UserAccountId; reason: SealReason }>`
    select user_id, reason from access.named_to(${subject})`.execute(act.tx)
  const [one] = found.rows
  return one ? { users: found.rows.map(row => row.userId), reason: one.reason } : null
}

/** From now on these people are outside a subject of the viewer's own agency: each may be the one it is about. */
export async function excludeNamed(
  act: OwningAct,
  subject: SubjectId,
  users: readonly UserAccountId[],
): Promise<void> {
  await sql`select access.exclude_named(${subject}, ${users}::uuid[])`.execute(act.tx)
}

/** From now on the viewer is outside it: they see no more of it than someone who may not know of it. */
export async function stepOutsideOf(act: Act, subject: SubjectId): Promise<void> {
  await sql`select access.step_outside(${subject})`.execute(act.tx)
}

/** Of these people those who are outside a subject, or whose account has ended. */
export async function outsideOf(
  act: Act,
  subject: SubjectId,
  users: readonly UserAccountId[],
): Promise<UserAccountId[]> {
  const found = await sql<{ id: UserAccountId }>`
    select u as id from unnest(${users}::uuid[]) u where access.is_outside(${subject}, u)`.execute(act.tx)
  return found.rows.map(row => row.id)
}

/** What was opened to people by name of a subject of the viewer's own agency ends now. */
export async function endNamed(act: Act, subject: SubjectId): Promise<void> {
  await sql`select access.end_named(${subject})`.execute(act.tx)
}

/** @returns whether it was sealed as a protected person, and is no longer */
export async function liftProtection(act: Act, subject: SubjectId): Promise<boolean> {
  const done = await sql<{ lifted: boolean }>`select access.lift_protection(${subject}) as lifted`.execute(
    act.tx,
  )
  return done.rows[0]?.lifted ?? false
}
