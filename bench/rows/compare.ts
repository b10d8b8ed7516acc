import { createHash } from 'node:crypto'
import { readReference } from '#vocabulary/ids/reference.ts'
import { idsIn, isId, type Dump } from './tables.ts'

/** What the database counts or times by itself, and no one can make the same twice. Nothing else is left out. */
export const OWN_COUNT: Readonly<Record<string, readonly string[]>> = {
  audit_entry: ['id', 'tx', 'written_at'],
  former_version: ['id'],
}

export interface Difference {
  readonly table: string
  readonly says: string
}

type Naming = (id: string) => string

/**
 * Compares two databases row by row and column by column. Ids and references are random, so first all ids are taken as
 * alike and every other value compared; then each id is named by everything that stands with it, so that a row which
 * points at the wrong row is found too.
 *
 * @param known ids that both databases share
 */
export function compare(one: Dump, other: Dump, known: ReadonlySet<string>): Difference[] {
  const plain = differences(one, other, id => (known.has(id) ? id : 'id'))
  if (plain.length > 0) return plain
  return differences(one, other, namesIn(one, known), namesIn(other, known)).map(difference => ({
    ...difference,
    says: `an id points at another row: ${difference.says}`,
  }))
}

// oxlint-disable-next-line max-params -- two databases, each with its names
function differences(one: Dump, other: Dump, naming: Naming, otherNaming: Naming = naming): Difference[] {
  const tables = new Set([...one.keys(), ...other.keys()])
  return [...tables].flatMap(table => {
    const left = textsOf(table, one.get(table) ?? [], naming)
    const right = textsOf(table, other.get(table) ?? [], otherNaming)
    const onlyLeft = without(left, right)
    const onlyRight = without(right, left)
    const found: Difference[] = []
    if (left.length !== right.length)
      found.push({ table, says: `${left.length} rows against ${right.length}` })
    for (const row of onlyLeft.slice(0, 4)) {
      const nearest = nearestTo(row, onlyRight)
      found.push({ table, says: nearest ? columnsThatDiffer(row, nearest) : `only in the first: ${row}` })
    }
    if (onlyLeft.length === 0)
      for (const row of onlyRight.slice(0, 4)) found.push({ table, says: `only in the second: ${row}` })
    return found
  })
}

const textsOf = (
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  naming: Naming,
): string[] => rows.map(row => JSON.stringify(named(withoutCounts(table, row), naming)))

const withoutCounts = (table: string, row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !(OWN_COUNT[table] ?? []).includes(column)))

function named(value: unknown, naming: Naming): unknown {
  if (isId(value)) return naming(value)
  if (typeof value === 'string' && /^(CON|PER)-/.test(value))
    return readReference(value) === value ? value.slice(0, 4) : value
  if (Array.isArray(value)) return value.map(one => named(one, naming))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, named(one, naming)]))
  return value
}

/** As many of each as the first has more than the second. */
function without(one: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const text of other) left.set(text, (left.get(text) ?? 0) + 1)
  return one.filter(text => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}

const parse = (row: string): Record<string, unknown> => JSON.parse(row) as Record<string, unknown>

const differing = (one: Record<string, unknown>, other: Record<string, unknown>): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    column => JSON.stringify(one[column]) !== JSON.stringify(other[column]),
  )

function nearestTo(row: string, rows: readonly string[]): string | undefined {
  const wanted = parse(row)
  const counted = rows.map(other => ({ other, count: differing(wanted, parse(other)).length }))
  return counted.toSorted((a, b) => a.count - b.count)[0]?.other
}

function columnsThatDiffer(row: string, nearest: string): string {
  const [one, other] = [parse(row), parse(nearest)]
  return differing(one, other)
    .map(column => `${column} ${JSON.stringify(one[column])} against ${JSON.stringify(other[column])}`)
    .join('; ')
}

const ROUNDS = 6

/** A name for each id that says where it stands and beside what, and not what it happens to be. */
function namesIn(dump: Dump, known: ReadonlySet<string>): Naming {
  let names = new Map([...idsIn(dump)].map(id => [id, known.has(id) ? id : 'id'] as const))
  const naming: Naming = id => names.get(id) ?? id
  for (let round = 0; round < ROUNDS; round += 1) {
    const places = new Map<string, string[]>()
    for (const [table, rows] of dump) {
      for (const row of rows) {
        const kept = withoutCounts(table, row)
        const text = digest(table + JSON.stringify(named(kept, naming)))
        eachId(kept, '', (id, path) => {
          if (known.has(id)) return
          const list = places.get(id) ?? []
          list.push(`${path} ${text}`)
          places.set(id, list)
        })
      }
    }
    names = new Map([...names].map(([id, name]) => [id, digest(name + (places.get(id) ?? []).sort().join())]))
    for (const id of known) names.set(id, id)
  }
  return naming
}

function eachId(value: unknown, path: string, tell: (id: string, path: string) => void): void {
  if (isId(value)) tell(value, path)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) eachId(one, `${path}/${name}`, tell)
}

const digest = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 16)
