import type { Html } from './html.ts'
import type { Child } from './jsx-runtime.ts'
import { TimeAt } from './page-parts.tsx'

// Markup and classes after the Ministry of Justice Design System (github.com/ministryofjustice/moj-frontend),
// MIT licence, copyright Crown (Ministry of Justice).

export interface TimelineEntry {
  readonly title: Child
  readonly href?: string | undefined
  readonly at: Date | string
  /** The moment as it is said. */
  readonly atWords: string
  readonly by?: string | undefined
  readonly body?: Child
}

/** What happened, in order. A list, so that a screen reader says how many. */
export const Timeline = (p: { entries: readonly TimelineEntry[] }): Html => (
  <ol class="moj-timeline">
    {p.entries.map(entry => (
      <li class="moj-timeline__item">
        <div class="moj-timeline__header">
          <h3 class="moj-timeline__title">
            {entry.href === undefined ? (
              entry.title
            ) : (
              <a class="govuk-link" href={entry.href}>
                {entry.title}
              </a>
            )}
          </h3>
          {entry.by === undefined ? null : <p class="moj-timeline__byline">{entry.by}</p>}
        </div>
        <p class="moj-timeline__date">
          <TimeAt at={entry.at}>{entry.atWords}</TimeAt>
        </p>
        {entry.body === undefined ? null : <div class="moj-timeline__description">{entry.body}</div>}
      </li>
    ))}
  </ol>
)

/** Between the parts of one record. */
export const SubNavigation = (p: {
  label: string
  entries: readonly { readonly text: string; readonly href: string; readonly current?: boolean }[]
}): Html => (
  <nav class="moj-sub-navigation" aria-label={p.label}>
    <ul class="moj-sub-navigation__list">
      {p.entries.map(entry => (
        <li class="moj-sub-navigation__item">
          <a
            class="moj-sub-navigation__link"
            href={entry.href}
            aria-current={entry.current ? 'page' : undefined}
          >
            {entry.text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
