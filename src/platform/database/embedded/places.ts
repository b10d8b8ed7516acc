import { createHash } from 'node:crypto'
import { access, constants, mkdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fault } from '#platform/errors/fault.ts'
import { unprivilegedUser, type RunsAs } from './runs-as.ts'

/** Where one installation keeps its database, its copy of the binaries and its socket. */
export interface Places {
  readonly root: string
  readonly data: string
  readonly binaries: string
  readonly socket: string
  readonly lock: string
  /** Room on the disk that is held back for when it is full. */
  readonly reserve: string
}

/** The kernel's limit for a socket's path is 107 bytes on Linux and 103 on macOS; the file name needs 16. */
const LONGEST_SOCKET_FOLDER = 85

/**
 * Root cannot run PostgreSQL, and the user who does cannot enter a folder that only root may: so as root the data
 * stands under /var/lib, whatever folder the program was unpacked in.
 */
export function placesFor(asked: {
  checkout: string
  given: string | undefined
  runsAs: RunsAs | null
}): Places {
  const checkout = resolve(asked.checkout)
  const digest = createHash('sha256').update(checkout).digest('hex').slice(0, 12)
  const root = resolve(
    asked.given ?? (asked.runsAs ? join('/var/lib/sightline', digest) : join(checkout, '.sightline')),
  )
  const near = join(root, 'socket')
  const socket =
    Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER
      ? near
      : join(tmpdir(), `sightline-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
  return {
    root,
    data: join(root, 'database'),
    binaries: join(root, 'binaries'),
    socket,
    lock: join(root, 'holder'),
    reserve: join(root, 'reserve'),
  }
}

/** Makes the root folder, and says so plainly when the database's user could not reach it. */
export async function makeRoot(places: Places, runsAs: RunsAs | null): Promise<void> {
  await mkdir(places.root, { recursive: true, mode: 0o755 })
  await access(places.root, constants.W_OK)
  if (!runsAs) return
  for (let folder = places.root; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid } = await stat(folder)
    if ((mode & 0o001) === 0 && uid !== runsAs.uid) {
      throw fault(
        'database-trouble',
        `the user ${runsAs.name}, who runs the database, may not enter ${folder}. Set SIGHTLINE_DATA to a folder that it may enter, for example /var/lib/sightline`,
      )
    }
  }
}

/** The folder that everything of one installation stands under. */
export const dataRoot = async (asked: { checkout: string; given: string | undefined }): Promise<string> =>
  placesFor({ ...asked, runsAs: await unprivilegedUser() }).root
