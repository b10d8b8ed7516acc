import { appendFile, chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DatabaseAddress } from './address.ts'
import { asAdministrator } from './create-database.ts'
import { startEmbedded, type EmbeddedServer } from './embedded/server.ts'
import { prepareDatabase, requirePrepared } from './locate.ts'
import { openPool } from './pool.ts'
import { rolePassword } from './roles.ts'

const checkout = fileURLToPath(new URL('../../../', import.meta.url))
const migrations = new URL('../../../migrations/', import.meta.url)
const under = (secret: string): DatabaseAddress => ({
  ...server.address,
  passwordOf: role => rolePassword(secret, role),
})
const opens = async (secret: string): Promise<boolean> => {
  const pool = openPool(under(secret), 'sightline_app', { max: 1 })
  try {
    await pool.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await pool.end()
  }
}

let folder: string
let server: EmbeddedServer
/** A server that asks every role for its password, as a real one does. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-locate-'))
  await chmod(folder, 0o755)
  server = await startEmbedded({ checkout, data: folder, reserve: 0, settings: { fsync: 'off' } })
  const rules = join(folder, 'database', 'pg_hba.conf')
  await writeFile(rules, 'local all postgres trust\nlocal all all scram-sha-256\n')
  await asAdministrator(server.address, client => client.query('select pg_reload_conf()'))
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('the roles’ passwords', () => {
  test('are asked for only where the service has made them', async () => {
    await expect(requirePrepared(under('first'), migrations)).rejects.toThrow('Start the service first')
  })

  test('are set once, and another secret neither opens nor changes them', async () => {
    await prepareDatabase(under('first'), migrations)
    expect(await opens('first')).toBe(true)
    const says = 'SIGHTLINE_SECRET is not the one'
    await expect(prepareDatabase(under('second'), migrations)).rejects.toThrow(says)
    await expect(requirePrepared(under('second'), migrations)).rejects.toThrow(says)
    expect(await opens('first')).toBe(true)
    expect(await opens('second')).toBe(false)
    await requirePrepared(under('first'), migrations)
  })

  test('change when the operator asks for it', async () => {
    await prepareDatabase(under('second'), migrations, { rotatePasswords: true })
    expect(await opens('second')).toBe(true)
    await prepareDatabase(under('first'), migrations, { rotatePasswords: true })
    expect(await opens('first')).toBe(true)
  })
})

test('a database that is older is named and left as it is', async () => {
  const older = await mkdtemp(join(tmpdir(), 'sightline-newer-'))
  const names = (await readdir(migrations)).toSorted()
  for (const name of names) await writeFile(join(older, name), await readFile(new URL(name, migrations)))
  await appendFile(
    join(older, `${String(names.length + 1).padStart(4, '0')}-to-come.sql`),
    '-- owner: x\nselect 1;\n',
  )
  const to = new URL(`file://${older}/`)
  await expect(requirePrepared(under('first'), to)).rejects.toThrow('Start the service first')
  await requirePrepared(under('first'), migrations)
  await rm(older, { recursive: true })
})
