import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

/** What a browser without JavaScript would do with the app, without a socket: cookies, forms, redirects. */
export interface Browsing {
  readonly get: (path: string) => Promise<LightMyRequestResponse>
  /** Opens a form, fills it in and sends it. */
  readonly submit: (
    path: string,
    typed: Typed,
    how?: { key?: string; csrf?: string; action?: string },
  ) => Promise<LightMyRequestResponse>
  /** The key and the proof that a form on a page carries. */
  readonly formAt: (path: string) => Promise<{ csrf: string; key: string }>
  readonly cookies: Map<string, string>
}

export type Typed = Readonly<Record<string, string | readonly string[]>>

export function browsing(app: FastifyInstance): Browsing {
  const cookies = new Map<string, string>()
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    body?: string,
  ): Promise<LightMyRequestResponse> => {
    const response = await app.inject({
      method,
      url,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    for (const cookie of response.cookies) {
      if (cookie.value === '') cookies.delete(cookie.name)
      else cookies.set(cookie.name, cookie.value)
    }
    return response
  }
  const get = (path: string) => send('GET', path)
  const formAt = async (path: string) => {
    const page = await get(path)
    const hidden = (name: string): string =>
      [...page.body.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].at(-1)?.[1] ?? ''
    return { csrf: hidden('_csrf'), key: hidden('_key') }
  }
  return {
    cookies,
    get,
    formAt,
    submit: async (path, typed, how = {}) => {
      const form = how.csrf && how.key ? { csrf: how.csrf, key: how.key } : await formAt(path)
      const body = new URLSearchParams({ _csrf: how.csrf ?? form.csrf, _key: how.key ?? form.key })
      for (const [name, value] of Object.entries(typed))
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
      return send('POST', how.action ?? path, body.toString())
    },
  }
}
