import { CodeField, PasswordField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Narrow, Para } from '#platform/ui/page-parts.tsx'
import { sayMomentShort } from '#vocabulary/dates/words.ts'
import { RecoveryCodes } from '../pages.tsx'
import { SHORTEST_PASSWORD } from '../schemas.ts'
import { words } from '../words.ts'
import type { Standing } from './queries.ts'

export const AccountPage = (p: {
  viewer: { name: string; agencyName: string; roleTitles: readonly string[] }
  standing: Standing
}): Html => (
  <Narrow>
    <Heading>Your account</Heading>
    <Facts
      rows={[
        { key: 'Name', value: p.viewer.name },
        { key: 'Agency', value: p.viewer.agencyName },
        { key: 'Roles', value: p.viewer.roleTitles.join(', ') || 'None yet' },
        ...(p.standing.passwordSetAt
          ? [
              {
                key: 'Password',
                value: `Set ${sayMomentShort(p.standing.passwordSetAt)}`,
                change: { href: '/account/password', what: 'your password' },
              },
              {
                key: 'Recovery codes',
                value: `${p.standing.codesLeft} left`,
                change: { href: '/account/recovery-codes', what: 'your recovery codes' },
              },
            ]
          : []),
      ]}
    />
    {p.standing.passwordSetAt ? null : <Para>{words.notSetUp}.</Para>}
    <Para>
      <Link href="/administration/roles">What each role covers</Link>
    </Para>
  </Narrow>
)

export const PasswordPage = (p: { form: FormState }): Html => (
  <FormPage
    form={p.form}
    submit="Change password"
    head={
      <>
        <Heading>Change your password</Heading>
        <Para>You are then signed out everywhere else.</Para>
      </>
    }
  >
    <PasswordField form={p.form} name="present" label="Present password" />
    <PasswordField
      form={p.form}
      name="password"
      label="New password"
      hint={`${SHORTEST_PASSWORD} characters or more`}
      isNew
    />
    <CodeField form={p.form} name="code" label="Six-digit code from your app" />
  </FormPage>
)

export const CodesPage = (p: { form: FormState; set: string; codes: readonly string[] | null }): Html =>
  p.codes === null ? (
    <Narrow>
      <Heading>New recovery codes</Heading>
      <Para>{words.notSetUp}.</Para>
    </Narrow>
  ) : (
    <FormPage
      form={p.form}
      submit="Use these codes"
      head={
        <>
          <Heading>New recovery codes</Heading>
          <RecoveryCodes codes={p.codes} />
          <Inset>
            They count once you have entered a code from your app. The codes you had before then end.
          </Inset>
        </>
      }
    >
      <input type="hidden" name="set" value={p.set} />
      <CodeField form={p.form} name="code" label="Six-digit code from your app" />
    </FormPage>
  )
