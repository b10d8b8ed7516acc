import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LightMyRequestResponse } from 'fastify'
import { csrfOf } from '#platform/http/sessions.ts'
import type { Browsing, Typed } from '#test/kit/browser-like.ts'
import { expectPlain } from '#test/kit/plain-words.ts'
import type { Ready, Row } from '#test/kit/routes/row.ts'
import { at, makeReady, proofFor, send, typedFor, userOf } from '#test/kit/routes/standing.ts'
import { referrerRows } from '#test/kit/routes/referrers.ts'
import { named, TABLE } from '#test/kit/routes/table.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { NOTHING, watching, withoutLooks, type Written } from '#test/kit/unwritten.ts'

let t: TestApp
let readyFor: (row: Row) => Ready
let written: () => Promise<Written>
const ALL = [...TABLE, ...referrerRows]
const forms = ALL.filter(row => row.form)

beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  readyFor = await makeReady(t, ALL)
  written = await watching(t)
})
afterAll(() => t[Symbol.asyncDispose]())

interface Sending {
  readonly row: Row
  readonly browser: Browsing
  readonly path: string
  readonly typed: Typed
}

const sending = async (row: Row): Promise<Sending> => {
  const ready = readyFor(row)
  // Tries are counted, also those of the tests before.
  t.world.advance(16)
  const browser = await userOf(t, row, ready)
  const sent = { row, browser, path: at(row, ready.ids), typed: await typedFor(ready) }
  // Whoever was half-way through signing in got there just now.
  if (ready.browser) await written()
  return sent
}

/** Whatever was sent is answered in our own words, with nothing of it as markup; where it is refused, nothing is written. */
async function expectWithstood(
  { row, path }: Sending,
  sends: readonly (() => Promise<LightMyRequestResponse>)[],
): Promise<void> {
  let refused = true
  for (const send of sends) {
    const answer = await send()
    expectPlain(withoutWords(answer), path)
    expect(/<script>alert|<img src=x|onerror=alert\(1\)>/.exec(answer.body)?.[0] ?? null, path).toBeNull()
    refused &&= answer.statusCode >= 400
  }
  const { tables, deeds } = withoutLooks(await written())
  if (!refused) return
  const told = deeds.filter(deed => !row.tells || !deed.startsWith(row.tells))
  const kept = row.tells === 'concern.draft-saved' ? ['draft', 'form_key'] : []
  expect({ tables: tables.filter(name => !kept.includes(name)), deeds: told }, path).toEqual(NOTHING)
}

const OWN_WORDS = ['select a from b', 'undefined']
const withoutWords = ({ statusCode, body }: LightMyRequestResponse) => ({
  statusCode,
  body: OWN_WORDS.reduce((text, word) => text.replaceAll(word, ''), body),
})

const EVERYTHING = [
  '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  `'; select a from b; --`,
  '\0a\0',
  '\u202Egnirts\u2066\u200F',
  '{{7*7}}${7*7}<%= 7*7 %>',
  'undefined',
  '\r\nSet-Cookie: a=b',
].join('')

const HOSTILE: readonly string[] = [EVERYTHING, '\0', 'ß'.repeat(30_000), '1e400', '__proto__']

const eachOf = <T>(typed: Typed, value: T): Record<string, T> =>
  Object.fromEntries(Object.keys(typed).map(name => [name, value]))

describe('a form withstands', () => {
  test.each(named(forms))('anything in all of the fields of %s', async (_, row) => {
    const sent = await sending(row)
    const { browser, path } = sent
    await expectWithstood(
      sent,
      HOSTILE.map(
        text => () => send(t, browser, { path, typed: { ...eachOf(sent.typed, text), unexpected: text } }),
      ),
    )
    // One among right ones comes further.
    for (const name of Object.keys(sent.typed)) {
      const typed = { ...sent.typed, [name]: EVERYTHING }
      await expectWithstood(sent, [() => send(t, browser, { path, typed })])
    }
  })

  test.each(named(forms))('a megabyte in a field of %s', async (_, row) => {
    const sent = await sending(row)
    const [first = 'unexpected'] = Object.keys(sent.typed)
    const typed = { ...sent.typed, [first]: 'x'.repeat(1_000_000) }
    await expectWithstood(sent, [
      async () => {
        const answer = await send(t, sent.browser, { path: sent.path, typed })
        if (first !== 'unexpected') expect(answer.statusCode).toBe(422)
        return answer
      },
    ])
  })

  test.each(named(forms))('other things than text, and names that no field has, in %s', async (_, row) => {
    const sent = await sending(row)
    const { browser, path } = sent
    const strange = (value: string | string[]): Typed =>
      Object.fromEntries(
        NAMES.flatMap(name => [name, ...beside(sent.typed, name)]).map(name => [name, value]),
      )
    await expectWithstood(sent, [
      ...WRONG_TYPES.map(value => () => sendJson(sent, { ...eachOf(sent.typed, value), unexpected: value })),
      () => send(t, browser, { path, typed: eachOf(sent.typed, ['a', 'b']) }),
      () => send(t, browser, { path, typed: strange('x') }),
      () => send(t, browser, { path, typed: strange(['x', 'y']) }),
      () => sendJson(sent, strange('x')),
      () => sendRaw(sent, `{"__proto__":{"a":"b"},"constructor":{"prototype":{}}}`),
      () => sendRaw(sent, `["a"`),
    ])
  })

  test.each(named(forms))('a proof that is forged, of %s', async (_, row) => {
    const sent = await sending(row)
    const proof = await proofFor(t, sent.browser)
    const forged = [csrfOf('somebody else’s session'), `${proof.csrf}x`]
    const answers = [
      ...forged.map(csrf => sent.browser.submit(sent.path, sent.typed, { ...proof, csrf })),
      sendJson(sent, sent.typed, ''),
    ]
    for (const answer of await Promise.all(answers)) {
      expect(answer.statusCode).toBe(403)
      expect(answer.body).toContain('Nothing has been saved')
    }
    expect(await written()).toEqual(NOTHING)
  })

  test('more than four megabytes, unread', async () => {
    const row = forms.find(one => one.path === '/people/:personId/notes/new') ?? expect.unreachable()
    const sent = await sending(row)
    const typed = { ...sent.typed, words: 'x'.repeat(4_200_000) }
    expect((await send(t, sent.browser, { path: sent.path, typed })).statusCode).toBe(413)
    expect(await written()).toEqual(NOTHING)
  })
})

/** As the parts of a template's question stand beside it. */
const beside = (typed: Typed, name: string): string[] => Object.keys(typed).map(own => `${own}-${name}`)

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'a\0b',
  '\uD83D',
  '\u202E',
  '',
  'x'.repeat(5_000),
  'a[b][c]',
]

const WRONG_TYPES: readonly unknown[] = [
  null,
  1e308,
  { a: 'b' },
  [['a'], { b: null }, true, '\uDC00', '\0'],
  'half of a letter \uD83D',
]

/** As a program would send it, with the browser's own proof or another. */
async function sendJson(sent: Sending, typed: object, csrf?: string): Promise<LightMyRequestResponse> {
  const proof = await proofFor(t, sent.browser)
  return sendRaw(sent, JSON.stringify({ ...typed, _csrf: csrf ?? proof.csrf, _key: proof.key }))
}

const sendRaw = ({ browser, path }: Sending, payload: string): Promise<LightMyRequestResponse> =>
  t.app.inject({
    method: 'POST',
    url: path,
    headers: {
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': 'application/json',
    },
    payload,
  })

const QUERIES = [
  `page=%00&then=%00&day-day=%00&day-month=__proto__&day-year=%E2%80%AE&__proto__=x&constructor=y`,
  `page=1&page=2&then=/&then=/people&day-day=1&day-day=2`,
  `page=${'9'.repeat(400)}&then=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&day-year=${'x'.repeat(4_000)}`,
  `%E0%A4%A&=&&&page[a]=b&then=javascript:alert(1)`,
]

test.each(named(ALL))('%s withstands what stands behind its address', async (_, row) => {
  const sent = await sending(row)
  for (const query of QUERIES) {
    const answer = await sent.browser.get(`${sent.path}?${query}`)
    expectPlain(withoutWords(answer), `${sent.path}?${query}`)
    expect(/<script>alert|href="javascript:/.exec(answer.body)?.[0] ?? null).toBeNull()
  }
  expect((await written()).tables).toEqual([])
})

test('and nothing broke on the way, however it was answered', () => {
  expect(t.log).toEqual([])
})
