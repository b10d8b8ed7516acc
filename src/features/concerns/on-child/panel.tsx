import type { Act } from '#core/access/act.ts'
import type { AgencyId, ConcernId } from '#core/access/generated/tables.ts'
import type { ChronologyItem, ChronologySource, Panel } from '#core/manifest/feature.ts'
import { Link, Para, Table } from '#platform/ui/page-parts.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import { partingsFrom } from '../part/queries.ts'
import { concernsAbout } from './queries.ts'
import { sayRaisedBy, words } from '../words.ts'
import { mayRead, mayRecord } from '../policy.ts'
import { outcomeLabels } from '../status/queries.ts'

const SHOWN = 50

/** The concerns on which this person record is one of the children. */
export const panel: Panel = {
  title: 'Concerns',
  show: async (act, personRecordId) => {
    const found = await concernsAbout(act.tx, personRecordId, SHOWN + 1)
    const rows = found.slice(0, SHOWN)
    if (rows.length === 0) return <Para>No concern that you can see is joined to this record.</Para>
    const labels = await outcomeLabels(act.tx)
    return (
      <>
        <Table
          caption="Concerns"
          captionHidden
          columns={[
            {
              title: 'Reference',
              cell: row => {
                const href = whereRead(act, row)
                return href ? <Link href={href}>{row.reference}</Link> : row.reference
              },
            },
            { title: 'Sent', cell: row => sayMomentShort(row.sentAt) },
            {
              title: 'Decision',
              cell: row =>
                sayDecision(row.state, row.outcomes?.map(code => labels.get(code) ?? code).join('; ')),
            },
          ]}
          rows={rows}
        />
        {found.length > SHOWN ? (
          <Para>These are the newest {String(SHOWN)}. Earlier ones stand in the chronology.</Para>
        ) : null}
      </>
    )
  },
}

/** Where this viewer reads a concern: whole where it was sent to, what became of it where it was raised. */
function whereRead(
  act: Act,
  concern: {
    id: ConcernId
    ownerAgency: AgencyId
    receivingAgency: AgencyId
    referrerKind: string | null
  },
): string | null {
  if (concern.receivingAgency === act.viewer.agencyId && mayRead.allows(act.viewer))
    return `/concerns/${concern.id}`
  // What was sent without an account was raised by no agency, whoever has it now.
  return concern.referrerKind === null &&
    concern.ownerAgency === act.viewer.agencyId &&
    mayRecord.allows(act.viewer)
    ? `/concerns/sent/${concern.id}`
    : null
}

/** An ending that nobody has agreed to is not a decision. */
function sayDecision(state: 'awaiting-agreement' | 'sent-back' | 'made' | null, outcomes = ''): string {
  switch (state) {
    case null:
      return 'Not decided yet'
    case 'made':
      return outcomes
    case 'awaiting-agreement':
      return `Proposed, waiting for a supervisor: ${outcomes}`
    case 'sent-back':
      return 'Sent back, being decided again'
  }
}

/** Of whoever has no account what they say that they are would tell the family who it was, as their name would. */
function sayBy(row: Parameters<typeof sayRaisedBy>[0] & { keepName: boolean; sentByName: string }): string {
  if (!row.keepName) return `${row.sentByName}, ${sayRaisedBy(row)}`
  return row.referrerKind === null ? `${words.nameKept}, ${row.raisedByAgency}` : words.nameKept
}

export const chronology: ChronologySource = async (act: Act, asked) => {
  const rows = await concernsAbout(act.tx, asked.personRecordId, asked.limit)
  const parted = await partingsFrom(act.tx, asked.personRecordId, asked.limit)
  // Of which child it is is not said here: it was not this one.
  const mistakes = parted.map((one): ChronologyItem => ({
    at: one.partedAt,
    title: words.wasJoinedByMistake,
    by: one.partedByName,
    words: words.joinedBetween(sayMomentShort(one.linkedAt), sayMomentShort(one.partedAt)),
    href: null,
  }))
  const sent = rows.map((row): ChronologyItem => ({
    at: row.sentAt,
    title: `Concern ${row.reference}`,
    // What stands on the child's page may be read or printed beside the family.
    by: sayBy(row),
    words: null,
    href: whereRead(act, row),
  }))
  return [...sent, ...mistakes]
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, asked.limit)
}
