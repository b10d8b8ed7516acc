import type { KeptLetter } from '#platform/mail/kept.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Inset, Narrow, Para, Subheading, Words } from '#platform/ui/page-parts.tsx'
import { sayMoment } from '#vocabulary/dates/words.ts'

export const OutboxPage = (p: { letters: readonly KeptLetter[] }): Html => (
  <Narrow>
    <Heading>Outbox</Heading>
    <Inset>
      This is a demonstration, and no mail goes out. Here stands each message that would have been sent,
      newest first. A message comes here within a few seconds: load the page again.
    </Inset>
    {p.letters.length === 0 ? <Para>Nothing yet.</Para> : null}
    {p.letters.map(letter => (
      <section class="sl-panel">
        <Subheading>{letter.subject}</Subheading>
        <Facts
          rows={[
            { key: 'To', value: letter.to },
            { key: 'When', value: sayMoment(letter.at) },
            { key: 'Message', value: <Words>{letter.text.trim()}</Words> },
          ]}
        />
      </section>
    ))}
  </Narrow>
)
