import type { ChronologyItem, ChronologySource, Panel } from '#core/manifest/feature.ts'
import { ownPerson } from '#features/people/public.ts'
import { Link, Para, Table } from '#platform/ui/page-parts.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import { mayKeepMissing, mayOpenFromRecord } from './policy.ts'
import { episodesAbout } from './queries.ts'
import { words } from './words.ts'

const SHOWN = 20

/** Of the child's page: whether they are missing now, and when they were before. */
export const panel: Panel = {
  title: 'Missing',
  show: async (act, personId) => {
    if (!mayKeepMissing.allows(act.viewer)) return <Para>{words.notForRole}</Para>
    const rows = await episodesAbout(act.tx, personId, SHOWN)
    const isMissing = rows.some(row => row.ended === null)
    const own = await ownPerson(act, personId).then(
      () => true,
      () => false,
    )
    return (
      <>
        {rows.length > 0 ? (
          <Table
            caption="Missing"
            captionHidden
            columns={[
              { title: 'Reference', cell: row => <Link href={`/missing/${row.id}`}>{row.reference}</Link> },
              { title: 'Last seen', cell: row => sayMomentShort(row.lastSeenAt) },
              {
                title: 'How it stands',
                cell: row =>
                  row.ended === null ? (
                    <strong>{words.statuses.missing}</strong>
                  ) : (
                    `${words.statuses[row.ended]}${row.foundAt ? `, ${sayMomentShort(row.foundAt)}` : ''}`
                  ),
              },
            ]}
            rows={rows}
          />
        ) : (
          <Para>{words.noEpisode}</Para>
        )}
        {own && !isMissing && mayOpenFromRecord.allows(act.viewer) ? (
          <Para>
            <Link href={`/people/${personId}/missing`}>This child is missing now</Link>
          </Para>
        ) : null}
      </>
    )
  },
}

export const chronology: ChronologySource = async (act, asked) =>
  mayKeepMissing.allows(act.viewer)
    ? (await episodesAbout(act.tx, asked.personRecordId, asked.limit)).map((row): ChronologyItem => ({
        at: row.openedAt,
        title: `Missing ${row.reference}`,
        by: row.openedByName,
        words: null,
        href: `/missing/${row.id}`,
      }))
    : []
