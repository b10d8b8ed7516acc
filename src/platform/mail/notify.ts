import { createHmac } from 'node:crypto'
import type { PostBox, World } from '#platform/world/world.ts'

/** How a key of GOV.UK Notify is written: a name, the service's id and its secret. */
const KEY =
  /^.*?-?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

export const isNotifyKey = (text: string): boolean => KEY.test(text)

export interface NotifySettings {
  readonly key: string
  /** Of a template whose subject is ((subject)) and whose message is ((message)). */
  readonly template: string
  readonly url: string
}

const LONGEST_MS = 10_000

/**
 * The post by GOV.UK Notify: one request for each letter, signed with the service's secret. A letter that is not taken is an
 * error, and is sent again at the next sweep. Of an error only its kind is told: the answer may hold the address.
 */
export function notifyPost(settings: NotifySettings, world: Pick<World, 'now'>): PostBox {
  return async letter => {
    const answer = await fetch(new URL('/v2/notifications/email', settings.url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokenFor(settings.key, world.now())}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        email_address: letter.to,
        template_id: settings.template,
        personalisation: { subject: letter.subject, message: letter.text },
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    await answer.body?.cancel()
    if (answer.status !== 201) throw new Error(`the post was not taken: ${answer.status}`)
  }
}

/** A JSON web token (RFC 7519) as Notify wants it: who, when, HS256. */
export function tokenFor(key: string, now: Date): string {
  const [, service, secret] = KEY.exec(key) ?? []
  if (!service || !secret) throw new Error('the key of GOV.UK Notify is not one')
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: service, iat: Math.floor(now.getTime() / 1000) })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
