import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { columnName, type Put } from '#core/access/bulk.ts'

const FULL = 2_000_000

interface Heap {
  readonly columns: readonly string[]
  lines: string[]
  size: number
}

/** Rows of many tables at once. A table's are copied when there are enough of them, while the next are made. */
export class Heaps {
  readonly #heaps = new Map<string, Heap>()
  readonly #clients: readonly pg.PoolClient[]
  /** What each client is busy with. */
  readonly #writing: Promise<void>[]
  #turn = 0

  constructor(clients: readonly pg.PoolClient[]) {
    this.#clients = clients
    this.#writing = clients.map(() => Promise.resolve())
  }

  readonly put: Put = (table, row) => {
    let heap = this.#heaps.get(table)
    if (!heap) {
      heap = { columns: Object.keys(row), lines: [], size: 0 }
      this.#heaps.set(table, heap)
    }
    const cells: Readonly<Record<string, unknown>> = row
    let line = ''
    for (const column of heap.columns) line += (line === '' ? '' : '\t') + cellOf(cells[column])
    heap.lines.push(line)
    heap.size += line.length
  }

  async writeFull(): Promise<void> {
    for (const [table, heap] of this.#heaps) if (heap.size > FULL) await this.#write(table, heap)
  }

  async writeAll(): Promise<void> {
    for (const [table, heap] of this.#heaps) await this.#write(table, heap)
    await Promise.all(this.#writing)
  }

  /** Hands the heap to the client whose turn it is, once that one has nothing in hand. */
  async #write(table: string, heap: Heap): Promise<void> {
    const { columns, lines } = heap
    if (lines.length === 0) return
    heap.lines = []
    heap.size = 0
    const turn = (this.#turn += 1) % this.#clients.length
    await this.#writing[turn]
    const client = this.#clients[turn]
    if (!client) throw new Error('nobody to write')
    const into = `${columnName(table)} (${columns.map(columnName).join(', ')})`
    const written = pipeline(
      Readable.from([`${lines.join('\n')}\n`]),
      client.query(copyFrom(`copy ${into} from stdin`)),
    )
    written.catch(() => undefined)
    this.#writing[turn] = written
  }
}

const TO_ESCAPE = /[\\\t\n\r]/g
const NEEDS_ESCAPE = /[\\\t\n\r]/
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cellOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '\\N'
  if (typeof cell === 'string')
    return NEEDS_ESCAPE.test(cell) ? cell.replaceAll(TO_ESCAPE, mark => ESCAPED[mark] ?? mark) : cell
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (Array.isArray(cell)) return `{${cell.join(',')}}`
  return `${cell as string | number}`
}
