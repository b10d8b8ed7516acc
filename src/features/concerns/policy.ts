import { thoseWhoMay, type Policy } from '#core/access/policy.ts'

export const mayRecord = thoseWhoMay('record-concern', 'those who record concerns')
export const mayDecide = thoseWhoMay('decide-concern', 'those who decide on concerns')
export const maySupervise = thoseWhoMay('supervise', 'supervisors')

const mayKeepPeople = thoseWhoMay('keep-people', 'those who keep records of people')

/** Whoever opens a child's page reads there what was said about the child, to their agency, in their categories. */
export const mayRead: Policy = {
  who: 'those who decide on concerns and those who keep records of people',
  allows: viewer => mayDecide.allows(viewer) || mayKeepPeople.allows(viewer),
}
