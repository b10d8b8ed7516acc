/** What the person who raised a concern hears of it, in the order in which it comes where two are said at one moment. */
export const STEPS = ['received', 'passed-on', 'picked-up', 'decided', 'looked-at-again'] as const
export type Step = (typeof STEPS)[number]

/** After these nobody has it in hand, as far as its sender knows. */
const WITH_NOBODY: readonly Step[] = ['received', 'passed-on']

/** Where it stands: what was said last. */
export const lastOf = (replies: readonly { readonly step: Step }[]): Step =>
  replies.at(-1)?.step ?? 'received'

export const isWithNobody = (replies: readonly { readonly step: Step }[]): boolean =>
  WITH_NOBODY.includes(lastOf(replies))
