import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

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
  readonly all: () => Promise<Anchor[]>
}

/** One line for each seal in a file that is only added to; written through to the disk before it counts. */
export const fileAnchors = (path: string): AnchorStore => ({
  name: path,
  keep: async anchor => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(path, 'a', 0o600)
    try {
      await file.write(`${JSON.stringify(anchor)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  all: async () => {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    // A last line without its end was being written when the power went; the seal itself is in the database.
    return text
      .split('\n')
      .slice(0, -1)
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Anchor)
  },
})
