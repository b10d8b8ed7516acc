import { sayMoment } from '#vocabulary/dates/words.ts'
import type { ChildView, ConcernView, Said } from '../decide/concern-page.tsx'
import { withoutTurningMarks } from '#vocabulary/turning-marks.ts'
import { words } from '../words.ts'

/**
 * A concern as plain text, for the system in which an agency keeps its own record (practice (d) 6). What its sender asked to
 * be kept from the family is not in it: nobody can say who will read it there.
 */
export function concernAsText(concern: ConcernView): string {
  // In copied text nothing keeps such a mark from turning the words beside it.
  return withoutTurningMarks(
    [
      part(`Concern ${concern.reference}`, [
        line('Raised by', concern.keepName ? words.nameKept : concern.sentBy),
        line('Sent', sayMoment(concern.sentAt)),
        ...(concern.dangerNow ? [line('Danger now', dangerOf(concern))] : []),
      ]),
      part('What was said', concern.answers.map(said)),
      ...concern.children.map(childPart),
      ...concern.groups.flatMap(group =>
        group.people.map(person =>
          part(`${group.title}: ${person.called}`, [
            ...(person.mustNotBeTold ? [words.mustNotBeTold.toUpperCase()] : []),
            ...(person.mayHaveHarmed ? [words.mayHaveCausedHarm] : []),
            ...person.answers.map(said),
          ]),
        ),
      ),
      // In their own words, after they had sent it: of someone whose name is kept it may tell who they are.
      ...(concern.further.length > 0 && !concern.keepName
        ? [
            part(
              'Said later',
              concern.further.map(one => line(sayMoment(one.saidAt), one.says)),
            ),
          ]
        : []),
    ].join('\n\n'),
  )
}

const part = (title: string, lines: readonly string[]): string => [title, ...lines].join('\n')
const line = (label: string, text: string): string => `${label}${label.endsWith('?') ? '' : ':'} ${text}`
const said = (one: Said): string => line(one.label, one.tells ? words.nameKept : one.said)

const dangerOf = (concern: ConcernView): string =>
  concern.reachedNobody ? 'Yes. They could not reach anyone.' : `Yes. Spoken to: ${concern.spokenTo ?? ''}`

function childPart({ called, answers, decision }: ChildView): string {
  return part(called, [
    ...answers.map(said),
    ...(decision
      ? [
          line('Decision', `${decision.outcomes}${decision.state === 'made' ? '' : ` (${words.notAgreed})`}`),
          line('Reasons', decision.reasons),
          line('Decided by', `${decision.by}, ${sayMoment(decision.at)}`),
        ]
      : [line('Decision', words.nothingDecidedYet)]),
  ])
}
