import { percentile } from '../speed/load.ts'

/** How many answers come before the first that counts. */
const WARMING = 20

/**
 * The medians of two ways of asking, interleaved and in changing order, so that whatever else the machine does falls on both.
 *
 * @returns milliseconds
 */
export async function medians(
  pairs: number,
  one: () => Promise<void>,
  other: () => Promise<void>,
): Promise<readonly [one: number, other: number]> {
  const took: readonly [number[], number[]] = [[], []]
  const timed = async (which: 0 | 1, n: number): Promise<void> => {
    const started = performance.now()
    await (which === 0 ? one : other)()
    if (n >= 0) took[which].push(performance.now() - started)
  }
  for (let n = -WARMING; n < pairs; n += 1) {
    const first = n % 2 === 0 ? 0 : 1
    await timed(first, n)
    await timed(first === 0 ? 1 : 0, n)
  }
  return [percentile(took[0], 0.5), percentile(took[1], 0.5)]
}
