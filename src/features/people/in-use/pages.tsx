import { DateField, Radios } from '#platform/ui/fields/choice-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Name, Para } from '#platform/ui/page-parts.tsx'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import { sayDay } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'

const IF_KNOWN = 'If you know it, for example 27 3 2024'

export const InUseFields = (p: { form: FormState }): Html => (
  <>
    <DateField form={p.form} name="from" label="Used from" hint={IF_KNOWN} />
    <DateField form={p.form} name="until" label="Used until" hint="Leave blank if it is used now" />
  </>
)

/** Ends a name or a number: it is no longer used, or it never was theirs. */
export const EndPage = (p: { form: FormState; title: string; name: string; says: string }): Html => (
  <FormPage
    form={p.form}
    submit="End it"
    head={
      <>
        <Heading caption={p.name}>{p.title}</Heading>
        <Para>
          <Name>{p.says}</Name>
        </Para>
      </>
    }
  >
    <Radios
      form={p.form}
      name="why"
      label="Why are you ending it?"
      hint="What was recorded by mistake can still be read under ‘What was recorded before’."
      choices={Object.entries(words.endedWhy).map(([value, text]) => ({ value, text }))}
    />
    <DateField form={p.form} name="until" label="Used until" hint={IF_KNOWN} />
  </FormPage>
)

/** 'from 3 March 2024 until 1 May 2025', as far as it is known. */
export const sayInUse = (dated: { fromDay: PlainDate | null; toDay: PlainDate | null }): string =>
  [dated.fromDay ? `from ${sayDay(dated.fromDay)}` : '', dated.toDay ? `until ${sayDay(dated.toDay)}` : '']
    .filter(Boolean)
    .join(' ')
