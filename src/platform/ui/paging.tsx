import { z } from 'zod'
import { govuk } from './generated/govuk.ts'
import type { Html } from './html.ts'
import { Para } from './page-parts.tsx'

/** Which page of a list is asked for; anything that is not a number is the first. */
export const PageAsked = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })

/** Counting goes no further: beyond it the page says '1,000+'. */
const MOST_COUNTED = 1_000

export interface Paged<R> {
  readonly rows: readonly R[]
  readonly page: number
  readonly from: number
  readonly more: boolean
  /** Counted no further than one over the most that is said; null where it was not counted. */
  readonly total: number | null
}

/**
 * Reads one page of a list, and how long the list is. The last page tells that by itself; on the others it is counted,
 * or left unsaid where counting would cost too much.
 */
export async function readPaged<R>(
  asked: { page: number; size: number },
  read: (window: { offset: number; limit: number }) => Promise<readonly R[]>,
  count?: (most: number) => Promise<number>,
): Promise<Paged<R>> {
  const { page, size } = asked
  const from = (page - 1) * size
  const found = await read({ offset: from, limit: size + 1 })
  const more = found.length > size
  const isLast = !more && (found.length > 0 || page === 1)
  const total = isLast ? from + found.length : ((await count?.(MOST_COUNTED + 1)) ?? null)
  return { rows: found.slice(0, size), page, from, more, total }
}

/**
 * Where one is in a list, and the way to what comes before and after. Nothing, where the list is one page.
 *
 * @param p.part the part of the page that the list stands in, where it is not the whole
 */
export const Pager = <R,>(p: { href: string; what: string; paged: Paged<R>; part?: string }): Html => {
  const { page, more } = p.paged
  if (page === 1 && !more) return <></>
  const to = (other: number) => ({
    href: `${p.href}${p.href.includes('?') ? '&' : '?'}page=${other}${p.part ? `#${p.part}` : ''}`,
  })
  return (
    <>
      <Para>{whereIn(p.paged)}</Para>
      {govuk.pagination({
        landmarkLabel: p.what,
        previous: page > 1 ? to(page - 1) : undefined,
        next: more ? to(page + 1) : undefined,
      })}
    </>
  )
}

function whereIn({ rows, from, total }: Paged<unknown>): string {
  const said = total === null ? null : total > MOST_COUNTED ? `${sayCount(MOST_COUNTED)}+` : sayCount(total)
  if (rows.length === 0) return `There is nothing on this page.${said ? ` The list has ${said}` : ''}`
  const shown = `Showing ${sayCount(from + 1)} to ${sayCount(from + rows.length)}`
  return said ? `${shown} of ${said}` : `${shown}. There are more`
}

const sayCount = (count: number): string => count.toLocaleString('en-GB')
