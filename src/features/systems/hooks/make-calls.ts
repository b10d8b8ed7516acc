import { transactAs } from '#core/access/scoped-tx.ts'
import type { Door } from '#core/audit/acting.ts'
import { markCall, nextCall, noteCalls, type DueCall } from './hooks.sql.ts'
import { hookKey, signed } from './sign.ts'

/** Half a minute, then twice as long each time: twelve tries in seventeen hours. Then it is given up, and an administrator sees that. */
const FIRST_MS = 30_000
const MOST_TRIES = 12

/**
 * Tells systems that a concern of theirs has moved on: which, and what kind of step, and nothing else. They ask for the
 * rest with a token of their own. One call to a transaction: after a crash a call may come twice, never not.
 *
 * @returns how many were taken, and how many failed and are tried again or given up
 */
export async function makeCalls(door: Door, secret: string): Promise<{ made: number; failed: number }> {
  const hooks = { kind: 'service', name: 'hooks' } as const
  await transactAs(door, hooks, tx => noteCalls(tx, door.world.now()))
  let [made, failed] = [0, 0]
  for (;;) {
    const went = await transactAs(door, hooks, async tx => {
      const now = door.world.now()
      const call = await nextCall(tx, now)
      if (!call) return null
      const taken = await door.world.call(callOf(call, { secret, now })).then(
        status => status >= 200 && status < 300,
        () => false,
      )
      await markCall(tx, call, taken ? { answeredAt: now } : after(call.tries, now))
      return taken
    })
    if (went === null) return { made, failed }
    if (went) made += 1
    else failed += 1
  }
}

const after = (tries: number, now: Date) =>
  tries + 1 >= MOST_TRIES
    ? { givenUpAt: now }
    : { nextTryAt: new Date(now.getTime() + FIRST_MS * 2 ** tries) }

function callOf(call: DueCall, how: { secret: string; now: Date }) {
  const body = JSON.stringify({
    type: call.event,
    timestamp: call.happenedAt.toISOString(),
    data: { concern: call.concernId, status: `/api/v1/concerns/${call.concernId}/status` },
  })
  const key = hookKey(how.secret, call)
  return { url: call.url, body, headers: signed(key, { id: call.about, at: how.now, body }) }
}
