import { lookup } from 'node:dns'
import { request } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { Caller } from './call.ts'

const WITHIN_MS = 10_000

/** Networks that no address of the outside leads to: this machine, its neighbours, and what hands out credentials. */
const INSIDE = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(net, prefix, 'ipv6')

/** Whether an address lies inside, also where it is written as an IPv6 one. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const family = isIP(mapped)
  return family === 0 || INSIDE.check(mapped, family === 6 ? 'ipv6' : 'ipv4')
}

/**
 * Calls by https, follows nothing, reads nothing of the answer. What administrators of many agencies enter must not reach
 * into the network of the machine: an address there is called only where the operator allows it.
 */
export function httpsCaller(how: { insideAllowed: boolean }): Caller {
  const checked: LookupFunction = (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      const wrong =
        error ?? (how.insideAllowed || !found.some(one => isInside(one.address)) ? null : refused())
      const [first] = found ?? []
      if (wrong || !first) return done(wrong ?? refused(), '', 4)
      return options.all ? done(null, found) : done(null, first.address, first.family)
    })
  return ({ url, headers, body }) =>
    new Promise((resolve, reject) => {
      const { hostname } = new URL(url)
      // An address written as figures is not looked up.
      if (
        !how.insideAllowed &&
        isIP(hostname.replaceAll(/[[\]]/g, '')) &&
        isInside(hostname.replaceAll(/[[\]]/g, ''))
      )
        return reject(refused())
      const sent = request(
        url,
        {
          method: 'POST',
          headers,
          lookup: checked,
          timeout: WITHIN_MS,
          signal: AbortSignal.timeout(WITHIN_MS),
        },
        answer => {
          answer.destroy()
          resolve(answer.statusCode ?? 0)
        },
      )
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
      sent.on('error', reject)
      sent.end(body)
      return undefined
    })
}

const refused = (): Error => new Error('an address inside the network is not called')
