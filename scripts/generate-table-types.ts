import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbedded } from '#platform/database/embedded/server.ts'
import { prepareDatabase } from '#platform/database/locate.ts'
import { openPool } from '#platform/database/pool.ts'
import { tableTypes } from '#platform/database/table-types.ts'

/** Writes the types of a freshly migrated database to where the compiler reads them. */
const data = await mkdtemp(
  process.getuid?.() === 0 ? '/var/lib/sightline-types-' : join(process.cwd(), '.types-'),
)
await chmod(data, 0o755)
const server = await startEmbedded({ checkout: process.cwd(), data, settings: { fsync: 'off' } })
try {
  await prepareDatabase(server.address, new URL('../migrations/', import.meta.url))
  const pool = openPool(server.address, 'sightline_owner', { max: 1 })
  const client = await pool.connect()
  try {
    await writeFile(
      new URL('../src/core/access/generated/tables.ts', import.meta.url),
      await tableTypes(client),
    )
  } finally {
    client.release()
    await pool.end()
  }
} finally {
  await server.stop()
  await rm(data, { recursive: true, force: true })
}
