import { LongTextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Name, Para, Words } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'
import { words } from '../words.ts'
import type { protectionOf } from './queries.ts'

export type Protection = Awaited<ReturnType<typeof protectionOf>>

/** On the page of a record of one's own agency; whoever sees there that it is protected is one of the people named. */
export const ProtectionPart = (p: {
  protection: Protection
  href: string
  namedPeople: number | null
}): Html =>
  p.protection?.state === 'protected' ? (
    <Inset>
      <Facts
        rows={[
          { key: 'Protected identity', value: <strong>{words.protectedTo(p.namedPeople ?? 0)}</strong> },
          { key: 'Why', value: <Words>{p.protection.reason}</Words> },
          { key: 'Said by', value: `${p.protection.saidByName}, ${sayMoment(p.protection.saidAt)}` },
        ]}
      />
      <Para>
        <Link href={p.href}>Lift the protection</Link>
      </Para>
    </Inset>
  ) : (
    <Para>
      <Link href={p.href}>Protect this identity</Link>
    </Para>
  )

export const ProtectionPage = (p: {
  form: FormState
  name: string
  isProtected: boolean
  /** What is open to others already, and stays so. */
  known: readonly Html[]
}): Html => (
  <FormPage
    form={p.form}
    submit={p.isProtected ? 'Lift the protection' : 'Protect this identity'}
    head={
      <>
        <Heading>
          {p.isProtected ? 'Lift the protection of ' : 'Protect the identity of '}
          <Name>{p.name}</Name>
        </Heading>
        <Inset>{p.isProtected ? words.liftingMeans : words.protectingMeans}</Inset>
        {p.known}
      </>
    }
  >
    <input type="hidden" name="say" value={p.isProtected ? 'lift' : 'protect'} />
    <LongTextField
      form={p.form}
      name="reason"
      label={p.isProtected ? 'Why may it be lifted?' : 'Why does this identity need protecting?'}
      hint={
        p.isProtected
          ? undefined
          : 'For example adoption, a refuge, or a protected person. No address and no former name.'
      }
      most={1_000}
      rows={3}
    />
  </FormPage>
)
