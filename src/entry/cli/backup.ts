import { createReadStream } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { transactAs } from '#core/access/scoped-tx.ts'
import { writeEntry } from '#core/audit/ledger.ts'
import { sealNow } from '#core/audit/sealing.ts'
import { fault } from '#platform/errors/fault.ts'
import { openPool } from '#platform/database/pool.ts'
import { readConfig } from '#platform/config/config.ts'
import { writeBackup, type Manifest } from '../backup/backup.ts'
import { readBackup } from '../backup/restore.ts'
import { joinInstallation, openInstallation, type Installation } from '../installation.ts'
import type { Command } from './command.ts'

/** The passphrase comes from the environment: what stands on a command line is seen by everyone on the machine. */
function passphrase(): string {
  const given = process.env['SIGHTLINE_BACKUP_PASSPHRASE'] ?? ''
  if (given.length < 16)
    throw fault(
      'wrong-usage',
      'set SIGHTLINE_BACKUP_PASSPHRASE to 16 characters or more, and keep it apart from the backup',
    )
  return given
}

export const backup: Command = {
  says: 'Writes everything, encrypted, as it stands at one moment: backup FILE',
  run: async ([path]) => {
    if (!path) throw fault('wrong-usage', 'say where to write: sightline backup FILE')
    const secretWords = passphrase()
    const here = await joinInstallation(readConfig(process.env))
    try {
      const file = await newFile(path)
      // Half a backup must not lie where a whole one is looked for.
      const manifest = await writeTo(here, file, secretWords).catch(async error => {
        await rm(path, { force: true })
        throw error
      })
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      console.log(`${rows} rows of ${manifest.tables.length} tables are in ${path}`)
      return 0
    } finally {
      await here.stop()
    }
  },
}

async function newFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw fault(
      'wrong-usage',
      code === 'EEXIST'
        ? `${path} is there already and is not written over. Name another file`
        : `${path} cannot be written (${String(code)}). Name a file in a folder that is there and that you may write to`,
    )
  }
}

async function writeTo(here: Installation, handle: FileHandle, secretWords: string): Promise<Manifest> {
  const keeper = openPool(here.address, 'sightline_keeper', { max: 2, statementTimeout: 0 })
  // On the disk before it is said to be there.
  const file = handle.createWriteStream({ flush: true })
  const written = finished(file)
  written.catch(() => undefined)
  try {
    const head = {
      takenAt: here.world.now().toISOString(),
      secret: here.secret,
      anchors: await here.anchors.all(),
    }
    const manifest = await writeBackup(keeper, file, { passphrase: secretWords, head })
    file.end()
    await written
    return manifest
  } finally {
    file.destroy()
    await keeper.end()
  }
}

export const restore: Command = {
  says: 'Puts a backup into an empty database and checks it: restore FILE',
  run: async ([path]) => {
    if (!path) throw fault('wrong-usage', 'say what to restore: sightline restore FILE')
    const secretWords = passphrase()
    const here = await openInstallation(readConfig(process.env))
    const owner = openPool(here.address, 'sightline_owner', { max: 1, statementTimeout: 0 })
    const keeper = openPool(here.address, 'sightline_keeper', { max: 2, statementTimeout: 0 })
    try {
      const { head, manifest } = await readBackup({ owner, keeper }, createReadStream(path), secretWords)
      await transactAs(
        { db: here.connect('sightline_keeper', 1), world: here.world },
        { kind: 'terminal' },
        tx => writeEntry(tx, { deed: 'installation.restored', subject: null, detail: {} }),
      )
      await here.keepSecret(head.secret)
      if ((await here.anchors.all()).length === 0)
        for (const anchor of head.anchors) await here.anchors.keep(anchor)
      // Seals of the last seconds before it was taken had not sent their heads yet.
      await sealNow({ db: here.connect('sightline_sealer', 1), anchors: here.anchors })
      console.log(
        `The backup of ${head.takenAt} is restored: ${manifest.tables.length} tables, each with the rows and digest that it had. Run doctor and audit verify next.`,
      )
      return 0
    } finally {
      await owner.end()
      await keeper.end()
      await here.stop()
    }
  },
}
