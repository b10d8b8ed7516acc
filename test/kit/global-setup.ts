import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ProvidedContext } from 'vitest'
import type { TestProject } from 'vitest/node'
import { dropDatabase } from '#platform/database/create-database.ts'
import { locateServer, prepareDatabase } from '#platform/database/locate.ts'

export const TEST_SECRET = 'a secret for tests, of more than thirty-two characters'

declare module 'vitest' {
  interface ProvidedContext {
    server: { host: string; port: number; user: string; password: string | null; template: string }
  }
}

/**
 * One server for the whole run: a fresh embedded one, or DATABASE_URL's. One migrated template; each test file takes
 * a copy of it. The test server alone may forget on power loss.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await testServer()
  project.provide('server', server)
  return stop
}

export async function testServer(): Promise<{
  server: ProvidedContext['server']
  stop: () => Promise<void>
}> {
  const data = await mkdtemp(join(tmpdir(), 'sightline-test-'))
  await chmod(data, 0o755)
  const server = await locateServer(
    { url: process.env['DATABASE_URL'], secret: TEST_SECRET },
    {
      checkout: fileURLToPath(new URL('../../', import.meta.url)),
      data,
      reserve: 0,
      settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
    },
  )
  const template = `sightline_template_${process.pid}`
  await dropDatabase(server.address, template)
  await prepareDatabase(
    { ...server.address, database: template },
    new URL('../../migrations/', import.meta.url),
  )
  return {
    server: {
      host: server.address.host,
      port: server.address.port,
      user: server.address.administrator.user,
      password: server.address.administrator.password ?? null,
      template,
    },
    stop: async () => {
      await dropDatabase(server.address, template)
      await server.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
