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
  /** Counted no further than one over the most that is said. */
  readonly total: number
}

/** Reads one page of a list, and how long the list is. A list of one short page is not counted. */
export async function readPaged<R>(
  asked: { page: number; size: number },
  read: (window: { offset: number; limit: number }) => Promise<readonly R[]>,
  count: (most: number) => Promise<number>,
): Promise<Paged<R>> {
  const { page, size } = asked
  const from = (page - 1) * size
  const found = await read({ offset: from, limit: size + 1 })
  const more = found.length > size
  const total = page > 1 || more ? await count(MOST_COUNTED + 1) : found.length
  return { rows: found.slice(0, size), page, from, more, total }
}

/** Where one is in a list, and the way to what comes before and after. Nothing, where the list is one page. */
export const Pager = <R,>(p: { href: string; what: string; paged: Paged<R> }): Html => {
  const { rows, page, from, more, total } = p.paged
  if (page === 1 && !more) return <></>
  const said = total > MOST_COUNTED ? `${sayCount(MOST_COUNTED)}+` : sayCount(total)
  const to = (other: number) => ({ href: `${p.href}?page=${other}` })
  return (
    <>
      <Para>
        {rows.length > 0
          ? `Showing ${sayCount(from + 1)} to ${sayCount(from + rows.length)} of ${said}`
          : `There is nothing on this page. The list has ${said}`}
      </Para>
      {govuk.pagination({
        landmarkLabel: p.what,
        previous: page > 1 ? to(page - 1) : undefined,
        next: more ? to(page + 1) : undefined,
      })}
    </>
  )
}

const sayCount = (count: number): string => count.toLocaleString('en-GB')
