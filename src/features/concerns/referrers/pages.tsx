import type { ReferrerKind } from '#core/access/referrers.sql.ts'
import { NotACallForHelp, type WhomToRing } from '#features/administration/public.ts'
import { Radios } from '#platform/ui/fields/choice-fields.tsx'
import { CodeField, LongTextField, TextField } from '#platform/ui/fields/text-fields.tsx'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Heading, Inset, Link, Narrow, Para } from '#platform/ui/page-parts.tsx'
import { words } from '../words.ts'
import { KIND, NAME } from './schemas.ts'
import { DAYS_A_REFERRERS_DRAFT_IS_KEPT } from './service.ts'

export const BeginPage = (p: { form: FormState; rings: readonly WhomToRing[] }): Html => (
  <FormPage
    form={p.form}
    submit="Send me a code"
    head={
      <>
        <Heading>Record a concern without an account</Heading>
        <NotACallForHelp rings={p.rings} />
        <Para>
          Anyone who is worried about a child can tell us. You need not be sure. We send a code to your email
          address; with it you begin, or carry on with what you have not sent yet.
        </Para>
        <Inset>{words.onlyYouRead}</Inset>
      </>
    }
    tail={
      <Para>
        <Link href="/report/back">I have sent one already, and have its reference</Link>
      </Para>
    }
  >
    <TextField form={p.form} name="email" label="Your email address" autocomplete="email" inputmode="email" />
  </FormPage>
)

/** Without mail nobody can prove an address: whom to ring stands here all the same. */
export const NoMailPage = (p: { rings: readonly WhomToRing[] }): Html => (
  <Narrow>
    <Heading>Record a concern without an account</Heading>
    <NotACallForHelp rings={p.rings} />
    <Para>
      This service cannot send messages, so nobody can record a concern here without an account. Ring the team
      above and tell them what worries you.
    </Para>
  </Narrow>
)

export const CodePage = (p: {
  form: FormState
  rings: readonly WhomToRing[]
  again: string
  ifAny: boolean
  demo: boolean
}): Html => (
  <FormPage
    form={p.form}
    submit="Continue"
    head={
      <>
        <Heading>Enter the code from your email</Heading>
        <NotACallForHelp rings={p.rings} />
        <Para>
          {p.ifAny
            ? 'If a concern was sent from this address under this reference, a code is on its way to it.'
            : 'A code is on its way to your address.'}{' '}
          It can take a minute. It works for 15 minutes, in this browser.
        </Para>
        {p.demo ? (
          <Para>
            This is a demonstration: the message stands in the <Link href="/outbox">outbox</Link>.
          </Para>
        ) : null}
      </>
    }
    tail={
      <Para>
        <Link href={p.again}>Ask for another code</Link>
      </Para>
    }
  >
    <CodeField form={p.form} name="code" label="Eight-digit code" />
  </FormPage>
)

export const BackPage = (p: { form: FormState; rings: readonly WhomToRing[] }): Html => (
  <FormPage
    form={p.form}
    submit="Send me a code"
    head={
      <>
        <Heading>Come back to a concern that you sent</Heading>
        <NotACallForHelp rings={p.rings} />
        <Para>
          We send a code to the address that it was sent from. You see where it stands, and can add to it.
        </Para>
      </>
    }
    tail={
      <Para>
        <Link href="/report">I have not sent it yet, or want to record another one</Link>
      </Para>
    }
  >
    <TextField
      form={p.form}
      name="reference"
      label="Reference"
      hint="It begins with CON, such as CON-7K3M-2QX9"
      width="short"
    />
    <TextField form={p.form} name="email" label="Your email address" autocomplete="email" inputmode="email" />
  </FormPage>
)

export const WhoPage = (p: {
  form: FormState
  kinds: readonly ReferrerKind[]
  begun: boolean
  rings: readonly WhomToRing[]
}): Html => (
  <FormPage
    form={p.form}
    submit="Save and continue"
    head={
      <>
        <Heading caption="Record a concern">About you</Heading>
        <NotACallForHelp rings={p.rings} />
        {p.begun ? (
          <Inset>
            You have begun a concern and not sent it. Continue, and you come to all that you wrote.{' '}
            <Link href="/report/empty">Start again with an empty form</Link>
          </Inset>
        ) : (
          <Inset>{words.askNothing}</Inset>
        )}
        <Para>
          Each page is saved as you go. What you have not sent waits {String(DAYS_A_REFERRERS_DRAFT_IS_KEPT)}{' '}
          days: come back with your email address, on any device.
        </Para>
      </>
    }
  >
    <Radios
      form={p.form}
      name={KIND}
      label="Who are you?"
      hint="Those whose work is with children or families hear what was decided. Everyone else hears that it was received and looked at."
      choices={p.kinds.map(kind => ({ value: kind.code, text: kind.label }))}
    />
    <TextField
      form={p.form}
      name={NAME}
      label="Your name"
      hint="You need not give it unless your work is with children or families. Later you can ask that it is kept from the family."
      autocomplete="name"
    />
  </FormPage>
)

export const EmptyPage = (p: { form: FormState }): Html => (
  <FormPage
    form={p.form}
    submit="Remove what I wrote"
    warn
    head={
      <>
        <Heading caption="Record a concern">Start again with an empty form?</Heading>
        <Para>What you have written and not sent is removed. Nobody has seen it.</Para>
        <Para>If you are worried about this child, go back, carry on and send it.</Para>
      </>
    }
  >
    {null}
  </FormPage>
)

export const LeavePage = (p: { form: FormState; rings: readonly WhomToRing[] }): Html => (
  <FormPage
    form={p.form}
    submit="Leave"
    head={
      <>
        <Heading>Leave these pages</Heading>
        <NotACallForHelp rings={p.rings} />
        <Para>
          What you have not sent is saved, and waits {String(DAYS_A_REFERRERS_DRAFT_IS_KEPT)} days. To carry
          on, choose “Record a concern without an account” and enter your email address.
        </Para>
        <Para>To come back to what you have sent you need its reference and your email address.</Para>
        <Para>Choose Leave if others use this device. You are let out by yourself after half an hour.</Para>
      </>
    }
  >
    {null}
  </FormPage>
)

export const FurtherPage = (p: { form: FormState; reference: string; ring: WhomToRing }): Html => (
  <FormPage
    form={p.form}
    submit="Send"
    head={
      <>
        <Heading caption={p.reference}>Add to what you sent</Heading>
        <NotACallForHelp rings={[p.ring]} />
        <Para>Whoever has your concern reads this. What you sent before stays as you sent it.</Para>
        <Inset>
          Write what you saw, heard or were told, in the words used. Say which is fact and which is your view.
          The child, their family and a court may read this one day.
        </Inset>
      </>
    }
  >
    <Radios
      form={p.form}
      name="danger-now"
      label="Is a child in danger now?"
      hint="If you are not sure, choose Yes"
      choices={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
    <LongTextField form={p.form} name="says" label="What do you want to add?" most={10_000} rows={8} />
  </FormPage>
)
