import { govuk } from '#platform/ui/generated/govuk.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Narrow, Para } from '#platform/ui/page-parts.tsx'
import { words } from '../words.ts'

export const CopyPage = (p: { reference: string; text: string; keepName: boolean }): Html => (
  <Narrow>
    <Heading caption={p.reference}>{words.copyOut}</Heading>
    <Para>{words.copyOutHow}</Para>
    {p.keepName ? <Inset>{words.copyOutKeepsName}</Inset> : null}
    {govuk.textarea({
      name: 'concern',
      id: 'concern',
      label: { text: words.copyOutText, classes: 'govuk-label--s' },
      value: p.text,
      rows: '30',
      attributes: { readonly: 'readonly' },
    })}
  </Narrow>
)
