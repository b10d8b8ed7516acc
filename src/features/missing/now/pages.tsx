import type { MissingEpisodeId } from '#core/access/generated/tables.ts'
import type { WhomToRing } from '#features/administration/public.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { ButtonLink, Heading, Link, Name, Para, Table, Tag } from '#platform/ui/page-parts.tsx'
import { Pager, type Paged } from '#platform/ui/paging.tsx'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import type { EntryRow, Standing } from '../entries.ts'
import { GradeTag } from '../grade-tag.tsx'
import { Report } from '../report.tsx'
import { RingFirst } from '../ring-first.tsx'
import { hoursSince, sayAge, sayHours } from '../when.ts'
import { words } from '../words.ts'

export interface NowRow extends Standing {
  readonly id: MissingEpisodeId
  readonly reference: string
  readonly called: string
  readonly bornFrom: PlainDate | null
  readonly bornTo: PlainDate | null
  readonly lastSeenAt: Date
  readonly lastSeenExact: boolean
  readonly lastSeenWhere: string
  /** When the viewer's agency looks again at the latest; null where nobody there has it yet. */
  readonly dueAt: Date | null
}

export const NowPage = (p: {
  children: Paged<NowRow>
  now: Date
  rings: readonly WhomToRing[]
  police: boolean
  sayGrade: (code: string) => string
  sayWord: (code: string) => string
}): Html => (
  <>
    <Heading>Missing now</Heading>
    <ButtonLink href="/missing/new" text="A child is missing now" />
    <RingFirst rings={p.rings} police={p.police} />
    {p.children.rows.length > 0 ? (
      <>
        <Para>{words.order}</Para>
        <Table
          caption="Children who are missing now"
          columns={[
            { title: 'Child', namesRow: true, cell: row => <ChildCell row={row} now={p.now} /> },
            { title: 'Last seen', cell: row => <SeenCell row={row} now={p.now} /> },
            { title: 'Police', cell: row => <PoliceCell row={row} say={p.sayGrade} /> },
            { title: 'Children’s services', cell: row => <CouncilCell row={row} say={p.sayWord} /> },
          ]}
          rows={p.children.rows}
        />
      </>
    ) : p.children.page === 1 ? (
      <Para>{words.none}</Para>
    ) : null}
    <Pager href="/missing" what="Missing now" paged={p.children} />
  </>
)

const ChildCell = (p: { row: NowRow; now: Date }): Html => (
  <>
    <Link href={`/missing/${p.row.id}`}>
      <Name>{p.row.called}</Name>
    </Link>
    <span class="govuk-!-font-weight-regular">
      <br />
      {words.aged(sayAge(p.row, p.now))}
      <br />
      {p.row.reference}
    </span>{' '}
    {p.row.dueAt && p.row.dueAt <= p.now ? <Tag text="Look is late" colour="orange" /> : null}
  </>
)

const SeenCell = (p: { row: NowRow; now: Date }): Html => (
  <>
    <strong>{sayHours(hoursSince(p.row.lastSeenAt, p.now))}</strong>
    <br />
    {p.row.lastSeenExact ? '' : 'About '}
    {sayMomentShort(p.row.lastSeenAt)}
    <br />
    <Name>{p.row.lastSeenWhere}</Name>
  </>
)

const PoliceCell = (p: { row: NowRow; say: (code: string) => string }): Html => (
  <>
    <GradeTag code={p.row.graded?.grade ?? null} say={p.say} />
    <br />
    <OnIt entry={p.row.policeOn} />
    <br />
    Reported: <Report entry={p.row.report} />
  </>
)

const CouncilCell = (p: { row: NowRow; say: (code: string) => string }): Html => (
  <>
    {p.row.worded?.word ? p.say(p.row.worded.word) : words.notSaid}
    <br />
    <OnIt entry={p.row.councilOn} />
  </>
)

const OnIt = (p: { entry: EntryRow | undefined }): Html => (
  <>On it: {p.entry ? <Name>{p.entry.saidByName}</Name> : <strong>{words.nobodyYet}</strong>}</>
)
