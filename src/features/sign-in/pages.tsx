import QRCode from 'qrcode'
import { CodeField, PasswordField, TextField } from '#platform/ui/fields/text-fields.tsx'
import { ErrorSummary, FormPage, OwnForm } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Link, Narrow, Para, Subheading } from '#platform/ui/page-parts.tsx'
import type { MadeUp } from './made-up.sql.ts'
import { SHORTEST_PASSWORD } from './schemas.ts'

export const SignInPage = (p: { form: FormState; demo: boolean }): Html => (
  <FormPage
    form={p.form}
    submit="Continue"
    head={<Heading>Sign in</Heading>}
    tail={
      <>
        {p.demo ? (
          <Para>
            <Link href="/sign-in/made-up">Sign in as one of the made-up people</Link>
          </Para>
        ) : null}
        <Para>
          <Link href="/set-up">Set up a new account</Link>
        </Para>
        <Para>
          <Link href="/report">Record a concern without an account</Link>
        </Para>
        <Para>
          <Link href="/report/back">Come back to a concern that you sent without an account</Link>
        </Para>
        <Para>If a child is in danger now, ring 999.</Para>
      </>
    }
  >
    <TextField form={p.form} name="email" label="Email address" autocomplete="username" inputmode="email" />
    <PasswordField form={p.form} name="password" label="Password" />
  </FormPage>
)

export const CodePage = (p: { form: FormState }): Html => (
  <FormPage
    form={p.form}
    submit="Sign in"
    head={<Heading>Enter the code from your app</Heading>}
    tail={
      <Para>
        <Link href="/sign-in/recovery">I do not have my phone</Link>
      </Para>
    }
  >
    <CodeField form={p.form} name="code" label="Six-digit code" hint="It changes every 30 seconds" />
  </FormPage>
)

export const RecoveryPage = (p: { form: FormState }): Html => (
  <FormPage form={p.form} submit="Sign in" head={<Heading>Use a recovery code</Heading>}>
    <TextField
      form={p.form}
      name="code"
      label="Recovery code"
      hint="One of the ten codes you were given. Each can be used once"
      width="short"
    />
  </FormPage>
)

export const SetUpPage = (p: { form: FormState }): Html => (
  <FormPage form={p.form} submit="Continue" head={<Heading>Set up your account</Heading>}>
    <TextField form={p.form} name="email" label="Email address" autocomplete="username" inputmode="email" />
    <TextField
      form={p.form}
      name="code"
      label="Set-up code"
      hint="Your administrator gave it to you"
      width="short"
    />
    <PasswordField
      form={p.form}
      name="password"
      label="Choose a password"
      hint={`${SHORTEST_PASSWORD} characters or more`}
      isNew
    />
  </FormPage>
)

export const SecondFactorPage = (p: {
  form: FormState
  address: string
  secret: string
  recoveryCodes: readonly string[]
}): Html => (
  <FormPage
    form={p.form}
    submit="Finish"
    head={
      <>
        <Heading>Set up your second factor</Heading>
        <Para>Scan this with an authenticator app, or type the key into it.</Para>
        <QrPicture text={p.address} />
        <Facts
          rows={[
            {
              key: 'Key',
              value: <code class="sl-words">{p.secret.match(/.{4}/g)?.join(' ') ?? p.secret}</code>,
            },
          ]}
        />
        <Subheading>Your recovery codes</Subheading>
        <RecoveryCodes codes={p.recoveryCodes} />
      </>
    }
  >
    <CodeField form={p.form} name="code" label="Six-digit code from the app" />
  </FormPage>
)

export const RecoveryCodes = (p: { codes: readonly string[] }): Html => (
  <>
    <Para>
      Write these down and keep them apart from your phone. Each lets you in once if you lose it. They are
      shown only now.
    </Para>
    <ul class="govuk-list">
      {p.codes.map(code => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </>
)

/** Drawn here, so that no picture service ever sees the key. */
const QrPicture = (p: { text: string }): Html => {
  const { modules } = QRCode.create(p.text, { errorCorrectionLevel: 'M' })
  const size = modules.size
  const dark = [...modules.data].flatMap((bit, index) =>
    bit ? [`M${index % size} ${Math.floor(index / size)}h1v1h-1z`] : [],
  )
  return (
    <svg
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      width={240}
      height={240}
      role="img"
      aria-label="Picture of the key, for an app to scan"
      shape-rendering="crispEdges"
    >
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}

export const MadeUpPage = (p: { form: FormState; people: readonly MadeUp[] }): Html => (
  <Narrow>
    <ErrorSummary form={p.form} />
    <Heading>Sign in as someone made up</Heading>
    <Inset>
      This is a demonstration. Nobody here is real, and one click signs you in. A real service asks for a
      password and a second factor.
    </Inset>
    {p.people.map(person => (
      <OwnForm form={p.form}>
        <input type="hidden" name="user" value={person.userId} />
        <p class="govuk-body">
          <button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-1">
            {person.name}
          </button>
          <br />
          {person.roles}, {person.agency}
        </p>
      </OwnForm>
    ))}
  </Narrow>
)

export const SignOutPage = (p: { form: FormState }): Html => (
  <FormPage form={p.form} submit="Sign out" head={<Heading>Sign out</Heading>}>
    <Para>
      A concern that you have not sent yet is kept as you last saved it. Other forms are not kept: send them
      first.
    </Para>
  </FormPage>
)
