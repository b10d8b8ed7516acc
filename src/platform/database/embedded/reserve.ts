import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat, statfs } from 'node:fs/promises'
import { isCode } from './holder.ts'
import type { Places } from './places.ts'

/** How much is left on the disk of the database, and how much of it is held back for when it is full. */
export interface Room {
  readonly free: number
  readonly reserve: number
}

const MB = 1024 * 1024

export const RESERVE = 64 * MB
/** Below this the operator is told. */
export const LITTLE_ROOM = 1024 * MB

export async function roomAt(places: Pick<Places, 'root' | 'reserve'>): Promise<Room> {
  const { bavail, bsize } = await statfs(places.root)
  // What is allocated, not what the file calls its length: a hole would give nothing back.
  const reserve = await stat(places.reserve).then(
    file => file.blocks * 512,
    () => 0,
  )
  return { free: bavail * bsize, reserve }
}

/**
 * A full disk stops PostgreSQL in the middle of writing, and it cannot even recover without room to write in. So a
 * file is kept beside the data for no other use than to be given up then. It is made where there is room for it twice.
 */
export async function keepReserve(places: Places, bytes: number): Promise<void> {
  const room = await roomAt(places)
  if (room.reserve >= bytes || room.free < 2 * bytes) return
  const coming = `${places.reserve}.coming`
  // By chance: a file system that compresses would keep nothing for zeros.
  const piece = randomBytes(MB)
  const file = await open(coming, 'w', 0o600)
  try {
    for (let written = 0; written < bytes; written += piece.length) await file.write(piece)
    await file.sync()
  } catch (error) {
    if (!isCode(error, 'ENOSPC')) throw error
    await rm(coming, { force: true })
    return
  } finally {
    await file.close()
  }
  await rename(coming, places.reserve)
}

/** Gives the reserve up where less than half as much is left. @returns whether it was there and was needed */
export async function releaseReserve(places: Places, bytes: number): Promise<boolean> {
  const room = await roomAt(places)
  if (!isFull(room, bytes) || room.reserve === 0) return false
  await rm(places.reserve, { force: true })
  return true
}

export const isFull = (room: Room, bytes: number): boolean => room.free < bytes / 2
