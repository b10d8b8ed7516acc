import { thoseWhoMay } from '#core/access/policy.ts'

export const mayKeepPeople = thoseWhoMay('keep-people', 'those who keep records about people')
export const maySeeWhoLooked = thoseWhoMay('see-who-looked', 'records officers')
