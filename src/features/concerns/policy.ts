import { thoseWhoMay, type Policy } from '#core/access/policy.ts'

export const mayRecord = thoseWhoMay('record-concern', 'those who record concerns')
/** An agency’s own system, which says whose concern each is. Nobody who signs in may say that. */
export const maySendAsSystem = thoseWhoMay('send-as-system', 'systems of agencies')
export const mayDecide = thoseWhoMay('decide-concern', 'those who decide on concerns')
/**
 * Recording a concern, at every step, and taking one, which deciding does too: none of it ever meets a limit. Whoever
 * sends may be frightened and press again and again, and a child may be in danger now.
 */
export const NEVER_HELD_UP = 'nothing'

/** Those whose duty a concern about someone who works with children is: a sealed one is opened to them by name. */
export const mayHold = thoseWhoMay(
  'hold-allegation',
  'those who hold the duty for concerns about people who work with children',
)

export const maySupervise = thoseWhoMay('supervise', 'supervisors')

export const mayAskSeen = thoseWhoMay(
  'ask-seen-before',
  'those who decide on concerns, detectives and analysts',
)

/** Supervisors agree to endings; of a sealed concern, which they know nothing of, those who hold the duty do. */
export const mayAgree: Policy = {
  who: 'supervisors, and those who hold the duty for concerns about people who work with children',
  allows: viewer => maySupervise.allows(viewer) || mayHold.allows(viewer),
}

/** Where nobody holds the duty, supervisors and those who decide stand in. */
export const mayHoldOrStandIn: Policy = {
  who: 'those who hold the duty for concerns about people who work with children, and those who may stand in for them',
  allows: viewer => [mayHold, maySupervise, mayDecide].some(policy => policy.allows(viewer)),
}

/** Of one concern: who holds the duty agrees to endings of sealed ones alone. */
export const agreesTo = (concern: { sealed: boolean }): Policy =>
  concern.sealed ? mayHoldOrStandIn : maySupervise

const mayKeepPeople = thoseWhoMay('keep-people', 'those who keep records of people')

/** Whoever opens a child's page reads there what was said about the child, to their agency, in their categories. */
export const mayRead: Policy = {
  who: 'those who decide on concerns, keep records of people or hold the duty for concerns about those who work with children',
  allows: viewer => [mayDecide, mayKeepPeople, mayHold].some(policy => policy.allows(viewer)),
}
