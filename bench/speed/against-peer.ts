import { round, say, type Figure } from '../result.ts'
import { fire, saturate, type Shot } from './load.ts'
import { startPeer } from './peer.ts'
import type { BenchServer } from './server.ts'
import { queueOf } from './shots.ts'

const CONNECTIONS = 10

/**
 * The queue page as fast as it goes, ours and the peer's by turns in one run, after both have been seen to show the
 * same references in the same order.
 */
export async function againstPeer(
  server: BenchServer,
  how: { seconds: number; turns: number },
): Promise<Figure[]> {
  say('Installing the peer')
  const database = await server.ask<Record<string, string>>({ ask: 'peer' })
  const peer = await startPeer('express', { database, userId: server.duty })
  const theirs: Shot = { kind: 'queue', method: 'GET', path: '/concerns/queue', cookie: peer.cookie }
  const [us, them] = [await referencesOn(server.base, queueOf(server)), await referencesOn(peer.base, theirs)]
  const same = us.length > 1 && us.join() === them.join()
  say(
    same
      ? `Both show the same ${us.length} references in the same order`
      : `DIFFERENT  ${us.join()} against ${them.join()}`,
  )
  const rates = { ours: [] as number[], peers: [] as number[] }
  // Each once unmeasured, so that neither is timed cold.
  for (let turn = 0; turn <= how.turns; turn += 1) {
    const long = { connections: CONNECTIONS, seconds: turn === 0 ? 3 : how.seconds }
    const ours = await saturate(server.base, queueOf(server), long)
    const peers = await saturate(peer.base, theirs, long)
    say(
      `${turn === 0 ? 'warming up: ' : ''}ours ${round(ours)}, the peer's ${round(peers)} requests a second`,
    )
    if (turn > 0) {
      rates.ours.push(ours)
      rates.peers.push(peers)
    }
  }
  await peer.stop()
  const [ours, peers] = [mean(rates.ours), mean(rates.peers)]
  return [
    {
      what: 'References that both queue pages show in the same order',
      value: same ? us.length : 0,
      unit: 'references',
      atLeast: 2,
    },
    { what: 'Queue page saturated', value: round(ours), unit: 'requests a second', atLeast: 200 },
    { what: 'The same page in Express and Nunjucks', value: round(peers), unit: 'requests a second' },
    { what: 'Ratio of the two', value: round(ours / peers, 2), unit: 'times', atLeast: 3 },
  ]
}

async function referencesOn(base: URL, shot: Shot): Promise<string[]> {
  const { body, status } = await fire(base, shot)
  if (status !== 200) throw new Error(`${shot.path} answered ${status}`)
  return [...body.matchAll(/CON-[0-9A-Z]{4}-[0-9A-Z]{4}/g)].map(([reference]) => reference)
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
