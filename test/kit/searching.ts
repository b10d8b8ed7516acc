import type { LightMyRequestResponse } from 'fastify'
import type { Browsing } from './browser-like.ts'

/** Looks for a person as a browser would: sends what is asked, written like a query, and follows to the answer. */
export async function search(browser: Browsing, asked: string): Promise<LightMyRequestResponse> {
  const sent = await browser.submit('/people', Object.fromEntries(new URLSearchParams(asked)))
  return sent.statusCode === 303 ? browser.get(sent.headers.location ?? '') : sent
}
