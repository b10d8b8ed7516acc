import { SLIPS, type Asked } from '../data/planted.ts'
import { fire } from './load.ts'
import type { BenchServer } from './server.ts'
import { searchFor } from './shots.ts'

const FIRST = 5

export interface SlipFound {
  readonly slip: string
  readonly tried: number
  readonly missed: readonly string[]
}

/** Whether the page names a child among its first five for each way in which people get a name or a day wrong. */
export async function searchWithSlips(
  server: BenchServer,
  children: readonly (Asked & { id: string })[],
): Promise<SlipFound[]> {
  const found: SlipFound[] = []
  for (const [slip, wrong] of Object.entries(SLIPS)) {
    const missed: string[] = []
    let tried = 0
    for (const child of children) {
      const asked = wrong(child)
      if (
        !isDay(asked.born) ||
        (asked.given === child.given && asked.family === child.family && asked.born === child.born)
      )
        continue
      tried += 1
      const { body } = await fire(server.base, searchFor(server, asked))
      const ids = [...new Set([...body.matchAll(/href="\/people\/([\w-]{36})"/g)].map(([, id]) => id))]
      if (!ids.slice(0, FIRST).includes(child.id)) missed.push(`${child.given} ${child.family} ${child.born}`)
    }
    found.push({ slip, tried, missed })
  }
  return found
}

const isDay = (born: string): boolean => Number(born.slice(5, 7)) <= 12
