import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { ConcernId, PersonRecordId } from '#core/access/generated/tables.ts'
import type { Facts } from './facts.ts'
import { putConcern } from './rows-of-concern.ts'
import { putPerson } from './rows-of-person.ts'
import type { Setting } from './setting.ts'
import { columnName, type Put } from './tables.ts'

export interface Loaded {
  /** The record of each person, by number. */
  readonly people: ReadonlyMap<number, PersonRecordId>
  readonly concerns: readonly ConcernId[]
}

/**
 * Writes the facts' rows as fast as PostgreSQL takes them: beside triggers and keys, as only a bench may. That they are
 * the rows that deeds write is shown by `npm run sightline bench rows`.
 */
export async function bulkLoad(client: pg.PoolClient, facts: Facts, setting: Setting): Promise<Loaded> {
  await client.query(`set session_replication_role = replica`)
  const heaps = new Heaps(client)
  const people = new Map<number, PersonRecordId>()
  const concerns: ConcernId[] = []
  for (const person of facts.people) {
    const { by } = person
    if (by !== null) people.set(person.number, putPerson(heaps.put, setting, { ...person, by }))
    await heaps.writeFull()
  }
  for (const concern of facts.concerns) {
    concerns.push(putConcern(heaps.put, setting, { concern, now: facts.now, recordOf: n => people.get(n) }))
    await heaps.writeFull()
  }
  await heaps.writeAll()
  await client.query(`set session_replication_role = origin`)
  await client.query('vacuum analyze')
  return { people, concerns }
}

const FULL = 4_000_000

/** Rows of many tables at once, each table's copied when there are enough of them. */
class Heaps {
  readonly #client: pg.PoolClient
  readonly #heaps = new Map<string, { columns: readonly string[]; lines: string[]; size: number }>()

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  readonly put: Put = (table, row) => {
    let heap = this.#heaps.get(table)
    if (!heap) {
      heap = { columns: Object.keys(row), lines: [], size: 0 }
      this.#heaps.set(table, heap)
    }
    const line = lineOf(heap.columns.map(column => Reflect.get(row, column)))
    heap.lines.push(line)
    heap.size += line.length
  }

  async writeFull(): Promise<void> {
    for (const [table, heap] of this.#heaps) if (heap.size > FULL) await this.#write(table)
  }

  async writeAll(): Promise<void> {
    for (const table of this.#heaps.keys()) await this.#write(table)
  }

  async #write(table: string): Promise<void> {
    const heap = this.#heaps.get(table)
    if (!heap) return
    const into = `${columnName(table)} (${heap.columns.map(columnName).join(', ')})`
    await pipeline(
      Readable.from([heap.lines.join('')]),
      this.#client.query(copyFrom(`copy ${into} from stdin`)),
    )
    heap.lines = []
    heap.size = 0
  }
}

const lineOf = (cells: readonly unknown[]): string => `${cells.map(cellOf).join('\t')}\n`

function cellOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '\\N'
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (Array.isArray(cell)) return `{${cell.join(',')}}`
  return `${cell as string | number}`.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
}
