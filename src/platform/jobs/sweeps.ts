import { setTimeout as pause } from 'node:timers/promises'

/** Something that is looked for again and again: what is due, what is unsent, what is unsealed. */
export interface Sweep {
  readonly name: string
  readonly everyMs: number
  readonly run: () => Promise<void>
}

/**
 * Runs sweeps until it is stopped, each on its own. What is to be done stands in the tables and nowhere else, so
 * nothing is lost with the process, and a sweep that fails does its whole work the next time.
 */
export function startSweeps(
  sweeps: readonly Sweep[],
  onError: (name: string, error: unknown) => void,
): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const loops = sweeps.map(sweep => loop(sweep, { signal: stopping.signal, onError }))
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}

async function loop(
  sweep: Sweep,
  how: { signal: AbortSignal; onError: (name: string, error: unknown) => void },
): Promise<void> {
  while (!how.signal.aborted) {
    try {
      await sweep.run()
    } catch (error) {
      how.onError(sweep.name, error)
    }
    // Being woken by the end is the only way this can fail.
    await pause(sweep.everyMs, undefined, { signal: how.signal }).catch(() => undefined)
  }
}
