import type { Act } from '#core/access/act.ts'
import type { AgencyId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { mayHost } from '../policy.ts'
import * as rows from './queries.ts'
import type { AgencyTyped } from './schemas.ts'

/** Makes an agency. It opens nothing: it has nobody yet, and belongs to no partnership. */
export async function addAgency(act: Act, typed: AgencyTyped): Promise<AgencyId> {
  demand(mayHost, act.viewer)
  const id = act.world.uuid<AgencyId>()
  await refuseSameName(act, typed.name, id)
  await rows.insertAgency(act.tx, { id, ...rowOf(typed), createdAt: act.world.now() })
  await act.record('agency.made', null, {
    agency: id,
    kind: typed.kind,
    sensitive: typed.sensitive === 'yes',
  })
  return id
}

export async function changeAgency(act: Act, id: AgencyId, typed: AgencyTyped): Promise<void> {
  demand(mayHost, act.viewer)
  await agencyOf(act, id)
  await refuseSameName(act, typed.name, id)
  await rows.changeAgencyRow(act.tx, id, rowOf(typed))
  await act.record('agency.changed', null, {
    agency: id,
    kind: typed.kind,
    sensitive: typed.sensitive === 'yes',
  })
}

/** Closes an agency: from the next page on its staff open nothing. Its records stay where they are. */
export async function closeAgency(act: Act, id: AgencyId): Promise<void> {
  demand(mayHost, act.viewer)
  const agency = await agencyOf(act, id)
  if (agency.closedAt) throw new Refusal({ '': 'This agency is closed already' })
  if (agency.hosts) throw new Refusal({ '': 'This agency hosts Sightline and cannot be closed' })
  const relied = await rows.reliedOnFor(act.tx, id)
  if (relied.leads.length > 0)
    throw new Refusal({ '': `It leads ${relied.leads.join(', ')}. Choose another lead first` })
  if (relied.receives.length > 0)
    throw new Refusal({
      '': `It receives concerns for ${relied.receives.join(', ')}. Choose who else does first`,
    })
  if (relied.openWork)
    throw new Refusal({ '': 'It has open work. Its staff must finish it or pass it on first' })
  await rows.setClosed(act.tx, id, act.world.now())
  await act.record('agency.closed', null, { agency: id })
}

/** Opens a closed agency again, with its people and roles as they were. */
export async function reopenAgency(act: Act, id: AgencyId): Promise<void> {
  demand(mayHost, act.viewer)
  const agency = await agencyOf(act, id)
  if (!agency.closedAt) throw new Refusal({ '': 'This agency is open' })
  if (await rows.openAgencyNamed(act.tx, agency.name, id))
    throw new Refusal({ '': 'There is an open agency of this name. Change one of the names first' })
  await rows.setClosed(act.tx, id, null)
  await act.record('agency.reopened', null, { agency: id })
}

export async function agencyOf(act: Act, id: AgencyId) {
  const agency = await rows.agencyById(act.tx, id)
  if (!agency) throw fault('not-found')
  return agency
}

async function refuseSameName(act: Act, name: string, not: AgencyId): Promise<void> {
  if (await rows.openAgencyNamed(act.tx, name, not))
    throw new Refusal({ name: 'There is an agency of this name already' })
}

const rowOf = (typed: AgencyTyped): rows.AgencyRow => ({
  name: typed.name,
  kind: typed.kind,
  sensitive: typed.sensitive === 'yes',
})
