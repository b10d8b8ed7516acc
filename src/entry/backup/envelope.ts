import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { fault } from '#platform/errors/fault.ts'

/**
 * A backup is a row of sealed pieces under a passphrase: AES-256-GCM with the piece's number and kind bound in, so that
 * a piece that is missing, moved, cut off or changed is found before anything is believed.
 */
const MAGIC = Buffer.from('SIGHTLINE1')
const SALT = 16

export type PieceKind = 'H' | 'T' | 'D' | 'E'

export interface Piece {
  readonly kind: PieceKind
  readonly body: Buffer
}

export function newEnvelope(passphrase: string): { head: Buffer; seal: (piece: Piece) => Buffer } {
  const salt = randomBytes(SALT)
  const key = keyOf(passphrase, salt)
  let number = 0
  return {
    head: Buffer.concat([MAGIC, salt]),
    seal: ({ kind, body }) => {
      const nonce = Buffer.alloc(12)
      nonce.writeUInt32BE(number, 8)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(boundTo(number, kind))
      const sealed = Buffer.concat([cipher.update(gzipSync(body, { level: 1 })), cipher.final()])
      const front = Buffer.alloc(5)
      front.write(kind, 0, 'latin1')
      front.writeUInt32BE(sealed.length, 1)
      number += 1
      return Buffer.concat([front, sealed, cipher.getAuthTag()])
    },
  }
}

/** The pieces of a backup in order. @throws Fault when one is wrong, or the last is missing */
export async function* openEnvelope(file: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Piece> {
  const take = reader(file)
  const head = await take(MAGIC.length + SALT)
  if (!head?.subarray(0, MAGIC.length).equals(MAGIC))
    throw fault('database-trouble', 'this file is not a backup of Sightline')
  const key = keyOf(passphrase, head.subarray(MAGIC.length))
  for (let number = 0; ; number += 1) {
    const front = await take(5)
    if (!front) throw fault('database-trouble', 'the backup has been cut off: its end is missing')
    const kind = front.toString('latin1', 0, 1) as PieceKind
    const length = front.readUInt32BE(1)
    const sealed = await take(length + 16)
    if (!sealed) throw fault('database-trouble', 'the backup has been cut off: its end is missing')
    yield { kind, body: openPiece(sealed, { key, number, kind }) }
    if (kind === 'E') return
  }
}

function openPiece(sealed: Buffer, at: { key: Buffer; number: number; kind: PieceKind }): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(at.number, 8)
  const decipher = createDecipheriv('aes-256-gcm', at.key, nonce)
  decipher.setAAD(boundTo(at.number, at.kind))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return gunzipSync(Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]))
  } catch {
    throw fault('database-trouble', 'the passphrase is not the right one, or the backup has been changed')
  }
}

const boundTo = (number: number, kind: PieceKind): Buffer => Buffer.from(`${number} ${kind}`)

const keyOf = (passphrase: string, salt: Buffer): Buffer =>
  scryptSync(passphrase.normalize('NFKC'), salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 })

/** Takes so many bytes from a stream; null when it ended before. */
function reader(file: AsyncIterable<Buffer>): (count: number) => Promise<Buffer | null> {
  const chunks = file[Symbol.asyncIterator]()
  let rest = Buffer.alloc(0)
  return async count => {
    while (rest.length < count) {
      const next = await chunks.next()
      if (next.done) return null
      rest = Buffer.concat([rest, next.value])
    }
    const taken = rest.subarray(0, count)
    rest = rest.subarray(count)
    return taken
  }
}
