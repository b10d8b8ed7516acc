import { thoseWhoMay, type Policy } from '#core/access/policy.ts'
import { mayDecide } from '#features/concerns/public.ts'
import { mayKeepPeople } from '#features/people/public.ts'

export const KEEP_MISSING = 'keep-missing'

export const mayKeepMissing = thoseWhoMay(KEEP_MISSING, 'those who look for missing children')

/** Whoever decides on a concern opens what it says of a child. Nobody has to agree to that first. */
export const mayOpenFromConcern: Policy = {
  who: 'those who decide on concerns and look for missing children',
  allows: viewer => mayDecide.allows(viewer) && mayKeepMissing.allows(viewer),
}

export const mayOpenFromRecord: Policy = {
  who: 'those who keep records of people and look for missing children',
  allows: viewer => mayKeepPeople.allows(viewer) && mayKeepMissing.allows(viewer),
}

export { mayDecide as mayDecideOnConcerns } from '#features/concerns/public.ts'
