import type { LightMyRequestResponse } from 'fastify'
import type { Typed } from '../browser-like.ts'
import { insideShown } from '../plain-words.ts'
import { attributesOf, sentFrom } from '../read-form.ts'
import type { Body } from './bodies.ts'
import { inHeaders, rawMarkup } from './values.ts'

/** Whatever was sent: answered as was meant, in our own words, and nothing of it at work. */
export function wrongWith(answer: LightMyRequestResponse, meant: readonly number[]): string[] {
  const { statusCode, body, headers } = answer
  const location = headers.location ?? '/'
  const cookies = JSON.stringify(headers['set-cookie'] ?? '')
  return [
    meant.includes(statusCode) ? null : `answered ${statusCode}`,
    insideShown(body),
    rawMarkup(body),
    inHeaders(headers),
    /^\/(?![/\\])[^\s\\]*$/.test(location) ? null : `leads to ${location}`,
    /qx7/.test(cookies) ? `sets ${cookies}` : null,
    statusCode !== 303 && !/^text\/(html|plain); charset=utf-8$/.test(String(headers['content-type']))
      ? `is of kind ${headers['content-type']}`
      : null,
  ].filter(one => one !== null)
}

/** Of a form that came back: what was honestly typed into it is in its fields. */
export function kept(page: string, typed: Typed, body: Body): { looked: number; lost: string[] } {
  const held = sentFrom(page)
  const secret = new Set(
    [...page.matchAll(/<input(\s[^>]*)>/g)]
      .map(([, tag = '']) => attributesOf(tag))
      .flatMap(({ type, name }) => (type === 'password' && name !== undefined ? [name] : [])),
  )
  const plain = Object.entries(typed).filter(
    ([name, value]) =>
      body.untouched.has(name) && typeof value === 'string' && /^[\w ,.-]{1,200}$/.test(value),
  )
  const shown = plain.filter(([name]) => name in held && !secret.has(name))
  const lost = shown.filter(([name, value]) => !held[name]?.includes(String(value)))
  return { looked: shown.length, lost: lost.map(([name]) => `${name} was typed and is lost`) }
}
