import { thoseWhoMay, type Policy } from '#core/access/policy.ts'

export const mayRecord = thoseWhoMay('record-concern', 'those who record concerns')
export const mayDecide = thoseWhoMay('decide-concern', 'those who decide on concerns')
/**
 * Recording a concern, at every step, and taking one, which deciding does too: none of it ever meets a limit. Whoever
 * sends may be frightened and press again and again, and a child may be in danger now.
 */
export const NEVER_HELD_UP = 'nothing'

export const maySupervise = thoseWhoMay('supervise', 'supervisors')

const mayKeepPeople = thoseWhoMay('keep-people', 'those who keep records of people')

/** Whoever opens a child's page reads there what was said about the child, to their agency, in their categories. */
export const mayRead: Policy = {
  who: 'those who decide on concerns and those who keep records of people',
  allows: viewer => mayDecide.allows(viewer) || mayKeepPeople.allows(viewer),
}
