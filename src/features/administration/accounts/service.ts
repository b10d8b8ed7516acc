import type { Act } from '#core/access/act.ts'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import * as rows from './queries.ts'
import { mayAdminister, mayAdministerOrAgree, mayAgree } from '../policy.ts'
import type { AccountTyped, AnswerTyped } from '../schemas.ts'

/** Makes an account in the administrator's own agency. It opens nothing until it has a role that someone has agreed. */
export async function addAccount(
  act: Act,
  typed: AccountTyped,
  kind: 'person' | 'system' = 'person',
): Promise<UserAccountId> {
  demand(mayAdminister, act.viewer)
  const id = act.world.uuid<UserAccountId>()
  const made = await rows.insertAccount(act.tx, {
    id,
    agencyId: act.viewer.agencyId,
    name: typed.name,
    email: typed.email,
    jobTitle: typed['job-title'],
    kind,
    createdAt: act.world.now(),
  })
  if (!made) throw new Refusal({ email: 'Someone in your agency has this address already' })
  await act.record('account.made', null, { account: id })
  return id
}

/** Asks for a role. It counts once someone else of the agency, who is not the person, agrees (practice B17). */
export async function askForRole(act: Act, userId: UserAccountId, role: string): Promise<void> {
  demand(mayAdminister, act.viewer)
  const account = await rows.accountById(act.tx, userId)
  if (!account) throw fault('not-found')
  const known = (await rows.rolesAsData(act.tx)).some(one => one.code === role && one.heldBy === account.kind)
  if (!known) throw new Refusal({ role: 'Choose a role' })
  const asked = await rows.insertGrant(act.tx, {
    id: act.world.uuid(),
    agencyId: act.viewer.agencyId,
    userId,
    role,
    askedBy: act.viewer.id,
    askedAt: act.world.now(),
  })
  if (!asked) throw new Refusal({ role: 'They have this role, or it is waiting to be agreed' })
  await act.record('role.asked', null, { account: userId, role })
}

/** Agrees to a role that was asked for the person whose page it is answered on, or ends it; no one else's from there. */
export async function answerRole(act: Act, userId: string, answer: AnswerTyped): Promise<void> {
  demand(mayAdministerOrAgree, act.viewer)
  const grant = await rows.grantById(act.tx, act.viewer.agencyId, answer.grant)
  if (grant?.userId !== userId) throw fault('not-found')
  const now = act.world.now()
  if (answer.answer === 'end') {
    await rows.endGrant(act.tx, grant.id, { endedBy: act.viewer.id, endedAt: now })
    await act.record('role.ended', null, { account: grant.userId, role: grant.role })
    return
  }
  demand(mayAgree, act.viewer)
  if (grant.askedBy === act.viewer.id)
    throw new Refusal({ '': 'You asked for this role. Someone else of your agency must agree' })
  if (grant.userId === act.viewer.id)
    throw new Refusal({ '': 'Nobody agrees to their own role. Ask a colleague' })
  if (grant.agreedBy) throw fault('conflict')
  await rows.agreeGrant(act.tx, grant.id, { agreedBy: act.viewer.id, agreedAt: now })
  await act.record('role.agreed', null, { account: grant.userId, role: grant.role })
}

/**
 * Before a set-up code: whoever uses it has the account, so its roles count no more until a second person has agreed to
 * each again. Nobody makes themselves someone else alone (practice B17).
 */
export async function prepareSetUp(act: Act, userId: UserAccountId): Promise<void> {
  demand(mayAdminister, act.viewer)
  if (userId === act.viewer.id)
    throw new Refusal({ '': 'Nobody makes a code for themselves. Change your password under Your account' })
  const account = await rows.accountById(act.tx, userId)
  if (account?.kind !== 'person')
    throw new Refusal({ '': 'Nobody signs in as a system. Make its key on its own page' })
  const now = act.world.now()
  for (const grant of await rows.grantsOf(act.tx, [userId])) {
    if (grant.askedBy === act.viewer.id && !grant.agreedBy) continue
    await rows.endGrant(act.tx, grant.id, { endedBy: act.viewer.id, endedAt: now })
    await askForRole(act, userId, grant.code)
  }
  await act.record('account.set-up-code-made', null, { account: userId })
}

/** Ends an account: from the next page on, its sessions open nothing. */
export async function endAccount(act: Act, userId: UserAccountId): Promise<void> {
  demand(mayAdminister, act.viewer)
  if (userId === act.viewer.id)
    throw new Refusal({ '': 'You cannot end your own account. Ask another administrator' })
  const account = await rows.accountById(act.tx, userId)
  if (!account) throw fault('not-found')
  await rows.endAccountRow(act.tx, userId, act.world.now())
  await act.record('account.ended', null, { account: userId })
}
