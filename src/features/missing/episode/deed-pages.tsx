import { NotACallForHelp, type WhomToRing } from '#features/administration/public.ts'
import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Child, Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Name, Narrow, Para, Warning } from '#platform/ui/page-parts.tsx'
import { NO_IMAGES } from '#vocabulary/no-images.ts'
import { labelIn } from '../entries.ts'
import { Narrative, PoliceFields, WhenFields } from '../fields.tsx'
import { words } from '../words.ts'

interface Deed {
  readonly form: FormState
  readonly called: string
  readonly ring: WhomToRing
}

interface Coded {
  readonly code: string
  readonly label: unknown
}

const DeedPage = (p: Deed & { title: string; submit: string; says?: string; children: Child }): Html => (
  <FormPage
    form={p.form}
    submit={p.submit}
    head={
      <>
        <span class="govuk-caption-l">
          <Name>{p.called}</Name>
        </span>
        <Heading>{p.title}</Heading>
        <NotACallForHelp rings={[p.ring]} />
        {p.says ? <Para>{p.says}</Para> : null}
      </>
    }
  >
    {p.children}
  </FormPage>
)

/** It is another agency's to say. */
export const NotYours = (p: { title: string; called: string; says: string }): Html => (
  <Narrow>
    <span class="govuk-caption-l">
      <Name>{p.called}</Name>
    </span>
    <Heading>{p.title}</Heading>
    <Inset>{p.says}</Inset>
  </Narrow>
)

export const GRADE_TITLE = 'How do the police grade it?'
export const GradePage = (p: Deed & { grades: readonly Coded[] }): Html => (
  <DeedPage {...p} title={GRADE_TITLE} submit="Save the grade">
    <Radios
      form={p.form}
      name="grade"
      label="Grade"
      choices={p.grades.map(one => ({ value: one.code, text: labelIn(p.grades, one.code) }))}
    />
    <Narrative form={p.form} name="why" label="Why this grade?" />
  </DeedPage>
)

export const WORD_TITLE = 'What do children’s services call it?'
export const WordPage = (p: Deed & { words: readonly Coded[] }): Html => (
  <DeedPage {...p} title={WORD_TITLE} submit="Save">
    <Radios
      form={p.form}
      name="word"
      label="Children’s services call it"
      choices={p.words.map(one => ({ value: one.code, text: labelIn(p.words, one.code) }))}
    />
    <Narrative form={p.form} name="why" label="Why?" />
  </DeedPage>
)

export const OnItPage = (p: Deed & { now: string | null }): Html => (
  <DeedPage
    {...p}
    title="I am on this"
    submit="I am on this"
    says={
      p.now
        ? `${p.now} is on it for your agency now. You take it over from them: tell them.`
        : 'Nobody of your agency is on it yet.'
    }
  >
    <Para>You are shown by name to everyone who looks for this child, until a colleague takes it over.</Para>
  </DeedPage>
)

export const LookPage = (p: Deed): Html => (
  <DeedPage {...p} title="I have looked at it again" submit="Save" says={words.writing}>
    <Narrative
      form={p.form}
      name="says"
      label="What was done?"
      hint="One line is enough. It says when the next look is due"
    />
  </DeedPage>
)

export const EntryPage = (p: Deed): Html => (
  <DeedPage {...p} title="What is known since?" submit="Save" says={words.writing}>
    <Radios
      form={p.form}
      name="kind"
      label="Was it seen, heard or done?"
      choices={[
        { value: 'seen', text: 'Seen' },
        { value: 'heard', text: 'Heard or told' },
        { value: 'done', text: 'Done' },
      ]}
    />
    <Narrative form={p.form} name="says" label="What, where, when and by whom?" />
    <Warning text={NO_IMAGES} />
  </DeedPage>
)

export const ReportPage = (p: Deed & { police: boolean }): Html => (
  <DeedPage {...p} title="Is it reported to the police?" submit="Save">
    <PoliceFields form={p.form} police={p.police} />
  </DeedPage>
)

export const FoundPage = (p: Deed): Html => (
  <DeedPage
    {...p}
    title="The child is found"
    submit="The child is found"
    says="It leaves every list at once, and the other agency sees no more of it. Ring them too."
  >
    <WhenFields form={p.form} name="found" label="When were they found?" time="At what time?" />
    <TextField form={p.form} name="where" label="Where?" />
    <TextField form={p.form} name="by" label="By whom?" hint="Who found them, or to whom they came back" />
    <Narrative
      form={p.form}
      name="how"
      label="How is the child?"
      hint="Briefly: hurt or not, with whom now, what they need tonight"
    />
    <Warning text={NO_IMAGES} />
  </DeedPage>
)

export const MistakePage = (p: Deed): Html => (
  <DeedPage
    {...p}
    title="It was opened by mistake"
    submit="End it"
    says="For a child who was not missing, or who is here twice. A child who came back is found."
  >
    <Narrative form={p.form} name="why" label="Why was it a mistake?" />
  </DeedPage>
)
