import { thoseWhoMay } from '#core/access/policy.ts'

export const mayRecord = thoseWhoMay('record-concern', 'those who record concerns')
export const mayDecide = thoseWhoMay('decide-concern', 'those who decide on concerns')
export const maySupervise = thoseWhoMay('supervise', 'supervisors')
