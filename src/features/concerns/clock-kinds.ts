/** What runs on a concern in the agency that receives it. */

/** With danger now: someone takes it. */
export const OPEN = 'concern.open'
/** What happens next is decided for the children whose part is with nobody else. */
export const DECIDE = 'concern.decide'
/** The same for the one child whose part is with someone else. */
export const DECIDE_CHILD = 'concern.decide-child'
/** A supervisor agrees to an ending, or sends it back. */
export const AGREE = 'concern.agree'
/** It is found out whether the police have recorded a crime. */
export const CRIME = 'concern.crime'

/** What stands open on a concern until all of it is decided: one row in the list for each of these. */
export const DECIDING = [DECIDE, DECIDE_CHILD] as const
/** What goes along with a concern, whoever receives it. */
export const GOING_ALONG = [OPEN, DECIDE, CRIME] as const
