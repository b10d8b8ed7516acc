import type { ConcernId } from '#core/access/generated/tables.ts'
import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Para, Subheading, Words } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { actionWords, words } from '../words.ts'
import { ACTIONS, type Action } from './service.ts'

export interface SealedView {
  /** How many people can see it. */
  readonly to: number
  readonly done: readonly {
    readonly action: Action
    readonly reasons: string
    readonly doneByName: string
    readonly doneAt: Date
  }[]
}

/** On the concern's own page, for the few who see it. */
export const SealedPart = (p: { concernId: ConcernId; sealed: SealedView; mayHold: boolean }): Html => (
  <>
    <Inset>{words.sealedTo(p.sealed.to)}</Inset>
    <Subheading>What is done about the person named</Subheading>
    {p.sealed.done.length === 0 ? <Para>Nothing is recorded yet.</Para> : null}
    {p.sealed.done.map(one => (
      <Facts
        rows={[
          { key: 'What', value: actionWords[one.action] },
          { key: 'Reasons', value: <Words>{one.reasons}</Words> },
          { key: 'By', value: `${one.doneByName}, ${sayMoment(one.doneAt)}` },
        ]}
      />
    ))}
    {p.mayHold ? (
      <Para>
        <Link href={`/concerns/${p.concernId}/allegation`}>Record what is done about the person named</Link>
      </Para>
    ) : null}
  </>
)

export const AllegationPage = (p: { form: FormState; reference: string }): Html => (
  <FormPage
    form={p.form}
    submit="Record it"
    head={
      <>
        <Heading caption={p.reference}>What is done about the person named</Heading>
        <Inset>{words.childrenApart}</Inset>
      </>
    }
  >
    <Radios
      form={p.form}
      name="action"
      label="What is done?"
      choices={ACTIONS.map(action => ({ value: action, text: actionWords[action] }))}
    />
    <LongTextField form={p.form} name="reasons" label="Reasons" hint={words.keepApart} most={10_000} />
  </FormPage>
)

/** Of a concern, and of what later features open from one: what follows is said by each. */
export const TooNearPage = (p: { form: FormState; reference: string; says: string }): Html => (
  <FormPage
    form={p.form}
    submit="I am too near to this"
    warn
    head={
      <>
        <Heading caption={p.reference}>I am too near to this</Heading>
        <Para>{p.says}</Para>
      </>
    }
  >
    {null}
  </FormPage>
)
