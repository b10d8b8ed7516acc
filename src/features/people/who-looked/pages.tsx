import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Name, Para, Table } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import type { ListShown, NamedLook } from './queries.ts'
import { sayWho } from './say-who.ts'

export const AskReferencePage = (p: { form: FormState }): Html => (
  <FormPage form={p.form} submit="Show who has looked" head={<Heading>Who has looked at a record</Heading>}>
    <Para>You see names because you look after your agency’s records. Asking leaves an entry too.</Para>
    <TextField
      form={p.form}
      name="reference"
      label="Reference of the person record"
      hint="For example PER-7K3M-2QX9. Whoever works with the record finds it at the top of its page"
    />
  </FormPage>
)

export const LooksPage = (p: {
  reference: string
  name: string
  looks: readonly NamedLook[]
  lists: readonly ListShown[]
  sayDeed: (deed: string) => string
  most: number
}): Html => (
  <>
    <Heading caption={p.reference}>
      Who has looked at the record of <Name>{p.name}</Name>
    </Heading>
    <Para>{sayHowMany(p.looks.length, p.most, 'looks and deeds')}</Para>
    <Table
      caption="Looks and deeds"
      columns={[
        { title: 'When', cell: look => sayMoment(look.at) },
        { title: 'Who', cell: sayWho },
        { title: 'What', cell: look => p.sayDeed(look.deed) },
      ]}
      rows={p.looks}
    />
    {p.lists.length > 0 ? (
      <>
        <Para>{sayHowMany(p.lists.length, p.most, 'lines')}</Para>
        <Table
          caption="Lists of work that showed the name, one line for each person and day"
          columns={[
            { title: 'Last that day', cell: list => sayMoment(list.at) },
            { title: 'Who', cell: sayWho },
            { title: 'What', cell: list => p.sayDeed(list.deed) },
            { title: 'Times', cell: list => String(list.times) },
          ]}
          rows={p.lists}
        />
      </>
    ) : (
      <Para>No list of work has shown the name.</Para>
    )}
  </>
)

const sayHowMany = (count: number, most: number, what: string): string =>
  count < most
    ? `${count} ${what}, newest first.`
    : `The newest ${most} ${what}. Older ones are in the ledger.`
