import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Para, Subheading } from '#platform/ui/page-parts.tsx'
import { sayMoment, sayMomentShort } from '#vocabulary/dates/words.ts'
import type { EntryRow } from '../entries.ts'
import { GradeTag } from '../grade-tag.tsx'
import { Report } from '../report.tsx'
import { words } from '../words.ts'
import type { EpisodeView } from './view.ts'

/** What the police say and what children's services say, one under the other: neither goes over the other. */
export const TwoSides = (p: { view: EpisodeView }): Html => {
  const { standing, sayGrade, sayWord } = p.view
  const { graded, worded, report } = standing
  return (
    <>
      <Subheading>Police</Subheading>
      <Facts
        rows={[
          {
            key: 'Grade',
            value: (
              <>
                <GradeTag code={graded?.grade ?? null} say={sayGrade} /> <Whose entry={graded} />
              </>
            ),
          },
          { key: 'On it', value: sayOn(standing.policeOn) },
          {
            key: 'Reported',
            value: <Report entry={report} />,
          },
        ]}
      />
      <Subheading>Children’s services</Subheading>
      <Facts
        rows={[
          {
            key: 'They call it',
            value: (
              <>
                {worded?.word ? sayWord(worded.word) : words.notSaid} <Whose entry={worded} />
              </>
            ),
          },
          { key: 'On it', value: sayOn(standing.councilOn) },
        ]}
      />
      <Para>{words.bothStand}</Para>
    </>
  )
}

const Whose = (p: { entry: EntryRow | undefined }): Html =>
  p.entry ? (
    <span>
      ({p.entry.saidByName}, {sayMomentShort(p.entry.saidAt)})
    </span>
  ) : (
    <></>
  )

const sayOn = (entry: EntryRow | undefined): string =>
  entry ? `${entry.saidByName}, ${entry.agencyName}, since ${sayMoment(entry.saidAt)}` : words.nobodyYet
