import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Name, Para, Table } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import type { NamedLook } from './queries.ts'

export const AskReferencePage = (p: { form: FormState }): Html => (
  <FormPage form={p.form} submit="Show who has looked" head={<Heading>Who has looked at a record</Heading>}>
    <Para>You see names because you look after your agency’s records. Asking leaves an entry too.</Para>
    <TextField
      form={p.form}
      name="reference"
      label="Reference of the person record"
      hint="It stands above the name on the record’s page, for example PER-7K3M-2QX9"
    />
  </FormPage>
)

export const LooksPage = (p: {
  reference: string
  name: string
  looks: readonly NamedLook[]
  sayDeed: (deed: string) => string
  most: number
}): Html => (
  <>
    <Heading caption={p.reference}>
      Who has looked at the record of <Name>{p.name}</Name>
    </Heading>
    <Para>
      {p.looks.length < p.most
        ? `${p.looks.length} looks and deeds, newest first.`
        : `The newest ${p.most} looks and deeds. Older ones are in the ledger.`}
    </Para>
    <Table
      caption="Looks and deeds"
      captionHidden
      columns={[
        { title: 'When', cell: look => sayMoment(look.at) },
        {
          title: 'Who',
          cell: look =>
            [look.name, look.roles.map(role => role.replaceAll('-', ' ')).join(', '), look.agency]
              .filter(Boolean)
              .join(', '),
        },
        { title: 'What', cell: look => p.sayDeed(look.deed) },
      ]}
      rows={p.looks}
    />
  </>
)
