import { existsSync, readFileSync, readlinkSync } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { fault } from '#platform/errors/fault.ts'

/**
 * One process holds a data folder at a time. The file names it by number and by when it started, because numbers
 * are used again: after a crash the same number may belong to something else.
 *
 * @returns how to let go
 */
export async function holdFolder(lock: string): Promise<() => Promise<void>> {
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      const file = await open(lock, 'wx', 0o644)
      try {
        await file.write(JSON.stringify({ pid: process.pid, started: startOf(process.pid) }))
        await file.sync()
      } finally {
        await file.close()
      }
      return () => rm(lock, { force: true })
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error
      const holder = await holderOf(lock)
      if (holder !== null) throw fault('database-held', `process ${holder} holds this data folder`)
      await rm(lock, { force: true })
    }
  }
  throw fault('database-held', 'several processes are trying to hold this data folder')
}

/** The process that holds a data folder now; null when nobody does, or when who did has gone. */
export async function holderOf(lock: string): Promise<number | null> {
  const holder = await readHolder(lock)
  return holder && isRunning(holder.pid) && startOf(holder.pid) === holder.started ? holder.pid : null
}

async function readHolder(lock: string): Promise<{ pid: number; started: string } | null> {
  try {
    const held: unknown = JSON.parse(await readFile(lock, 'utf8'))
    if (typeof held === 'object' && held !== null && 'pid' in held && 'started' in held) {
      return { pid: Number(held.pid), started: String(held.started) }
    }
    return null
  } catch {
    // Half-written by a process that was killed: it held nothing yet.
    return null
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/** When a process started, as its system tells it; where it does not tell, the number alone has to do. */
function startOf(pid: number): string {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return ''
  // Field 22, counted after the name in brackets, which may hold spaces.
  const stat = readFileSync(file, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

/** Whether a process is a PostgreSQL server working in this folder: the number in postmaster.pid alone is no proof. */
export function isPostgresOn(pid: number, data: string): boolean {
  if (!isRunning(pid)) return false
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data
  } catch {
    // Gone meanwhile, or a system without /proc: PostgreSQL's own lock then has the last word.
    return false
  }
}

export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
