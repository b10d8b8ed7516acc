import type { Html } from '#platform/ui/jsx-runtime.ts'
import {
  ButtonLink,
  ButtonRow,
  Danger,
  Facts,
  Heading,
  Inset,
  Link,
  Name,
  Narrow,
  Para,
  Subheading,
  Words,
} from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import type { EntryRow } from '../entries.ts'
import { Report } from '../report.tsx'
import { hoursSince, sayAge, sayHours } from '../when.ts'
import { PROTECTED } from '../sharing.ts'
import { words } from '../words.ts'
import { RingFirst } from '../ring-first.tsx'
import { TwoSides } from './sides.tsx'
import type { EpisodeView } from './view.ts'

export const EpisodePage = (p: { view: EpisodeView; mayReadRecord: boolean }): Html => {
  const { episode, status, namedOnly, police } = p.view
  const open = status === 'missing'
  return (
    <Narrow>
      <Heading caption={`${episode.reference}: ${words.statuses[status]}`}>
        <Name>{episode.called}</Name>, {sayAge(episode, p.view.now)}
      </Heading>
      {open ? <RingFirst rings={[p.view.ring]} police={police} /> : <EndingPart view={p.view} />}
      {open && namedOnly ? <Inset>{words.aloneNow(namedOnly === PROTECTED, police)}</Inset> : null}
      {open ? <UnseenPart view={p.view} /> : null}
      <TwoSides view={p.view} />
      {open ? <DeedsPart view={p.view} /> : null}
      <Subheading>Who is missing</Subheading>
      <Facts rows={factsOf(p.view)} />
      <Subheading>What is known since</Subheading>
      <EntriesPart view={p.view} />
      <LinksPart view={p.view} mayReadRecord={p.mayReadRecord} />
      <Subheading>Why you can see this</Subheading>
      <ul class="govuk-list govuk-list--bullet">
        {p.view.why.map(reason => (
          <li>{reason}</li>
        ))}
      </ul>
    </Narrow>
  )
}

const UnseenPart = (p: { view: EpisodeView }): Html => {
  const { episode, standing, now, lookBy } = p.view
  return (
    <>
      {standing.report?.policeNotReached ? (
        <Danger>
          <Para>
            <strong>{words.notReached}.</strong> {p.view.police ? null : 'Ring 999.'}
          </Para>
        </Danger>
      ) : null}
      <Facts
        rows={[
          { key: 'Not seen for', value: sayHours(hoursSince(episode.lastSeenAt, now)) },
          {
            key: 'Last seen',
            value: (
              <>
                {words.lastSeen(episode.lastSeenAt, episode.lastSeenExact)},{' '}
                <Name>{episode.lastSeenWhere}</Name>
              </>
            ),
          },
          {
            key: 'Your agency looks again by',
            value: lookBy ? `${sayMoment(lookBy)}${lookBy <= now ? ' (late)' : ''}` : words.noLook,
          },
        ]}
      />
    </>
  )
}

const factsOf = ({ episode, namedOnly, sharedWith, status }: EpisodeView) => [
  { key: 'What they look like', value: <Words>{episode.looksLike}</Words> },
  { key: 'Why worried', value: <Words>{episode.worry}</Words> },
  { key: 'Who told it', value: <Words>{episode.toldBy}</Words> },
  { key: 'Area', value: episode.area },
  {
    key: 'Opened by',
    value: `${episode.openedByName}, ${episode.openedByAgency}, ${sayMoment(episode.openedAt)}`,
  },
  ...(status === 'missing' && !namedOnly
    ? [{ key: 'Shared with', value: sharedWith.join(', ') || 'Nobody' }]
    : []),
]

const DeedsPart = (p: { view: EpisodeView }): Html => {
  const here = `/missing/${p.view.episode.id}`
  const deeds = [
    ['look', 'I have looked at it again'],
    ['entry', 'Add what was seen, heard or done'],
    ['report', 'Enter the police reference, or why there is none'],
    ...(p.view.police ? [['grade', 'Grade it']] : [['word', 'Say what children’s services call it']]),
    ['mistake', 'It was opened by mistake'],
    ['outside', 'I am too near to this'],
  ] as const
  return (
    <>
      <ButtonRow>
        <ButtonLink href={`${here}/found`} text="The child is found" />
        <ButtonLink href={`${here}/on-it`} text="I am on this" secondary />
      </ButtonRow>
      <ul class="govuk-list">
        {deeds.map(([under, text]) => (
          <li>
            <Link href={`${here}/${under}`}>{text}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

const EndingPart = (p: { view: EpisodeView }): Html => {
  const { ending, status } = p.view
  if (!ending) return <></>
  const by = { key: 'Entered by', value: `${ending.saidByName}, ${sayMoment(ending.saidAt)}` }
  if (status === 'opened-by-mistake')
    return <Facts rows={[{ key: 'Why it was a mistake', value: <Words>{ending.says}</Words> }, by]} />
  return (
    <>
      <Facts
        rows={[
          { key: 'Found', value: ending.foundAt ? sayMoment(ending.foundAt) : '' },
          { key: 'Where', value: <Words>{ending.foundWhere ?? ''}</Words> },
          { key: 'By whom', value: <Words>{ending.foundBy ?? ''}</Words> },
          { key: 'How the child is', value: <Words>{ending.says}</Words> },
          by,
        ]}
      />
      <Inset>{words.returnInterview}</Inset>
    </>
  )
}

const EntriesPart = (p: { view: EpisodeView }): Html =>
  p.view.entries.length === 0 ? (
    <Para>Nothing yet.</Para>
  ) : (
    <ol class="moj-timeline">
      {p.view.entries.map(entry => (
        <li class="moj-timeline__item">
          <h3 class="moj-timeline__title">{titleOf(p.view, entry)}</h3>
          <p class="moj-timeline__byline">
            {entry.saidByName}, {entry.agencyName}
          </p>
          <p class="moj-timeline__date">
            <time datetime={entry.saidAt.toISOString()}>{sayMoment(entry.saidAt)}</time>
          </p>
          {entry.kind === 'police' ? (
            <Para>
              <Report entry={entry} />
            </Para>
          ) : (
            <Words>{entry.says ?? ''}</Words>
          )}
        </li>
      ))}
    </ol>
  )

function titleOf(view: EpisodeView, entry: EntryRow): string {
  const title = words.kinds[entry.kind]
  if (entry.grade) return `${title}: ${view.sayGrade(entry.grade)}`
  return entry.word ? `${title}: ${view.sayWord(entry.word)}` : title
}

const LinksPart = (p: { view: EpisodeView; mayReadRecord: boolean }): Html => (
  <ul class="govuk-list">
    {p.view.person && p.mayReadRecord ? (
      <li>
        <Link href={`/people/${p.view.person}`}>Open this child’s page</Link>
      </li>
    ) : null}
    {p.view.concern ? (
      <li>
        <Link href={`/concerns/${p.view.concern.id}`}>Concern {p.view.concern.reference}</Link>
      </li>
    ) : null}
  </ul>
)
