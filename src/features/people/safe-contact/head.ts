import type { Act } from '#core/access/act.ts'
import { familyOf, howTheySpeak, notToBeTold, type Family } from '../family/family.ts'
import type { Person } from '../person.ts'
import type { SafeContact } from './pages.tsx'
import { safeContactOf } from './queries.ts'

/** What is read before anyone rings, writes or visits: how, whom not to tell, and in which language. */
export interface ContactHead {
  readonly contact: SafeContact | undefined
  /** Adults around the child who must not be told. */
  readonly notToBeTold: readonly string[]
  readonly speaks: string | null
}

export async function contactHeadOf(act: Act, person: Person, family?: Family): Promise<ContactHead> {
  const known = family ?? (await familyOf(act, person.id))
  return {
    contact: await safeContactOf(act.tx, person.id),
    notToBeTold: notToBeTold(known),
    speaks: howTheySpeak(known),
  }
}
