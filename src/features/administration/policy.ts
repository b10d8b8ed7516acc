import type { Policy } from '#core/access/policy.ts'
import { thoseWhoMay } from '#core/access/policy.ts'

export const mayAdminister = thoseWhoMay('administer-accounts', 'administrators')
export const mayAgree = thoseWhoMay('agree-roles', 'those who agree who gets a role')

export const mayAdministerOrAgree: Policy = {
  who: 'administrators and those who agree who gets a role',
  allows: viewer => mayAdminister.allows(viewer) || mayAgree.allows(viewer),
}

/** Of the agency that hosts the installation: they see to other agencies, as far as decision 0007 goes. */
export const mayHost = thoseWhoMay('administer-agencies', 'administrators of the agency that hosts')
export const mayAgreeForAgencies = thoseWhoMay(
  'agree-for-agencies',
  'those who agree who gets a role, of the agency that hosts',
)

export const mayHostOrAgree: Policy = {
  who: 'administrators and those who agree who gets a role, of the agency that hosts',
  allows: viewer => mayHost.allows(viewer) || mayAgreeForAgencies.allows(viewer),
}
