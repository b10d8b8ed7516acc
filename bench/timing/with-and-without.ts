import type { ProvidedContext } from 'vitest'
import { makeCrowd } from '#entry/made-up/crowd.ts'
import type { Size } from '#entry/made-up/size.ts'
import type { EVERY_ROLE } from '#test/kit/routes/roles.ts'
import { TABLE } from '#test/kit/routes/table.ts'
import { search } from '#test/kit/searching.ts'
import type { TestApp } from '#test/kit/test-app.ts'
import { twoDatabases } from '#test/kit/two-databases.ts'
import { round, say } from '../result.ts'
import { medians } from './pairs.ts'

/** The one who is named, their team, a relative who holds the duty, and those who decide. */
const WHO: Readonly<Record<string, (typeof EVERY_ROLE)[number]>> = {
  'Daniel Frost': 'detective',
  'Sunita Kaur': 'intelligence-analyst',
  'Neil Frost': 'designated-officer',
  'Priya Raman': 'duty-worker',
  'Grace Okafor': 'supervisor',
}

export interface Apart {
  readonly asked: string
  readonly withoutMs: number
  readonly withMs: number
  readonly difference: number
}

/**
 * How far apart the same page is in two databases, in one of which concerns are sealed from whoever asks: every page without an
 * id that they may open, the look-up of a nickname, and the search for the child.
 */
export async function withAndWithout(
  server: ProvidedContext['server'],
  size: Size,
  pairs: number,
): Promise<Apart[]> {
  const two = await twoDatabases(server)
  try {
    for (const t of [two.without, two.withSecret])
      await makeCrowd(t.database.address, size, { now: t.world.now(), vacuum: true })
    const results: Apart[] = []
    for (const [name, role] of Object.entries(WHO)) {
      const pages = TABLE.filter(
        row => !row.path.includes(':') && !row.path.startsWith('/api') && row.may.includes(role),
      )
      const asks: [string, (t: TestApp) => Promise<() => Promise<void>>][] = [
        ['/', gets(name, '/')],
        ...pages.map((row): [string, (t: TestApp) => Promise<() => Promise<void>>] => [
          row.path,
          gets(name, row.path),
        ]),
        [
          'the look-up of a nickname',
          async t => {
            const browser = await t.as(name)
            return async () => void (await browser.submit('/concerns/seen', { thing: 'Dex' }))
          },
        ],
        [
          'the search for the child',
          async t => {
            const browser = await t.as(name)
            return async () => void (await search(browser, '?given=Amelia&family=Quillfeather'))
          },
        ],
      ]
      for (const [asked, begins] of asks) {
        const [one, other] = await medians(pairs, await begins(two.without), await begins(two.withSecret))
        const difference = round(Math.abs(one - other), 3)
        say(`${name}, ${asked}: ${difference} ms apart`)
        results.push({
          asked: `${asked}, for ${name}`,
          withoutMs: round(one, 3),
          withMs: round(other, 3),
          difference,
        })
      }
    }
    return results
  } finally {
    await two[Symbol.asyncDispose]()
  }
}

const gets =
  (name: string, path: string) =>
  async (t: TestApp): Promise<() => Promise<void>> => {
    const browser = await t.as(name)
    return async () => {
      const { statusCode } = await browser.get(path)
      if (statusCode >= 500) throw new Error(`${path} answered ${statusCode}`)
    }
  }
