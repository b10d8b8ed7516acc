import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One thing measured, and the bar that it has to meet where there is one. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly atMost?: number
  readonly atLeast?: number
}

export interface Result {
  readonly bench: string
  /** What to type to measure it again. */
  readonly command: string
  readonly size: string
  readonly figures: readonly Figure[]
  /** What else was seen, for whoever looks closer. */
  readonly more?: unknown
}

export interface KeptResult extends Result {
  readonly day: string
  readonly machine: {
    readonly cores: number
    readonly model: string
    readonly memoryGiB: number
    readonly node: string
    readonly system: string
  }
}

const RESULTS = fileURLToPath(new URL('results/', import.meta.url))

/** What was kept, of every bench that has been run at its full size. */
export async function keptResults(): Promise<KeptResult[]> {
  const names = (await readdir(RESULTS)).filter(name => name.endsWith('.json'))
  return Promise.all(
    names.map(async name => JSON.parse(await readFile(join(RESULTS, name), 'utf8')) as KeptResult),
  )
}

export const meets = (figure: Figure): boolean =>
  figure.value <= (figure.atMost ?? Infinity) && figure.value >= (figure.atLeast ?? -Infinity)

export const round = (value: number, places = 1): number => Number(value.toFixed(places))

/** Progress for whoever watches; the result alone goes to the other stream. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`)

/**
 * Prints the one result, keeps it for docs/measured.md unless the size was a small one, and says how the process ends.
 *
 * @returns 0, or 1 when a bar is missed
 */
export async function finish(result: Result, how: { keep: boolean }): Promise<number> {
  const kept: KeptResult = {
    ...result,
    day: new Date().toISOString().slice(0, 10),
    machine: {
      cores: cpus().length,
      model: cpus()[0]?.model ?? 'unknown',
      memoryGiB: round(totalmem() / 2 ** 30),
      node: process.version,
      system: `${process.platform} ${release()}`,
    },
  }
  const text = `${JSON.stringify(kept, null, 2)}\n`
  process.stdout.write(text)
  if (how.keep) {
    await mkdir(RESULTS, { recursive: true })
    await writeFile(join(RESULTS, `${result.bench}.json`), text)
  }
  const missed = result.figures.filter(figure => !meets(figure))
  for (const figure of missed)
    say(`MISSED  ${figure.what}: ${figure.value} ${figure.unit}, wanted ${wanted(figure)}`)
  return missed.length === 0 ? 0 : 1
}

export const wanted = (figure: Figure): string =>
  [
    figure.atMost === undefined ? '' : `at most ${figure.atMost}`,
    figure.atLeast === undefined ? '' : `at least ${figure.atLeast}`,
  ]
    .filter(part => part !== '')
    .join(', ')
