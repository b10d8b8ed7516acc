import type { Act } from '#core/access/act.ts'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import type { ChronologyItem, ChronologySource, Panel } from '#core/manifest/feature.ts'
import { ownPerson } from '#features/people/public.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Inset, Link, Para, Table } from '#platform/ui/page-parts.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import { episodesAbout } from './naming.sql.ts'
import { mayKeepMissing, mayOpenFromRecord } from './policy.ts'
import { episodeById } from './queries.ts'
import { namesOf, othersOn } from './sharing.ts'
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

/** A missing child has to be found: whoever protects the identity reads who goes on seeing that page, and tells them. */
export async function onProtecting(act: Act, personId: PersonRecordId): Promise<Html | null> {
  if (!mayKeepMissing.allows(act.viewer)) return null
  const parts = []
  for (const { id, ended } of await episodesAbout(act.tx, personId, SHOWN)) {
    const episode = ended === null ? await episodeById(act.tx, id) : undefined
    const others = episode ? await namesOf(act, await othersOn(act, episode)) : []
    if (episode && others.length > 0)
      parts.push(
        <Inset>
          <Link href={`/missing/${id}`}>{words.staysOpen.missing(episode.reference)}</Link>{' '}
          {words.staysOpen.to(others)}
        </Inset>,
      )
  }
  return parts.length > 0 ? <>{parts}</> : null
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
