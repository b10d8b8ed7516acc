import type { PersonRecordId } from '#core/access/generated/tables.ts'
import type { Child, Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Link, Name, Para, Tag, type TagColour } from '#platform/ui/page-parts.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'
import type { Around, Family, Line } from './family.ts'

/** On the child's page: where they live and with whom, their legal status, who works with them, how they speak, and who is around them. */
export const FamilyPart = (p: { personId: PersonRecordId; family: Family; own: boolean }): Html => {
  const here = `/people/${p.personId}`
  // Of what the viewer may not read nothing is said, least of all that nobody knows it.
  const lines = p.own ? p.family.ofChild : p.family.ofChild.filter(line => line.answer)
  const open = lines.some(line => !line.answer)
  return (
    <>
      {lines.length > 0 ? <Facts rows={lines.map(factOf)} /> : null}
      {p.own ? null : <Para>{words.notAllOfIt}</Para>}
      {p.own ? (
        <Para>
          <Link href={`${here}/family`}>
            {open ? 'Answer what is not answered yet' : 'Change home, legal status or language'}
          </Link>
        </Para>
      ) : null}
      {p.own && p.family.around.length === 0 ? <Para>{words.nobodyAround}</Para> : null}
      {p.family.around.map(one => (
        <AroundPart around={one} href={p.own ? `${here}/around/${one.id}` : null} />
      ))}
      {p.own ? (
        <ul class="govuk-list">
          <li>
            <Link href={`${here}/around/new`}>Add someone around the child</Link>
          </li>
          <li>
            <Link href={`${here}/family/before`}>What was said of the family before</Link>
          </li>
        </ul>
      ) : null}
    </>
  )
}

const AroundPart = (p: { around: Around; href: string | null }): Html => (
  <>
    <h3 class="govuk-heading-s">
      <Name>{p.around.called}</Name> <SafeToTell code={p.around.safeToTell} />
    </h3>
    <Facts rows={p.around.lines.map(factOf)} />
    {p.href ? (
      <Para>
        <Link href={p.href}>
          Change
          <span class="govuk-visually-hidden"> what is said of {p.around.called}</span>
        </Link>{' '}
        <Link href={`${p.href}/end`}>
          No longer around the child
          <span class="govuk-visually-hidden">: {p.around.called}</span>
        </Link>
      </Para>
    ) : null}
  </>
)

const TAGS: Readonly<Record<string, readonly [text: string, colour: TagColour]>> = {
  partner: ['Partner in keeping safe', 'green'],
  'not-told': ['Must not be told', 'red'],
}

/** Nobody is told before it is known whether they can be. */
export const SafeToTell = (p: { code: string | null }): Html => {
  const [text, colour] = TAGS[p.code ?? ''] ?? ['Not yet known whether they can be told', 'yellow']
  return <Tag text={text} colour={colour} />
}

const factOf = (line: Line): { key: string; value: Child } => ({
  key: line.question.label.en,
  value:
    line.answer && line.says !== null ? (
      <>
        <span class="sl-words" dir="auto">
          {line.says}
        </span>
        <span class="govuk-hint sl-source">
          {words.saidBy(line.answer.fromConcern, line.answer.saidByName, sayMomentShort(line.answer.saidAt))}
        </span>
      </>
    ) : (
      <strong>{words.notAnsweredYet}</strong>
    ),
})
