import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '#entry/build-app.ts'
import { openInstallation } from '#entry/installation.ts'
import { makeArea } from '#entry/make-area.ts'
import { readConfig } from '#platform/config/config.ts'
import type { World } from '#platform/world/world.ts'

export interface Demonstration extends AsyncDisposable {
  readonly address: string
}

/** The demonstration in a folder of its own, on a port that is free, at a moment that is given; gone when it ends. */
export async function startDemonstration(world: World): Promise<Demonstration> {
  const data = await mkdtemp(
    process.getuid?.() === 0 ? '/var/lib/sightline-pictures-' : join(tmpdir(), 'sightline-'),
  )
  await using until = new AsyncDisposableStack()
  until.defer(() => rm(data, { recursive: true, force: true }))
  // The database's own user has to be able to enter it.
  await chmod(data, 0o755)
  const opened = await openInstallation(readConfig({ SIGHTLINE_DATA: data }), { part: 'demo' })
  until.defer(() => opened.stop())
  const here = { ...opened, world }
  await makeArea(here)
  const { app } = await buildApp({
    db: here.connect('sightline_app'),
    gate: here.connect('sightline_gate'),
    world,
    log: here.log,
    secret: here.secret,
    demo: true,
  })
  until.defer(() => app.close())
  await app.listen({ host: '127.0.0.1', port: 0 })
  const bound = app.server.address()
  const kept = until.move()
  return {
    address: `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
