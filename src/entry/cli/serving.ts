import type { FastifyInstance } from 'fastify'
import { raiseLate } from '#core/clocks/raise-late.ts'
import { SEAL_EVERY_MS, sealNow } from '#core/audit/sealing.ts'
import type { Door } from '#core/audit/acting.ts'
import type { Log } from '#platform/log/log.ts'
import { mailNotices } from '#core/notices/mail-notices.ts'
import { codeLetter } from '#core/notices/letters.ts'
import { mailCodes } from '#platform/http/address-proof.ts'
import type { KeptLetter } from '#platform/mail/kept.ts'
import type { Config } from '#platform/config/config.ts'
import { startSweeps } from '#platform/jobs/sweeps.ts'
import { buildApp } from '../build-app.ts'
import { dropOutdated } from '../drop-outdated.ts'
import { features } from '../feature-list.ts'
import type { Installation } from '../installation.ts'
import { roomWarning } from './room.ts'

export interface Serving {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Web and worker in one process: pages, late clocks, mail, sealing. */
export async function startServing(
  here: Installation,
  config: Config,
  how: { demo: boolean; mail: boolean; outbox?: () => readonly KeptLetter[] },
): Promise<Serving> {
  const parts = {
    db: here.connect('sightline_app', 8),
    gate: here.connect('sightline_gate', 4),
    world: here.world,
    log: here.log,
    secret: here.secret,
  }
  const { app } = await buildApp({
    ...parts,
    demo: how.demo,
    mails: how.mail,
    ...(how.outbox ? { outbox: how.outbox } : {}),
  })
  const worker = { db: here.connect('sightline_job', 2), world: here.world }
  const sealer = { db: here.connect('sightline_sealer', 1), anchors: here.anchors }
  const kinds = features.flatMap(feature => feature.work ?? [])
  const sweeps = startSweeps(
    [
      { name: 'late clocks', everyMs: 5_000, run: async () => void (await raiseLate(worker, kinds)) },
      { name: 'sealing', everyMs: SEAL_EVERY_MS, run: async () => void (await sealNow(sealer)) },
      ...features.flatMap(
        feature => feature.sweeps?.({ door: worker, secret: here.secret, log: here.log }) ?? [],
      ),
      { name: 'room', everyMs: 60_000, run: () => tellRoom(here) },
      { name: 'outdated', everyMs: 600_000, run: async () => void (await dropOutdated(worker)) },
      ...(how.mail
        ? [
            {
              name: 'codes',
              everyMs: 1_000,
              run: () => sendCodes({ ...worker, secret: here.secret }, here.log),
            },
            { name: 'mail', everyMs: 5_000, run: () => mail(worker, here.log, config.SIGHTLINE_PUBLIC_URL) },
          ]
        : []),
    ],
    (name, error) =>
      here.log({
        level: 'error',
        event: 'sweep.failed',
        sweep: name,
        name: error instanceof Error ? error.name : 'unknown',
        code: codeOf(error),
      }),
  )
  const address = await listen(app, config)
  return {
    address,
    stop: async () => {
      await app.close()
      await sweeps.stop()
      await sealNow(sealer)
      await here.stop()
    },
  }
}

async function sendCodes(worker: Door & { secret: string }, log: Log): Promise<void> {
  const { failed } = await mailCodes(worker, codeLetter)
  if (failed > 0) log({ level: 'error', event: 'mail.failed', codes: failed })
}

async function mail(worker: Door, log: Log, publicUrl: string | undefined): Promise<void> {
  const { failed } = await mailNotices(worker, publicUrl)
  if (failed > 0) log({ level: 'error', event: 'mail.failed', letters: failed })
}

async function tellRoom({ room, log }: Installation): Promise<void> {
  const left = await room?.()
  if (left && roomWarning(left))
    log({ level: 'warning', event: 'database.little-room', free: left.free, reserve: left.reserve })
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  await app.listen({ host: config.HOST, port: config.PORT })
  const bound = app.server.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.PORT
  return `http://${config.HOST === '127.0.0.1' ? 'localhost' : config.HOST}:${port}`
}

/** Waits for Ctrl-C or an end asked for by the machine. */
export function untilAsked(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
