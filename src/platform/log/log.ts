/** One line of the log: names, codes, ids and counts. What people wrote, or are called, has no place in it. */
export interface LogLine {
  readonly level: 'info' | 'warning' | 'error'
  /** `<part>.<what happened>` */
  readonly event: string
  readonly [detail: string]: string | number | boolean | null
}

export type Log = (line: LogLine) => void

/** JSON lines to standard error, where a service manager collects them. */
export const logTo =
  (stream: { write: (text: string) => unknown }, now: () => Date): Log =>
  line => {
    stream.write(`${JSON.stringify({ at: now().toISOString(), ...line })}\n`)
  }
