import type { FormValues } from '#platform/ui/form-state.ts'

type Typed = Readonly<Record<string, string | readonly string[]>>

/** Of the referrer's questions those that need no answer, with the reason given when a made-up sender says nothing to them. */
const UNSAID: readonly (readonly [question: string, absence: string])[] = [
  ['happened-when', 'not-known'],
  ['happened-where', 'not-known'],
  ['setting', 'not-known'],
  ['noticed', 'not-known'],
  ['vehicles', 'not-known'],
  ['phones', 'not-known'],
  ['online-names', 'not-known'],
  ['images', 'not-known'],
  ['people-known', 'not-known'],
  ['crime', 'not-known'],
  ['done-so-far', 'not-applicable'],
  ['family-knows', 'not-known'],
  ['ring-back', 'declined'],
]
const UNSAID_OF_CHILD: typeof UNSAID = [
  ['child-name', 'not-known'],
  ['child-born', 'not-known'],
  ['child-sex', 'not-known'],
  ['child-ethnicity', 'not-known'],
  ['child-address', 'not-known'],
  ['child-school', 'not-known'],
  ['child-safe-contact', 'not-known'],
]

/** What is always answered, as someone answers who has said no more than what happened. */
const PLAIN: Typed = {
  'danger-now': 'no',
  'you-know-child': 'works',
  'asked-child': 'nothing',
  'told-whom': ['manager'],
  'keep-name': 'no',
}

/** A made-up referrer's answers made whole: to what they said nothing to, the reason why there is no answer. */
export function withUnsaid(given: FormValues): Typed {
  const said = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
  const listed = said['children'] ?? ['1']
  const children = typeof listed === 'string' ? [listed] : listed
  const reasons = [
    ...UNSAID,
    ...children.flatMap(child =>
      UNSAID_OF_CHILD.map(([question, absence]) => [`child-${child}-${question}`, absence] as const),
    ),
  ].filter(([name]) => !Object.keys(said).some(field => field === name || field.startsWith(`${name}-`)))
  return {
    ...PLAIN,
    ...Object.fromEntries(reasons.map(([name, absence]) => [`${name}-absence`, absence])),
    ...said,
  }
}
