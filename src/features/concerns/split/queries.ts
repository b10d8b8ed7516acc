import type {
  AgencyId,
  ConcernChildId,
  ConcernId,
  ConcernSplitId,
  TeamId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

export const insertSplit = (
  tx: ScopedTx,
  said: {
    id: ConcernSplitId
    ownerAgency: AgencyId
    subject: ConcernId
    concernChildId: ConcernChildId
    toUser: UserAccountId | null
    toTeam: TeamId | null
    toName: string
    why: string
    splitBy: UserAccountId
    splitByName: string
    splitAt: Date
  },
) =>
  tx
    .insertInto('concernSplit')
    .values({ ...said, category: 'concern', since: said.splitAt })
    .execute()

/** To whom the parts of a concern have gone, newest first. */
export const splitsOn = (tx: ScopedTx, concernId: ConcernId) =>
  tx
    .selectFrom('concernSplit')
    .select(['concernChildId', 'toName', 'why', 'splitByName', 'splitAt'])
    .where('subject', '=', concernId)
    .orderBy('splitAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** The names of colleagues and teams who have parts of concerns. */
export const namesOfOwners = async (
  tx: ScopedTx,
  owners: readonly { userId: UserAccountId | null; teamId: TeamId | null }[],
): Promise<ReadonlyMap<UserAccountId | TeamId, string>> => {
  const users = owners.flatMap(owner => owner.userId ?? [])
  const teams = owners.flatMap(owner => (owner.userId === null ? (owner.teamId ?? []) : []))
  const named = new Map<UserAccountId | TeamId, string>()
  if (users.length > 0)
    for (const { id, name } of await tx
      .selectFrom('userAccount')
      .select(['id', 'name'])
      .where('id', 'in', users)
      .execute())
      named.set(id, name)
  if (teams.length > 0)
    for (const { id, name } of await tx
      .selectFrom('team')
      .select(['id', 'name'])
      .where('id', 'in', teams)
      .execute())
      named.set(id, name)
  return named
}
