import { createHmac } from 'node:crypto'

/**
 * The key that calls to one system are signed with, as the administrator is shown it once. It follows from the
 * installation's secret and from when the address was set, so that nothing is kept and setting it anew changes it.
 */
export const hookKey = (secret: string, system: { userId: string; setAt: Date }): string =>
  `whsec_${createHmac('sha256', secret).update(`hook ${system.userId} ${system.setAt.toISOString()}`).digest('base64')}`

/** Headers of one call, by the published way of signing web hooks (standardwebhooks.com): id, time and body together. */
export function signed(key: string, call: { id: string; at: Date; body: string }): Record<string, string> {
  const seconds = Math.floor(call.at.getTime() / 1000)
  const bytes = Buffer.from(key.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', bytes).update(`${call.id}.${seconds}.${call.body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'webhook-id': call.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  }
}
