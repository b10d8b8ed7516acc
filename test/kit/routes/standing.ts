import type { LightMyRequestResponse } from 'fastify'
import { PROVED } from '#entry/build-app.ts'
import { SESSION_COOKIE } from '#platform/http/cookies.ts'
import { csrfOf } from '#platform/http/sessions.ts'
import { browsing, type Browsing, type Typed } from '../browser-like.ts'
import type { TestApp } from '../test-app.ts'
import type { Ids, Ready, Row } from './row.ts'
import { TABLE } from './table.ts'

/** What every route needs, made once: what is refused here would be accepted from whoever may. */
export async function makeReady(t: TestApp, rows = TABLE): Promise<(row: Row) => Ready> {
  const made = new Map<Row, Ready>()
  for (const row of rows) made.set(row, await row.ready(t))
  return row => {
    const ready = made.get(row)
    if (!ready) throw new Error(`nothing was made ready for ${row.path}`)
    return ready
  }
}

/** An address with its ids in it. */
export const at = (row: Row, ids: Ids): string =>
  row.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const id = ids[name]
    if (id === undefined) throw new Error(`${row.path} has no ${name}`)
    return id
  })

export const typedFor = (ready: Ready): Promise<Typed> | Typed =>
  typeof ready.typed === 'function' ? ready.typed() : ready.typed

/** Whoever uses a route, at the page before it. */
export const userOf = async (t: TestApp, row: Row, ready: Ready): Promise<Browsing> => {
  if (ready.browser) return ready.browser()
  return row.may === 'anyone' ? browsing(t.app) : t.as(row.by)
}

/** A right proof and a fresh key, also for a form that this browser may not open. */
export async function proofFor(t: TestApp, browser: Browsing): Promise<{ csrf: string; key: string }> {
  const token = browser.cookies.get(SESSION_COOKIE) ?? browser.cookies.get(PROVED.cookie)
  const csrf = token ? csrfOf(token) : (await browser.formAt('/sign-in')).csrf
  return { csrf, key: t.world.uuid() }
}

/** Sends a form as it stands, with a proof of this browser's own. */
export const send = async (
  t: TestApp,
  browser: Browsing,
  sent: { path: string; typed: Typed },
): Promise<LightMyRequestResponse> => browser.submit(sent.path, sent.typed, await proofFor(t, browser))
