/** How much is made up. Everything else follows from these and the seed. */
export interface Size {
  /** Children whom the concerns are about. */
  readonly children: number
  readonly concerns: number
  /** Concerns of the newest that still wait to be decided. */
  readonly open: number
  readonly people: number
  /** Notes on the record that has most. */
  readonly notes: number
}

/** The children of the demonstration unless it is asked for more or fewer. */
export const CHILDREN = 600

/** An area of so many children, as one hears of them in three years. */
export const areaOf = (children: number): Size => ({
  children,
  concerns: Math.round(children * 1.5),
  open: Math.max(14, Math.ceil(children / 20)),
  people: Math.round((children * 5) / 3),
  notes: 12,
})
