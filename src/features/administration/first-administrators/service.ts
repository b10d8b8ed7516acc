import type { Act } from '#core/access/act.ts'
import type { AgencyId, UserAccountId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import * as accounts from '../accounts/queries.ts'
import { agencyOf } from '../agencies/service.ts'
import { mayAgreeForAgencies, mayHost, mayHostOrAgree } from '../policy.ts'
import type { AccountTyped, AnswerTyped } from '../schemas.ts'
import * as rows from './queries.ts'

/**
 * Names one of the first administrators of another agency. They count once a second person of the agency that hosts
 * agrees (decision 0007), and only until the agency has two of its own.
 */
export async function nameAdministrator(act: Act, agencyId: AgencyId, typed: AccountTyped): Promise<void> {
  demand(mayHost, act.viewer)
  await inCare(act, agencyId)
  const id = act.world.uuid<UserAccountId>()
  const made = await rows.insertFirst(
    act.tx,
    {
      id,
      agencyId,
      name: typed.name,
      email: typed.email,
      jobTitle: typed['job-title'],
      createdAt: act.world.now(),
    },
    { id: act.world.uuid(), askedBy: act.viewer.id },
  )
  if (!made) throw new Refusal({ email: 'Someone in that agency has this address already' })
  await act.record('agency.administrator-named', null, { agency: agencyId, account: id })
}

/** Agrees to a first administrator of another agency, or ends what was asked. */
export async function answerAdministrator(act: Act, agencyId: AgencyId, answer: AnswerTyped): Promise<void> {
  demand(mayHostOrAgree, act.viewer)
  await inCare(act, agencyId)
  const grant = await accounts.grantById(act.tx, agencyId, answer.grant)
  if (!grant) throw fault('not-found')
  const now = act.world.now()
  const detail = { agency: agencyId, account: grant.userId }
  if (answer.answer === 'end') {
    if (grant.agreedBy ?? !grant.askedBy) throw fault('conflict')
    await accounts.endGrant(act.tx, grant.id, { endedBy: act.viewer.id, endedAt: now })
    await act.record('agency.administrator-declined', null, detail)
    return
  }
  demand(mayAgreeForAgencies, act.viewer)
  if (grant.askedBy === act.viewer.id)
    throw new Refusal({ '': 'You named this administrator. Someone else of your agency must agree' })
  if (grant.agreedBy) throw fault('conflict')
  await accounts.agreeGrant(act.tx, grant.id, { agreedBy: act.viewer.id, agreedAt: now })
  await act.record('agency.administrator-agreed', null, detail)
}

/** One of the administrators of an agency in care. */
export async function firstAdministrator(act: Act, at: { agencyId: AgencyId; userId: UserAccountId }) {
  await inCare(act, at.agencyId)
  const found = (await rows.administratorsOf(act.tx, at.agencyId)).find(one => one.userId === at.userId)
  if (!found) throw fault('not-found')
  return found
}

/** An agency that sees to itself has no first administrators to name: for this page it is not there. */
export async function inCare(act: Act, agencyId: AgencyId) {
  const agency = await agencyOf(act, agencyId)
  if (!(await rows.isInCare(act.tx, agencyId))) throw fault('not-found')
  return agency
}
