import type { UserAccountId } from '#core/access/generated/tables.ts'
import { answerRole } from '#features/administration/accounts/service.ts'
import { withUnsaid } from '#features/concerns/unsaid.ts'
import { currentTemplate, templateFor } from '#features/standard/public.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { asJson } from './as-json.ts'
import { concernTyped } from './routes/concerns.ts'
import type { TestApp } from './test-app.ts'

export const GRANT = { grant_type: 'client_credentials' }
export const shown = (body: string, what: RegExp): string => what.exec(body)?.[1] ?? ''

export const basic = (id: string, key: string) => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(key)}`).toString('base64')}`,
})

/** What a system of the council does in one made-up area: it is added, it has a key and a token, it sends and asks. */
export function agencySystem(of: () => TestApp) {
  /** As its administrator adds it, with its key; its role agreed to by someone else. */
  async function addSystem(agreed = true): Promise<{ id: UserAccountId; key: string }> {
    const t = of()
    const browser = await t.as('Alan Pike')
    const added = await browser.submit('/administration/systems/new', {
      name: 'Pastoral log',
      contact: 'ICT, 204',
    })
    const id = idOf<UserAccountId>().parse(added.headers.location?.split('/').at(-1))
    const made = await browser.submit(`/administration/systems/${id}/key`, {})
    const page = await browser.get(made.headers.location ?? '')
    if (agreed) {
      const grant = await t.database.superuser
        .selectFrom('roleGrant')
        .select('id')
        .where('userId', '=', id)
        .executeTakeFirstOrThrow()
      await t.act('Grace Okafor', act => answerRole(act, id, { grant: grant.id, answer: 'agree' }))
    }
    return { id, key: shown(page.body, /shown only now: ([\w-]{43})/) }
  }

  const ask = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    of().app.inject({
      method: 'POST',
      url: '/api/v1/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    })

  async function tokenOf(system: { id: string; key: string }): Promise<string> {
    return (await ask(GRANT, basic(system.id, system.key))).json<{ access_token: string }>().access_token
  }

  async function body(typed = concernTyped(of())): Promise<object> {
    const template = await of().act('Leah Brandt', async act =>
      templateFor(await currentTemplate(act.tx), { face: 'referrer', writes: act.viewer.writes }),
    )
    const { face, answers, parts } = asJson(template, withUnsaid(typed), 'referrer')
    const asked = new Set(template.repeats.map(repeat => repeat.id))
    return {
      template: template.version,
      face,
      sentBy: { name: 'Jane Poole', role: 'Class teacher' },
      answers,
      parts: Object.fromEntries(Object.entries(parts).filter(([kind]) => asked.has(kind))),
    }
  }

  const send = (token: string | null, payload: object | string, key = 'key-1') =>
    of().app.inject({
      method: 'POST',
      url: '/api/v1/concerns',
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(key === '' ? {} : { 'idempotency-key': key }),
        'content-type': 'application/json',
      },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    })

  const get = (token: string, url: string) =>
    of().app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } })

  return { addSystem, ask, tokenOf, body, send, get }
}
