import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

/** The head of one seal, as it is kept outside the database. */
export interface Anchor {
  readonly number: number
  readonly head: string
  readonly lastPosition: number
  readonly sealedAt: string
}

/**
 * Where heads go at once, out of reach of whoever can write to the database: another machine's folder, another
 * agency's service, signed mail. What is there is never changed, only added to.
 */
export interface AnchorStore {
  readonly name: string
  readonly keep: (anchor: Anchor) => Promise<void>
  /** The newest ones, in no order. */
  readonly last: () => Promise<Anchor[]>
  readonly all: () => Promise<Anchor[]>
}

/** One line for each seal in a file that is only added to; written through to the disk before it counts. */
export const fileAnchors = (path: string): AnchorStore => ({
  name: path,
  keep: async anchor => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(path, 'a+', 0o600)
    try {
      const { size } = await file.stat()
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
      // A line that was being written when the power went stays what it is: a torn line of its own.
      const torn = size > 0 && buffer.toString() !== '\n'
      await file.write(`${torn ? '\n' : ''}${JSON.stringify(anchor)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  last: async () => anchorsIn(await endOf(path)),
  all: async () => {
    const anchors: Anchor[] = []
    if ((await endOf(path)) === '') return anchors
    for await (const line of createInterface({ input: createReadStream(path) }))
      anchors.push(...anchorsIn(line))
    return anchors
  },
})

/** Enough for the newest few hundred heads: the file grows for years and is read every few seconds. */
const END = 64 * 1024

async function endOf(path: string): Promise<string> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return ''
  try {
    const { size } = await file.stat()
    const length = Math.min(END, size)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.toString()
  } finally {
    await file.close()
  }
}

/** A line that cannot be read says nothing; the seal whose head it was is then found to have none outside. */
const anchorsIn = (text: string): Anchor[] =>
  text.split('\n').flatMap(line => {
    try {
      const parsed = Shape.safeParse(JSON.parse(line))
      return parsed.success ? [parsed.data] : []
    } catch {
      return []
    }
  })

const Shape = z.object({
  number: z.int(),
  head: z.string(),
  lastPosition: z.int(),
  sealedAt: z.string(),
})
