import type { ConcernId } from '#core/access/generated/tables.ts'
import { FormPage } from '#platform/ui/form-page.tsx'
import type { FormState } from '#platform/ui/form-state.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Danger, Facts, Heading, Link, Para, Subheading, Words } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'

export interface FurtherView {
  readonly says: string
  readonly dangerNow: boolean
  readonly saidAt: Date
}

interface Said {
  readonly id: ConcernId
  readonly further: readonly FurtherView[]
  /** While nobody has said that they read it. */
  readonly furtherDue: Date | null
}

/** On the concern's page: what whoever sent it said later. What they sent stands as it was sent. */
export const FurtherPart = (p: { concern: Said; mayDecide: boolean }): Html =>
  p.concern.further.length === 0 ? (
    <></>
  ) : (
    <>
      <Subheading>Said later by the person who raised it</Subheading>
      {p.concern.further.map(one => (
        <>
          {one.dangerNow ? (
            <Danger>
              <Para>
                <strong>A child is said to be in danger now.</strong>
              </Para>
            </Danger>
          ) : null}
          <Facts rows={[{ key: sayMoment(one.saidAt), value: <Words>{one.says}</Words> }]} />
        </>
      ))}
      {p.concern.furtherDue && p.mayDecide ? (
        <Para>
          Read it by {sayMoment(p.concern.furtherDue)}.{' '}
          <Link href={`/concerns/${p.concern.id}/further`}>Say that you have read it</Link>
        </Para>
      ) : null}
    </>
  )

export const ReadFurtherPage = (p: { form: FormState; reference: string }): Html => (
  <FormPage
    form={p.form}
    submit="I have read it"
    head={
      <>
        <Heading caption={p.reference}>Say that you have read what was said later</Heading>
        <Para>
          If it changes what has to happen, decide so on the concern, or record a concern of your own. The
          person who said it hears nothing new.
        </Para>
      </>
    }
  >
    {null}
  </FormPage>
)
