import type { Policy } from '#core/access/policy.ts'
import { thoseWhoMay } from '#core/access/policy.ts'

export const mayAdminister = thoseWhoMay('administer-accounts', 'administrators')
export const mayAgree = thoseWhoMay('agree-roles', 'those who agree who gets a role')

export const mayAdministerOrAgree: Policy = {
  who: 'administrators and those who agree who gets a role',
  allows: viewer => mayAdminister.allows(viewer) || mayAgree.allows(viewer),
}
