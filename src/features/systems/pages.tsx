import { TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Narrow, Para, Table, Tag } from '#platform/ui/page-parts.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import type { lastCalls, systemById, systemsOf } from './queries.ts'

type Rows<F extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>
type System = NonNullable<Rows<typeof systemById>>

export const SystemsPage = (p: { systems: Rows<typeof systemsOf> }): Html => (
  <>
    <Heading>Systems of your agency</Heading>
    <Para>
      A system of your agency can send your workers’ concerns, so that nothing is typed twice. What it may
      send stands in <Link href="/api">how systems send concerns</Link>.
    </Para>
    <Para>
      <Link href="/administration/systems/new">Add a system</Link>
    </Para>
    {p.systems.length > 0 ? (
      <Table
        caption="Systems"
        columns={[
          {
            title: 'Name',
            cell: row => <Link href={`/administration/systems/${row.userId}`}>{row.name}</Link>,
          },
          { title: 'Who runs it', cell: row => row.contact },
          {
            title: 'Account',
            cell: row => (row.endedAt ? <Tag text="Ended" colour="grey" /> : 'Open'),
          },
        ]}
        rows={p.systems}
      />
    ) : (
      <Para>There are none.</Para>
    )}
  </>
)

export const NewSystemPage = (p: { form: FormState }): Html => (
  <FormPage form={p.form} submit="Add this system" head={<Heading>Add a system of your agency</Heading>}>
    <Inset>It can send nothing until someone else of your agency has agreed to its role.</Inset>
    <TextField form={p.form} name="name" label="What the system is called" />
    <TextField form={p.form} name="contact" label="Who runs it, by telephone or email" />
  </FormPage>
)

const EVENTS: Readonly<Record<string, string>> = {
  'concern.picked-up': 'A concern was picked up',
  'concern.passed-on': 'A concern was passed on',
  'concern.decided': 'A concern was decided',
  'concern.looked-at-again': 'A concern is looked at again',
  'concern.nobody-yet': 'Nobody has opened a concern yet',
}

export const SystemPage = (p: { system: System; calls: Rows<typeof lastCalls> }): Html => (
  <Narrow>
    <Heading>{p.system.name}</Heading>
    <Facts
      rows={[
        { key: 'Its id', value: p.system.userId },
        { key: 'Who runs it', value: p.system.contact },
        { key: 'Account', value: p.system.endedAt ? 'Ended' : 'Open' },
        { key: 'Told at', value: p.system.hookUrl ?? 'Nowhere: it has to ask' },
      ]}
    />
    <ul class="govuk-list">
      <li>
        <Link href={`/administration/systems/${p.system.userId}/key`}>Make a key</Link>
      </li>
      <li>
        <Link href={`/administration/systems/${p.system.userId}/hook`}>Where it is told</Link>
      </li>
      <li>
        <Link href={`/administration/people/${p.system.userId}`}>Its role, and ending its account</Link>
      </li>
    </ul>
    {p.calls.length > 0 ? (
      <Table
        caption="What it was told last"
        columns={[
          { title: 'What', cell: call => EVENTS[call.event] ?? call.event },
          { title: 'When', cell: call => sayMomentShort(call.happenedAt) },
          { title: 'Tries', cell: call => String(call.tries) },
          {
            title: 'How it went',
            cell: call =>
              call.answeredAt ? 'Taken' : call.givenUpAt ? <Tag text="Given up" colour="orange" /> : 'Waits',
          },
        ]}
        rows={p.calls}
      />
    ) : null}
  </Narrow>
)

export const KeyPage = (p: { form: FormState; name: string }): Html => (
  <FormPage form={p.form} submit="Make the key" warn head={<Heading>Make a key for {p.name}</Heading>}>
    <Para>
      It is shown once, on the next page. Give it to whoever runs the system by hand or by telephone. A key
      that it has now opens nothing from then on. Whoever has the key sends concerns in your agency’s name.
    </Para>
  </FormPage>
)

export const HookPage = (p: { form: FormState; name: string }): Html => (
  <FormPage
    form={p.form}
    submit="Save"
    head={<Heading>Where {p.name} is told how its concerns stand</Heading>}
  >
    <Para>
      It is told which concern has moved on and nothing more, and asks for the rest. What it is told is
      signed: the key for that is shown once, on the next page.
    </Para>
    <TextField
      form={p.form}
      name="url"
      label="Address that is called"
      hint="It begins with https://. Leave it blank, and it is told nothing."
    />
  </FormPage>
)
