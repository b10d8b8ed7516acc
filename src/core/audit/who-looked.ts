import type { Act } from '#core/access/act.ts'
import type { SubjectId } from '#core/access/generated/tables.ts'
import { entriesAbout } from './queries.ts'

export interface Look {
  readonly at: Date
  readonly deed: string
  readonly roles: readonly string[]
  readonly agency: string
  /** Only for those who keep the owner's records; everyone else sees role and agency (practice B19). */
  readonly name: string | null
}

/** Who has looked at or done something with a subject, newest first, as far as this viewer may know. */
export async function whoLooked(act: Act, subject: SubjectId, limit: number): Promise<Look[]> {
  const entries = await entriesAbout(act.tx, subject, limit)
  const mayName = act.viewer.deeds.has('see-who-looked')
  return entries.map(entry => ({
    at: entry.at,
    deed: entry.deed,
    roles: entry.viewerRoles,
    agency: entry.agencyName ?? entry.viewerService ?? 'Sightline',
    name: mayName ? entry.userName : null,
  }))
}
