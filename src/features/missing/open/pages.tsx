import { NotACallForHelp, type WhomToRing } from '#features/administration/public.ts'
import { Checkboxes, DateField, Radios } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Link, Name, Narrow, Para, Warning } from '#platform/ui/page-parts.tsx'
import { NO_IMAGES } from '#vocabulary/no-images.ts'
import { labelIn } from '../entries.ts'
import { Narrative, PoliceFields, WhenFields } from '../fields.tsx'
import { words } from '../words.ts'

interface Coded {
  readonly code: string
  readonly label: unknown
}

export interface OpenView {
  readonly form: FormState
  readonly rings: readonly WhomToRing[]
  readonly police: boolean
  /** Those offered; none where it is the concern's. */
  readonly areas: readonly { readonly id: string; readonly name: string }[]
  readonly grades: readonly Coded[]
  readonly words: readonly Coded[]
  /** Who is missing already and called so. */
  readonly open: readonly { readonly id: string; readonly reference: string; readonly called: string }[]
  /** What is taken over from where, in a sentence. */
  readonly taken: string | null
  /** Who sees at once what is written. */
  readonly goesTo: readonly string[]
}

const TITLE = 'A child is missing now'

export const OpenPage = (p: OpenView): Html => (
  <FormPage
    form={p.form}
    submit="Open it now"
    head={
      <>
        <Heading>{TITLE}</Heading>
        <NotACallForHelp rings={p.rings} />
        <Para>
          {p.police ? null : words.ring101} {words.onePlace}
        </Para>
        <Inset>
          {p.goesTo.map(says => (
            <Para>{says}</Para>
          ))}
        </Inset>
        {p.taken ? <Para>{p.taken}</Para> : null}
        {p.open.map(one => (
          <Inset>
            <strong>
              <Name>{one.called}</Name> {words.openAlready}
            </strong>{' '}
            <Link href={`/missing/${one.id}`}>{one.reference}</Link>. {words.sameOrAnother}
          </Inset>
        ))}
      </>
    }
  >
    <WhoFields form={p.form} />
    <WhenFields
      form={p.form}
      name="seen"
      label="When were they last seen?"
      time="At what time?"
      about="It is about then, not exactly"
    />
    <TextField form={p.form} name="where" label="Where were they last seen?" />
    <TextField
      form={p.form}
      name="told-by"
      label="Who told you?"
      hint="Name, who they are to the child, and a number to ring"
    />
    <Para>{words.writing}</Para>
    <Narrative form={p.form} name="worry" label="Why are you worried?" rows={4} />
    <Warning text={NO_IMAGES} />
    {p.areas.length > 0 ? (
      <Radios
        form={p.form}
        name="area"
        label="Which area does the child live in?"
        choices={p.areas.map(area => ({ value: area.id, text: area.name }))}
      />
    ) : null}
    <PoliceFields form={p.form} police={p.police} />
    {p.police ? (
      <>
        <Radios
          form={p.form}
          name="grade"
          label="How do the police grade it?"
          choices={p.grades.map(one => ({ value: one.code, text: labelIn(p.grades, one.code) }))}
        />
        <Narrative form={p.form} name="grade-why" label="Why this grade?" />
      </>
    ) : (
      <Radios
        form={p.form}
        name="word"
        label="What do children’s services call it?"
        choices={p.words.map(one => ({ value: one.code, text: labelIn(p.words, one.code) }))}
      />
    )}
  </FormPage>
)

const WhoFields = (p: { form: FormState }): Html => (
  <>
    <TextField form={p.form} name="called" label="Name, as they are known" />
    <DateField
      form={p.form}
      name="born"
      label="Date of birth"
      hint="For example, 27 3 2011. If you know only the year, enter the year"
    />
    <TextField form={p.form} name="age" label="Or about how old?" width="short" inputmode="numeric" />
    <Checkboxes
      form={p.form}
      name="age-not-known"
      label="Or"
      choices={[{ value: 'yes', text: 'Nobody knows how old they are' }]}
    />
    <Narrative form={p.form} name="looks" label="What do they look like, and what do they wear?" />
  </>
)

/** Why it is not opened from here, and where it is. */
export const NotOpenedHere = (p: { says: string; rings: readonly WhomToRing[]; plain: boolean }): Html => (
  <Narrow>
    <Heading>{TITLE}</Heading>
    <NotACallForHelp rings={p.rings} />
    <Inset>{p.says}</Inset>
    {p.plain ? (
      <Para>
        <Link href="/missing/new">Open a child as missing without a concern</Link>
      </Para>
    ) : null}
  </Narrow>
)
