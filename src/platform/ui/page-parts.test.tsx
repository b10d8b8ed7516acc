import { describe, expect, test } from 'vitest'
import { govuk } from './generated/govuk.ts'
import type { Html } from './html.ts'
import { SubNavigation, Timeline } from './moj-parts.tsx'
import {
  Details,
  Facts,
  Heading,
  Inset,
  ScrollRegion,
  Table,
  Tag,
  TimeAt,
  Warning,
  Words,
  type Column,
} from './page-parts.tsx'

/** Blanks between tags say nothing; the official templates have many. */
const squeezed = (markup: Html): string =>
  markup
    .toString()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/> | </g, blank => blank.trim())

interface Row {
  readonly reference: string
  readonly days: number
}

const rows: Row[] = [
  { reference: 'CON-1 <b>', days: 3 },
  { reference: 'CON-2', days: 0 },
]
const columns: Column<Row>[] = [
  { title: 'Reference & link', cell: row => row.reference, namesRow: true },
  { title: 'Days', cell: row => row.days, numeric: true },
]

describe('parts written here because they are drawn by the hundred', () => {
  test('a table is the official one, and each cell bears its column’s title for narrow screens', () => {
    const drawn = squeezed(<Table caption="Received" rows={rows} columns={columns} />)
    const official = govuk.table({
      caption: 'Received',
      captionClasses: 'govuk-table__caption--m',
      classes: 'sl-stack',
      firstCellIsHeader: true,
      head: [{ text: 'Reference & link' }, { text: 'Days', format: 'numeric' }],
      rows: rows.map(row => [{ text: row.reference }, { text: String(row.days), format: 'numeric' }]),
    })
    expect(drawn.match(/data-label="Reference &amp; link"/g)).toHaveLength(2)
    expect(drawn.replaceAll(/ data-label="[^"]*"/g, '')).toBe(inOneOrder(squeezed(official)))
  })

  test('a table of plain cells is too', () => {
    const drawn = squeezed(
      <Table caption="All" rows={rows} columns={[{ title: 'Days', cell: row => row.days }]} />,
    )
    const official = govuk.table({
      caption: 'All',
      captionClasses: 'govuk-table__caption--m',
      classes: 'sl-stack',
      head: [{ text: 'Days' }],
      rows: rows.map(row => [{ text: String(row.days) }]),
    })
    expect(drawn.replaceAll(/ data-label="[^"]*"/g, '')).toBe(inOneOrder(squeezed(official)))
  })

  test.each(['red', 'orange', 'yellow', 'green', 'blue', 'grey'] as const)(
    'a %s tag is the official one',
    colour =>
      expect(squeezed(<Tag text="Late <b>" colour={colour} />)).toBe(
        squeezed(govuk.tag({ text: 'Late <b>', classes: `govuk-tag--${colour}` })),
      ),
  )

  test('facts are the official summary list', () => {
    const drawn = (
      <Facts
        rows={[
          { key: 'Name', value: 'A <b>', change: { href: '/change', what: 'name' } },
          { key: 'Born', value: '2011' },
        ]}
      />
    )
    const official = govuk.summaryList({
      rows: [
        {
          key: { text: 'Name' },
          value: { text: 'A <b>' },
          actions: { items: [{ href: '/change', text: 'Change', visuallyHiddenText: 'name' }] },
        },
        { key: { text: 'Born' }, value: { text: '2011' } },
      ],
    })
    expect(squeezed(drawn).replace('hidden"> name', 'hidden">name')).toBe(inOneOrder(squeezed(official)))
  })

  test('an inset is the official one', () => {
    expect(squeezed(<Inset>a & b</Inset>)).toBe(squeezed(govuk.insetText({ text: 'a & b' })))
  })
})

/** The same element, with what it is called before how it looks. */
const inOneOrder = (markup: string): string =>
  markup
    .replaceAll(/<(th) (scope="\w+") (class="[^"]*")/g, '<$1 $2 $3')
    .replaceAll(/<a (class="[^"]*") (href="[^"]*")/g, '<a $1 $2')

describe('other parts', () => {
  test('a heading is the page’s h1, and its caption stands outside it', () => {
    expect(squeezed(<Heading caption="PER-1">A</Heading>)).toBe(
      '<span class="govuk-caption-l">PER-1</span><h1 class="govuk-heading-l">A</h1>',
    )
  })

  test('a moment is told twice', () => {
    expect(squeezed(<TimeAt at={new Date('2026-05-12T13:20:00Z')}>12 May 2026, 14:20</TimeAt>)).toBe(
      '<time datetime="2026-05-12T13:20:00.000Z">12 May 2026, 14:20</time>',
    )
    expect(squeezed(<TimeAt at="2026-05-12">12 May 2026</TimeAt>)).toContain('datetime="2026-05-12"')
  })

  test('what someone wrote keeps its lines and its own direction', () => {
    expect((<Words>{'a\n  <b>'}</Words>).toString()).toBe(
      '<div class="govuk-body sl-words" dir="auto">a\n  &lt;b&gt;</div>',
    )
  })

  test('details and warnings are official, with what is inside escaped once', () => {
    expect(squeezed(<Details summary="Why <i>">{'a & b'}</Details>)).toMatch(/Why &lt;i&gt;.*a &amp; b/)
    expect(squeezed(<Warning text="Not a call for help <b>" />)).toContain('help &lt;b&gt;')
  })

  test('a region that scrolls can be reached by keyboard and has a name', () => {
    expect(squeezed(<ScrollRegion label="Roles">x</ScrollRegion>)).toBe(
      '<div class="sl-scroll" role="region" aria-label="Roles" tabindex="0">x</div>',
    )
  })

  test('a chronology is a list of headed entries', () => {
    const drawn = squeezed(
      <Timeline
        entries={[
          {
            title: 'Raised <b>',
            href: '/c/1',
            at: '2026-05-12',
            atWords: '12 May 2026',
            by: 'School',
            body: 'Words',
          },
          { title: 'Picked up', at: '2026-05-13', atWords: '13 May 2026' },
        ]}
      />,
    )
    expect(drawn.match(/<li class="moj-timeline__item">/g)).toHaveLength(2)
    expect(drawn).toContain('<a class="govuk-link" href="/c/1">Raised &lt;b&gt;</a>')
    expect(drawn.match(/moj-timeline__byline|moj-timeline__description/g)).toHaveLength(2)
  })

  test('a sub navigation names itself and marks the part that is open', () => {
    const drawn = squeezed(
      <SubNavigation
        label="Parts of the record"
        entries={[
          { text: 'Identity', href: '/a', current: true },
          { text: 'Concerns', href: '/b' },
        ]}
      />,
    )
    expect(drawn).toContain('<nav class="moj-sub-navigation" aria-label="Parts of the record">')
    expect(drawn.match(/aria-current="page"/g)).toHaveLength(1)
  })
})
