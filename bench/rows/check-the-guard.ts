import { compare, OWN_COUNT } from './compare.ts'
import { isId, type Dump } from './tables.ts'

/**
 * Shows that the comparison sees: one value is changed in each column of each table, one at a time, and every change
 * has to be named. Last, two ids change places.
 */
export function checkTheGuard(on: {
  byDeeds: Dump
  byBulk: Dump
  known: ReadonlySet<string>
  touched: readonly string[]
}): { planted: number; unseen: string[] } {
  const unseen: string[] = []
  let planted = 0
  for (const table of on.touched) {
    const rows = on.byBulk.get(table) ?? []
    for (const column of Object.keys(rows[0] ?? {})) {
      if (OWN_COUNT[table]?.includes(column)) continue
      const at = rows.findIndex(row => !isId(row['id']) || !on.known.has(row['id']))
      const spoilt = rows.map((row, index) => (index === at ? { ...row, [column]: spoil(row[column]) } : row))
      planted += 1
      const alone = (dump: Dump): Dump => new Map([[table, dump.get(table) ?? []]])
      const seen = compare(alone(on.byDeeds), new Map([[table, spoilt]]), on.known)
      if (seen.length === 0) unseen.push(`${table}.${column}`)
    }
  }
  planted += 1
  if (compare(on.byDeeds, withTwoSwapped(on), on.known).length === 0) unseen.push('note.subject swapped')
  return { planted, unseen }
}

const spoil = (value: unknown): unknown =>
  typeof value === 'boolean' ? !value : value === null ? 'spoilt' : `${JSON.stringify(value)}~`

/** Two notes change the children they are about: no value is new, only the pointing is wrong. */
function withTwoSwapped(on: { byBulk: Dump; known: ReadonlySet<string> }): Dump {
  const notes = on.byBulk.get('note') ?? []
  const first = notes.findIndex(note => !on.known.has(String(note['id'])))
  const second = notes.findIndex(
    (note, index) =>
      index > first && note['subject'] !== notes[first]?.['subject'] && !on.known.has(String(note['id'])),
  )
  const swapped = notes.map((note, index) =>
    index === first
      ? { ...note, subject: notes[second]?.['subject'] }
      : index === second
        ? { ...note, subject: notes[first]?.['subject'] }
        : note,
  )
  return new Map([...on.byBulk, ['note', swapped]])
}
