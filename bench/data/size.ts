import type { Size } from '#entry/made-up/size.ts'

export const FULL: Size = { children: 20_000, people: 100_000, concerns: 20_000, open: 400, notes: 511 }

/** The size asked for on the command line: people, concerns, open ones. */
export function sizeFrom(words: readonly string[]): Size {
  const concerns = Number(words[1] ?? FULL.concerns)
  return {
    children: concerns,
    people: Number(words[0] ?? FULL.people),
    concerns,
    open: Number(words[2] ?? Math.min(FULL.open, Math.ceil(concerns / 4))),
    notes: FULL.notes,
  }
}
