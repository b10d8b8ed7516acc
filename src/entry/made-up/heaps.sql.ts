import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { columnName, type Put } from '#core/access/bulk.ts'

const ROOM = 2_097_152
/** A letter takes three bytes at most of a text in UTF-16. */
const WIDEST = 3

interface Heap {
  readonly columns: readonly string[]
  bytes: Buffer
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
      heap = { columns: Object.keys(row), bytes: Buffer.allocUnsafe(ROOM), size: 0 }
      this.#heaps.set(table, heap)
    }
    const cells: Readonly<Record<string, unknown>> = row
    let line = ''
    for (const column of heap.columns) line += (line === '' ? '' : '\t') + cellOf(cells[column])
    line += '\n'
    while (heap.bytes.length - heap.size < line.length * WIDEST)
      heap.bytes = Buffer.concat([heap.bytes], heap.bytes.length * 2)
    heap.size += heap.bytes.write(line, heap.size)
  }

  async writeFull(): Promise<void> {
    for (const [table, heap] of this.#heaps) if (heap.size > ROOM * 0.8) await this.#write(table, heap)
  }

  async writeAll(): Promise<void> {
    for (const [table, heap] of this.#heaps) await this.#write(table, heap)
    await Promise.all(this.#writing)
  }

  /** Hands the heap to the client whose turn it is, once that one has nothing in hand. */
  async #write(table: string, heap: Heap): Promise<void> {
    if (heap.size === 0) return
    const full = heap.bytes.subarray(0, heap.size)
    heap.bytes = Buffer.allocUnsafe(ROOM)
    heap.size = 0
    const turn = (this.#turn += 1) % this.#clients.length
    await this.#writing[turn]
    const client = this.#clients[turn]
    if (!client) throw new Error('nobody to write')
    const into = `${columnName(table)} (${heap.columns.map(columnName).join(', ')})`
    const written = pipeline(Readable.from([full]), client.query(copyFrom(`copy ${into} from stdin`)))
    // Heard where the next is written, or at the end.
    written.catch(() => undefined)
    this.#writing[turn] = written
  }
}

let lastDate: Date | null = null
let lastMoment = ''

/** The rows of one deed bear one moment, many times over. */
function momentOf(date: Date): string {
  if (date !== lastDate) {
    lastDate = date
    lastMoment = date.toISOString()
  }
  return lastMoment
}

const NEEDS_ESCAPE = /[\\\t\n\r]/
const TO_ESCAPE = /[\\\t\n\r]/g
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cellOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '\\N'
  if (typeof cell === 'string')
    return NEEDS_ESCAPE.test(cell) ? cell.replaceAll(TO_ESCAPE, mark => ESCAPED[mark] ?? mark) : cell
  if (cell instanceof Date) return momentOf(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (Array.isArray(cell)) return `{${cell.join(',')}}`
  return `${cell as string | number}`
}
