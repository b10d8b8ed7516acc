import type { ReferrerId } from '#core/access/generated/tables.ts'
import { sentUnder, unsentOf } from '#core/access/referrers.sql.ts'
import { askForCode, proveAddress, type ProofDoor } from '#platform/http/address-proof.ts'
import { fault } from '#platform/errors/fault.ts'

interface Browser {
  readonly token: string
  readonly address: string
}

const BEGIN = 'begin'
const BACK = 'back'

/** To write: whoever reads the mail of an address comes to what it has not sent yet, or to an empty form. */
export const askToBegin = (door: ProofDoor, browser: Browser, email: string): Promise<void> =>
  askForCode(door, browser, { email, purpose: BEGIN, about: null, leads: true })

export async function begin(door: ProofDoor, browser: Browser, code: string): Promise<ReferrerId> {
  const { address } = await proveAddress(door, browser, { purpose: BEGIN, code })
  return unsentOf(door.gate, { email: address, fresh: door.world.uuid(), now: door.world.now() })
}

/**
 * To come back: a code is mailed only where this address sent something under this reference. Everything that is seen and done
 * is the same where it did not.
 */
export async function askToComeBack(
  door: ProofDoor,
  browser: Browser,
  asked: { email: string; reference: string },
): Promise<void> {
  const about = await sentUnder(door.gate, { ...asked, now: door.world.now() })
  await askForCode(door, browser, { email: asked.email, purpose: BACK, about, leads: about !== null })
}

export async function comeBack(door: ProofDoor, browser: Browser, code: string): Promise<ReferrerId> {
  const { about } = await proveAddress<ReferrerId>(door, browser, { purpose: BACK, code })
  if (!about) throw fault('unexpected', 'a code was right and led nowhere')
  return about
}
