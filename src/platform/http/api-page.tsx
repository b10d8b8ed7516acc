import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Facts, Heading, Link, Para, Subheading } from '#platform/ui/page-parts.tsx'
import { TOKEN_PATH } from './oauth.ts'
import type { DescribedApi } from './openapi.ts'

/** The operations of the OpenAPI document, for people. */
export const ApiPage = (p: { operations: readonly DescribedApi[] }): Html => (
  <>
    <Heading>What systems can ask here</Heading>
    <Para>
      The whole of it stands in the <Link href="/api/v1/openapi.json">OpenAPI document</Link>. An
      administrator of your agency adds the system and makes its key.
    </Para>
    <Subheading>First, a token</Subheading>
    <Para>
      Send the system’s id and key to POST {TOKEN_PATH} (OAuth 2.0, client credentials). Put the token in the
      header Authorization, after the word Bearer. It is good for ten minutes.
    </Para>
    {p.operations.map(one => (
      <section class="sl-panel">
        <Subheading>{one.summary}</Subheading>
        <Facts
          rows={[
            { key: 'Operation', value: `${one.method} ${one.path.replaceAll(/:(\w+)/g, '{$1}')}` },
            { key: 'For', value: one.who },
            ...(one.onceByKey
              ? [
                  {
                    key: 'Header',
                    value:
                      'Idempotency-Key: a new one for each thing sent. The same again is answered again and done once.',
                  },
                ]
              : []),
            { key: 'Answers with', value: String(one.status) },
          ]}
        />
      </section>
    ))}
    <Subheading>When it goes wrong</Subheading>
    <Para>
      The answer is a problem (RFC 9457): what is wrong by field, and what to do. Sending a concern does not
      call for help. If a child is in danger now, ring 999.
    </Para>
  </>
)
