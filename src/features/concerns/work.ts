import type { Act } from '#core/access/act.ts'
import type { ConcernId, SubjectId } from '#core/access/generated/tables.ts'
import type { WorkItem, WorkKind } from '#core/manifest/feature.ts'
import { disagreementWork } from './disagree/work.ts'
import { AGREE, CRIME, DECIDE, DECIDE_CHILD, OPEN } from './clock-kinds.ts'
import { FURTHER } from './referrers/queries.ts'
import { mayAgree, mayDecide, mayHold, mayHoldOrStandIn } from './policy.ts'
import { childrenNamedOn, partsNamed } from './queue/queries.ts'
import { HOLDS, referencesOf, STANDS_IN } from './sealed/queries.ts'
import { words } from './words.ts'
import { senderOf } from './work.sql.ts'

const describing =
  (action: string, title: (children: string) => string, page = '') =>
  async (act: Act, subjects: readonly ConcernId[]): Promise<ReadonlyMap<SubjectId, WorkItem>> => {
    const children = Map.groupBy(await childrenNamedOn(act.tx, subjects), child => child.subject)
    return new Map(
      subjects.flatMap(subject => {
        const called = children
          .get(subject)
          ?.map(child => child.called)
          .join(', ')
        return called
          ? [[subject, { title: title(called), action, href: `/concerns/${subject}${page}` }] as const]
          : []
      }),
    )
  }

const describeHeld = async (
  act: Act,
  subjects: readonly ConcernId[],
): Promise<ReadonlyMap<SubjectId, WorkItem>> =>
  new Map(
    (await referencesOf(act.tx, subjects)).map(({ id, reference }) => [
      id,
      {
        title: words.allegationOn(reference),
        action: 'Record what is done about the person named',
        href: `/concerns/${id}`,
      },
    ]),
  )

export const work: readonly WorkKind[] = [
  ...disagreementWork,
  {
    kind: OPEN,
    may: mayDecide,
    describe: describing('Open it and take it now', called => `Danger now: ${called}`),
    alsoTellWhenLate: async (tx, subject: ConcernId) => {
      const sender = await senderOf(tx, subject)
      return sender && { ...sender, kind: 'concern.nobody-yet' }
    },
  },
  {
    kind: DECIDE,
    may: mayDecide,
    describe: describing('Decide what happens next', called => `Concern about ${called}`),
  },
  {
    kind: FURTHER,
    may: mayDecide,
    describe: describing('Read what was said later', called => `More was said: ${called}`),
  },
  {
    kind: DECIDE_CHILD,
    may: mayDecide,
    describe: async (act, subjects: readonly ConcernId[]) =>
      new Map(
        (await partsNamed(act.tx, subjects, act.viewer)).map(({ subject, called }) => [
          subject,
          {
            title: `One child’s part of a concern: ${called}`,
            action: 'Decide what happens next for this child',
            href: `/concerns/${subject}`,
          },
        ]),
      ),
  },
  {
    kind: CRIME,
    may: mayDecide,
    describe: describing(
      'Find out whether the police have recorded it',
      called => `A crime may not be recorded: ${called}`,
      '/crime',
    ),
  },
  {
    kind: AGREE,
    may: mayAgree,
    describe: describing('Agree to it or send it back', called => `Ending proposed for ${called}`),
  },
  {
    kind: HOLDS,
    may: mayHold,
    describe: describeHeld,
  },
  {
    kind: STANDS_IN,
    may: mayHoldOrStandIn,
    describe: describeHeld,
  },
]
