import type { Act } from '#core/access/act.ts'
import type { AgencyId, PartnershipId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { nationsAll } from '../areas/queries.ts'
import { mayAdminister, mayHost } from '../policy.ts'
import type { MemberTyped } from '../schemas.ts'
import * as rows from './queries.ts'
import type { NewPartnershipTyped, PartnershipTyped } from './schemas.ts'

/** Makes a partnership with its lead agency as first member. The lead's administrators see to the rest. */
export async function addPartnership(act: Act, typed: NewPartnershipTyped): Promise<PartnershipId> {
  demand(mayHost, act.viewer)
  const id = act.world.uuid<PartnershipId>()
  await check(act, id, typed)
  const nation = (await nationsAll(act.tx)).find(one => one.code === typed.nation)
  if (!nation) throw new Refusal({ nation: 'Choose a nation' })
  await rows.insertPartnership(act.tx, {
    id,
    name: typed.name,
    nation: nation.code,
    leadAgency: typed.lead,
    createdAt: act.world.now(),
  })
  await rows.insertMember(act.tx, { partnershipId: id, agencyId: typed.lead })
  await act.record('partnership.made', null, { partnership: id, lead: typed.lead, nation: nation.code })
  return id
}

/** Changes its name or the agency that leads it. */
export async function changePartnership(act: Act, id: PartnershipId, typed: PartnershipTyped): Promise<void> {
  demand(mayHost, act.viewer)
  await partnershipOf(act, id)
  await check(act, id, typed)
  await rows.insertMember(act.tx, { partnershipId: id, agencyId: typed.lead })
  await rows.changePartnershipRow(act.tx, id, { name: typed.name, leadAgency: typed.lead })
  await act.record('partnership.changed', null, { partnership: id, lead: typed.lead })
}

/** Takes an agency into the partnership, whose staff then choose its areas when they record, or takes it out. */
export async function changeMember(act: Act, id: PartnershipId, typed: MemberTyped<AgencyId>): Promise<void> {
  const partnership = await ledPartnership(act, id)
  const member = { partnershipId: id, agencyId: typed.member }
  const detail = { partnership: id, agency: typed.member }
  if (typed.answer === 'add') {
    if (!(await rows.openAgencies(act.tx)).some(agency => agency.id === typed.member))
      throw new Refusal({ member: 'Choose an agency' })
    await rows.insertMember(act.tx, member)
    await act.record('partnership.agency-added', null, detail)
    return
  }
  if (typed.member === partnership.leadAgency)
    throw new Refusal({ member: 'This agency leads the partnership and cannot be taken out' })
  const receives = (await rows.areasOfPartnership(act.tx, id)).filter(
    area => area.receivingAgency === typed.member,
  )
  if (receives.length > 0)
    throw new Refusal({
      member: `This agency receives concerns for ${receives.map(area => area.name).join(', ')}. Choose who else does first`,
    })
  await rows.deleteMember(act.tx, member)
  await act.record('partnership.agency-removed', null, detail)
}

async function check(act: Act, id: PartnershipId, typed: PartnershipTyped): Promise<void> {
  if (await rows.partnershipNamed(act.tx, typed.name, id))
    throw new Refusal({ name: 'There is a partnership of this name already' })
  if (!(await rows.openAgencies(act.tx)).some(agency => agency.id === typed.lead))
    throw new Refusal({ lead: 'Choose the agency that leads it' })
}

/** One that the viewer may look at: the host's administrators all, a lead's their own. */
export async function partnershipOf(act: Act, id: PartnershipId) {
  const partnership = await rows.partnershipById(act.tx, id)
  const own = partnership?.leadAgency === act.viewer.agencyId
  if (!partnership || (!own && !mayHost.allows(act.viewer))) throw fault('not-found')
  return partnership
}

/** One whose areas and agencies the viewer keeps: only the lead's own administrators do. */
export async function ledPartnership(act: Act, id: PartnershipId) {
  demand(mayAdminister, act.viewer)
  const partnership = await partnershipOf(act, id)
  if (partnership.leadAgency !== act.viewer.agencyId) throw fault('not-allowed')
  return partnership
}
