/** How much is made up. Everything else follows from these and the seed. */
export interface Size {
  readonly people: number
  readonly concerns: number
  /** Concerns of the newest that still wait to be decided. */
  readonly open: number
  /** Notes on the record that has most. */
  readonly notes: number
}

export const FULL: Size = { people: 100_000, concerns: 20_000, open: 400, notes: 511 }

/** The size asked for on the command line: people, concerns, open ones. */
export const sizeFrom = (words: readonly string[]): Size => ({
  people: Number(words[0] ?? FULL.people),
  concerns: Number(words[1] ?? FULL.concerns),
  open: Number(words[2] ?? Math.min(FULL.open, Math.ceil(Number(words[1] ?? FULL.concerns) / 4))),
  notes: FULL.notes,
})
