import { createReadStream, createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { fault } from '#platform/errors/fault.ts'
import { openPool } from '#platform/database/pool.ts'
import { readConfig } from '#platform/config/config.ts'
import { writeBackup } from '../backup/backup.ts'
import { readBackup } from '../backup/restore.ts'
import { openInstallation } from '../installation.ts'
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
    const here = await openInstallation(readConfig(process.env))
    const keeper = openPool(here.address, 'sightline_keeper', { max: 2, statementTimeout: 0 })
    try {
      const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
      const head = {
        takenAt: here.world.now().toISOString(),
        secret: here.secret,
        anchors: await here.anchors.all(),
      }
      const manifest = await writeBackup(keeper, file, { passphrase: secretWords, head })
      file.end()
      await finished(file)
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      console.log(`${rows} rows of ${manifest.tables.length} tables are in ${path}`)
      return 0
    } finally {
      await keeper.end()
      await here.stop()
    }
  },
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
      await here.keepSecret(head.secret)
      if ((await here.anchors.all()).length === 0)
        for (const anchor of head.anchors) await here.anchors.keep(anchor)
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
