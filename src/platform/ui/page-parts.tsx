import { govuk } from './generated/govuk.ts'
import type { Html } from './html.ts'
import type { Child } from './jsx-runtime.ts'

/** Most pages: two thirds wide, one heading. */
export const Narrow = (p: { children: Child }): Html => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">{p.children}</div>
  </div>
)

export const Heading = (p: { children: Child; caption?: string }): Html => (
  <>
    {p.caption ? <span class="govuk-caption-l">{p.caption}</span> : null}
    <h1 class="govuk-heading-l">{p.children}</h1>
  </>
)

export const Subheading = (p: { children: Child; id?: string }): Html => (
  <h2 class="govuk-heading-m" {...(p.id ? { id: p.id } : {})}>
    {p.children}
  </h2>
)

export const Para = (p: { children: Child }): Html => <p class="govuk-body">{p.children}</p>

/** What someone wrote, line by line as they wrote it. */
export const Words = (p: { children: string }): Html => (
  <div class="govuk-body sl-words" dir="auto">
    {p.children}
  </div>
)

export const Link = (p: { href: string; children: Child }): Html => (
  <a class="govuk-link" href={p.href}>
    {p.children}
  </a>
)

/** Names are set apart, so that a name written from right to left does not turn the sentence round it. */
export const Name = (p: { children: string }): Html => <bdi>{p.children}</bdi>

export const Danger = (p: { children: Child }): Html => (
  <div class="sl-danger" role="region" aria-label="Danger now">
    {p.children}
  </div>
)

/** A link that leads to a deed, drawn as the button that it is to whoever presses it. */
export const ButtonLink = (p: { href: string; text: string; secondary?: true }): Html =>
  govuk.button({
    text: p.text,
    href: p.href,
    ...(p.secondary ? { classes: 'govuk-button--secondary' } : {}),
  })

/** Where something is begun. */
export const BeginButton = (p: { href: string; text: string }): Html =>
  govuk.button({ text: p.text, href: p.href, isStartButton: true })

export const Inset = (p: { children: Child }): Html => <div class="govuk-inset-text">{p.children}</div>

export const Warning = (p: { text: string }): Html =>
  govuk.warningText({ text: p.text, iconFallbackText: 'Warning' })

export type TagColour = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'grey'

export const Tag = (p: { text: string; colour?: TagColour }): Html => (
  <strong class={`govuk-tag${p.colour ? ` govuk-tag--${p.colour}` : ''}`}>{p.text}</strong>
)

/** Facts in two columns: what, and the answer. */
export const Facts = (p: {
  rows: readonly { key: string; value: Child; change?: { href: string; what: string; text?: string } }[]
}): Html => (
  <dl class="govuk-summary-list">
    {p.rows.map(row => (
      <div class={`govuk-summary-list__row${row.change ? '' : ' govuk-summary-list__row--no-actions'}`}>
        <dt class="govuk-summary-list__key">{row.key}</dt>
        <dd class="govuk-summary-list__value">{row.value}</dd>
        {row.change ? (
          <dd class="govuk-summary-list__actions">
            <a class="govuk-link" href={row.change.href}>
              {row.change.text ?? 'Change'}
              <span class="govuk-visually-hidden"> {row.change.what}</span>
            </a>
          </dd>
        ) : null}
      </div>
    ))}
  </dl>
)

/** A moment or a day as it is said, and as a machine reads it. */
export const TimeAt = (p: { at: Date | string; children: string }): Html => (
  <time datetime={typeof p.at === 'string' ? p.at : p.at.toISOString()}>{p.children}</time>
)

export const Details = (p: { summary: string; children: Child; open?: boolean }): Html =>
  govuk.details({ summaryText: p.summary, html: <>{p.children}</>, open: p.open })

export const ButtonRow = (p: { children: Child }): Html => <div class="govuk-button-group">{p.children}</div>

/** For a table too wide to stack, such as roles against categories: it scrolls by itself, by keyboard too. */
export const ScrollRegion = (p: { label: string; children: Child }): Html => (
  <div class="sl-scroll" role="region" aria-label={p.label} tabindex={0}>
    {p.children}
  </div>
)

export interface Column<R> {
  readonly title: string
  readonly cell: (row: R) => Child
  /** Counts and rates stand to the right, under one another. */
  readonly numeric?: boolean
  /** What the row is about, such as its reference: read out before each other cell. */
  readonly namesRow?: boolean
}

/** A table that stacks on a narrow screen, each cell under its own name. */
export const Table = <R,>(p: {
  caption: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  captionHidden?: boolean
}): Html => (
  <table class="govuk-table sl-stack">
    <caption
      class={`govuk-table__caption govuk-table__caption--m${p.captionHidden ? ' govuk-visually-hidden' : ''}`}
    >
      {p.caption}
    </caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {p.columns.map(column => (
          <th
            scope="col"
            class={`govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}`}
          >
            {column.title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {p.rows.map(row => (
        <tr class="govuk-table__row">{p.columns.map(column => cellOf(column, row))}</tr>
      ))}
    </tbody>
  </table>
)

const cellOf = <R,>(column: Column<R>, row: R): Html =>
  column.namesRow ? (
    <th scope="row" class="govuk-table__header" data-label={column.title}>
      {column.cell(row)}
    </th>
  ) : (
    <td
      class={column.numeric ? 'govuk-table__cell govuk-table__cell--numeric' : 'govuk-table__cell'}
      data-label={column.title}
    >
      {column.cell(row)}
    </td>
  )
