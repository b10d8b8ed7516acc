import type { Act } from '#core/access/act.ts'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import { addAccount, askForRole, mayAdminister } from '#features/administration/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { insertSystem, setHook, systemById } from './queries.ts'
import type { SystemTyped } from './schemas.ts'

/** Adds a system of the administrator's own agency. It may send nothing until someone else has agreed to its role. */
export async function addSystem(act: Act, typed: SystemTyped): Promise<UserAccountId> {
  demand(mayAdminister, act.viewer)
  const id = await addAccount(
    act,
    // Nobody writes to it: an address of whoever runs it may be a colleague's, who has an account with it.
    { name: typed.name, email: `${act.world.uuid()}@system.invalid`, 'job-title': 'Agency’s own system' },
    'system',
  )
  await insertSystem(act.tx, { userId: id, agencyId: act.viewer.agencyId, contact: typed.contact })
  await askForRole(act, id, 'agency-system')
  return id
}

/** @throws not-found for a system of another agency and for an account that is none */
export async function systemAt(act: Act, id: UserAccountId) {
  const system = await systemById(act.tx, id)
  if (!system) throw fault('not-found')
  return system
}

/** Before a new key: whoever has it sends in the agency's name, so its role is asked for anew (practice B17). */
export async function prepareKey(act: Act, id: UserAccountId): Promise<void> {
  demand(mayAdminister, act.viewer)
  const system = await systemAt(act, id)
  if (system.endedAt) throw fault('conflict')
  await act.record('system.key-made', null, { account: id })
}

/** Where it is told how its concerns stand; nowhere when blank. @returns since when, for the key that signs */
export async function setWhereTold(act: Act, id: UserAccountId, url: string): Promise<Date | null> {
  demand(mayAdminister, act.viewer)
  await systemAt(act, id)
  const hookSetAt = url === '' ? null : act.world.now()
  await setHook(act.tx, id, { hookUrl: url === '' ? null : url, hookSetAt })
  await act.record('system.hook-set', null, { account: id, set: hookSetAt !== null })
  return hookSetAt
}
