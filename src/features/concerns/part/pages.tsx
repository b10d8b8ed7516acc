import type { ConcernId } from '#core/access/generated/tables.ts'
import type { Look } from '#core/audit/who-looked.ts'
import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import {
  Facts,
  Heading,
  Inset,
  Link,
  Name,
  Narrow,
  Para,
  Subheading,
  Table,
  Words,
} from '#platform/ui/page-parts.tsx'
import { sayMoment, sayMomentShort } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'

type Looks = readonly (Look & { readonly on: 'record' | 'concern' })[]

export const PartPage = (p: {
  form: FormState
  called: string
  reference: string
  record: { reference: string; name: string; since: Date } | null
}): Html => {
  const head = (
    <Heading caption={p.reference}>
      Part <Name>{p.called}</Name> from a record
    </Heading>
  )
  if (!p.record)
    return (
      <Narrow>
        {head}
        <Inset>{p.form.errors[''] ?? words.notJoined}</Inset>
      </Narrow>
    )
  return (
    <FormPage
      form={p.form}
      submit="Part them"
      warn
      head={
        <>
          {head}
          <Facts
            rows={[
              { key: 'Joined to', value: <Name>{p.record.name}</Name> },
              { key: 'Reference', value: p.record.reference },
              { key: 'Since', value: sayMoment(p.record.since) },
            ]}
          />
          <Para>{words.parting}</Para>
        </>
      }
    >
      <LongTextField form={p.form} name="why" label="Why is it not the same child?" most={2_000} rows={3} />
    </FormPage>
  )
}

export interface PartingView {
  readonly why: string
  readonly linkedAt: Date
  readonly partedAt: Date
  readonly partedByName: string
}

/** On the concern's page, under the child: from which records they have been parted. */
export const PartingsPart = (p: {
  concernId: ConcernId
  childId: string
  partings: readonly PartingView[]
}): Html =>
  p.partings.length === 0 ? (
    <></>
  ) : (
    <Para>
      {words.partedFrom(p.partings.length)}{' '}
      <Link href={`/concerns/${p.concernId}/children/${p.childId}/parted`}>{words.whileJoined}</Link>
    </Para>
  )

export const PartedPage = (p: {
  called: string
  reference: string
  partings: readonly (PartingView & {
    record: { reference: string; href: string } | null
    looks: Looks
    cut: boolean
  })[]
  sayDeed: (deed: string) => string
}): Html => (
  <>
    <Heading caption={p.reference}>
      {words.whileJoined}: <Name>{p.called}</Name>
    </Heading>
    {p.partings.length === 0 ? <Para>{words.neverParted}</Para> : <Para>{words.lookAtWhatWasDone}</Para>}
    {p.partings.map(parting => (
      <>
        <Subheading>Parted on {sayMoment(parting.partedAt)}</Subheading>
        <Facts
          rows={[
            {
              key: 'Record',
              value: parting.record ? (
                <Link href={parting.record.href}>{parting.record.reference}</Link>
              ) : (
                'A record that you cannot see'
              ),
            },
            { key: 'Joined', value: sayMoment(parting.linkedAt) },
            { key: 'Parted by', value: parting.partedByName },
            { key: 'Why', value: <Words>{parting.why}</Words> },
          ]}
        />
        <Table
          caption="Looked at and done between the two"
          columns={[
            { title: 'When', cell: look => sayMomentShort(look.at) },
            { title: 'What', cell: look => p.sayDeed(look.deed) },
            { title: 'On', cell: look => (look.on === 'record' ? 'The record' : 'The concern') },
            {
              title: 'Who',
              cell: look =>
                [look.name, look.roles.map(role => role.replaceAll('-', ' ')).join(', '), look.agency]
                  .filter(Boolean)
                  .join(', '),
            },
          ]}
          rows={parting.looks}
        />
        {parting.cut ? <Para>{words.looksCut}</Para> : null}
      </>
    ))}
  </>
)
