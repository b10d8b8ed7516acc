import type { Act } from '#core/access/act.ts'
import type { MissingEntryId, SubjectId } from '#core/access/generated/tables.ts'
import type { Episode } from './episode-at.ts'
import { insertEntry, type entriesOn } from './queries.ts'
import { openToSharers, othersOn } from './sharing.ts'

export type EntryRow = Awaited<ReturnType<typeof entriesOn>>[number]
export type EntryKind = EntryRow['kind']

/** What one entry says, by its kind. */
export type Said =
  | { readonly kind: 'graded'; readonly grade: string; readonly says: string }
  | { readonly kind: 'worded'; readonly word: string; readonly says: string }
  | { readonly kind: 'on-it' }
  | { readonly kind: 'police'; readonly policeTold: string; readonly policeReference: string | null }
  | { readonly kind: 'police'; readonly policeNotReached: true }
  | { readonly kind: 'police'; readonly says: string }
  | { readonly kind: 'looked' | 'seen' | 'heard' | 'done'; readonly says: string }

/**
 * Writes what was said or done. Of the agency whose record the episode is it is part of that record; of another it is a record
 * of its own, which that agency opens to the rest.
 */
export async function writeEntry(
  act: Act,
  episode: Pick<Episode, 'id' | 'ownerAgency' | 'areaId' | 'receivingAgency'>,
  said: Said,
): Promise<void> {
  const id = act.world.uuid<MissingEntryId & SubjectId>()
  const now = act.world.now()
  const own = episode.ownerAgency === act.viewer.agencyId
  const subject: SubjectId = own ? episode.id : id
  await insertEntry(act.tx, {
    id,
    ownerAgency: act.viewer.agencyId,
    category: 'welfare',
    subject,
    since: now,
    episodeId: episode.id,
    ...said,
    saidBy: act.viewer.id,
    saidByName: act.viewer.name,
    saidAt: now,
  })
  if (own) return
  const sharers = (await othersOn(act, episode)).map(agency => ({ agency }))
  await openToSharers(act, { subject, episode: episode.id, sharers })
}

/** Whose side an entry is of. */
export const isPolice = (entry: Pick<EntryRow, 'agencyKind'>): boolean => entry.agencyKind === 'police'

/** What holds now: of each the newest. The entries come newest first. */
export interface Standing {
  readonly graded: EntryRow | undefined
  readonly worded: EntryRow | undefined
  readonly policeOn: EntryRow | undefined
  readonly councilOn: EntryRow | undefined
  readonly report: EntryRow | undefined
}

export const standingOf = (entries: readonly EntryRow[]): Standing => ({
  graded: entries.find(entry => entry.kind === 'graded'),
  worded: entries.find(entry => entry.kind === 'worded'),
  policeOn: stillOn(entries.find(entry => entry.kind === 'on-it' && isPolice(entry))),
  councilOn: stillOn(entries.find(entry => entry.kind === 'on-it' && !isPolice(entry))),
  report: entries.find(entry => entry.kind === 'police'),
})

const stillOn = (entry: EntryRow | undefined): EntryRow | undefined => (entry?.isGone ? undefined : entry)

/** A code of a list that is data, in words. */
export const labelIn = (list: readonly { code: string; label: unknown }[], code: string): string => {
  const label = list.find(one => one.code === code)?.label
  return typeof label === 'object' && label !== null && 'en' in label ? String(label.en) : code
}
