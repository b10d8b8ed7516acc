import type { OwningAct } from '#core/access/act.ts'
import type { AgencyId, ReferrerId, SubjectId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'

export interface NewNotice {
  /** `<feature>.<what happened>`, as named in a feature's words. */
  readonly kind: string
  readonly subject: SubjectId
  readonly toTeam?: TeamId
  readonly toUser?: UserAccountId
  /** All those of an agency who carry a deed, whichever their team. */
  readonly toAgency?: { readonly id: AgencyId; readonly forDeed: string }
  /** Whoever sent it without an account. */
  readonly toReferrer?: ReferrerId
}

/** Tells a team, a person or those of an agency who carry a deed that something waits; the worker mails them that it does, and nothing more. */
export async function tell(act: OwningAct, notice: NewNotice): Promise<void> {
  await act.tx
    .insertInto('notice')
    .values({
      id: act.world.uuid(),
      kind: notice.kind,
      subject: notice.subject,
      toTeam: notice.toTeam ?? null,
      toUser: notice.toUser ?? null,
      toAgency: notice.toAgency?.id ?? null,
      forDeed: notice.toAgency?.forDeed ?? null,
      toReferrer: notice.toReferrer ?? null,
      saidAt: act.world.now(),
    })
    .execute()
}
