import type { OwningAct } from '#core/access/act.ts'
import type { ReferrerId, SubjectId, TeamId, UserAccountId } from '#core/access/generated/tables.ts'

export interface NewNotice {
  /** `<feature>.<what happened>`, as named in a feature's words. */
  readonly kind: string
  readonly subject: SubjectId
  readonly toTeam?: TeamId
  readonly toUser?: UserAccountId
  /** Whoever sent it without an account. */
  readonly toReferrer?: ReferrerId
}

/** Tells a team or a person that something waits; the worker mails them that it does, and nothing more. */
export async function tell(act: OwningAct, notice: NewNotice): Promise<void> {
  await act.tx
    .insertInto('notice')
    .values({
      id: act.world.uuid(),
      kind: notice.kind,
      subject: notice.subject,
      toTeam: notice.toTeam ?? null,
      toUser: notice.toUser ?? null,
      toReferrer: notice.toReferrer ?? null,
      saidAt: act.world.now(),
    })
    .execute()
}
