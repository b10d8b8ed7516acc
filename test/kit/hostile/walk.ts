import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { csrfOf } from '#platform/http/sessions.ts'
import type { Browsing } from '../browser-like.ts'
import { worker } from '../routes/making.ts'
import type { Foreign } from '../routes/foreign.ts'
import type { Ids, Ready, Row } from '../routes/row.ts'
import { at, proofFor, typedFor, userOf } from '../routes/standing.ts'
import type { TestApp } from '../test-app.ts'
import { anySending, bodyOf, type Body, type Sending } from './bodies.ts'
import { kept, wrongWith } from './judge.ts'
import { anyQuery } from './values.ts'

/** What a form may answer: nothing else is meant. */
const TO_A_FORM: readonly number[] = [303, 403, 404, 409, 413, 415, 422, 429]
/** And what a page. */
const TO_A_PAGE: readonly number[] = [200, 303, 403, 404, 422, 429]

interface Walked {
  /** How often each status was answered. */
  readonly statuses: Map<number, number>
  /** What was wrong, with what was sent. */
  readonly faults: string[]
  /** Fields that had to be on the page again with what was typed, and were looked at. */
  held: number
}

export interface Walker {
  /** Sends so many hostile bodies to one form, by turns as each kind of person who may use it, and some who may not. */
  readonly walk: (row: Row, how: { many: number; seed: number }) => Promise<void>
  /** Asks for a page with so many hostile words behind its address. */
  readonly ask: (row: Row, how: { many: number; seed: number }) => Promise<void>
  readonly walked: Walked
}

export function walker(t: TestApp, foreign: Foreign): Walker {
  const walked: Walked = { statuses: new Map(), faults: [], held: 0 }
  const workers = new Map<string, Promise<string>>()
  const workerOf = (role: string): Promise<string> => {
    const known = workers.get(role) ?? worker(t, role).then(made => made.name)
    workers.set(role, known)
    return known
  }

  let read = t.log.length
  /** Counts it, and says what is wrong with it and what the log has said since. */
  function judged(answer: LightMyRequestResponse, meant: readonly number[]): string[] {
    walked.statuses.set(answer.statusCode, (walked.statuses.get(answer.statusCode) ?? 0) + 1)
    const logged = t.log.slice(read).filter(line => line.level === 'error')
    read = t.log.length
    return [...wrongWith(answer, meant), ...logged.map(line => `logged ${JSON.stringify(line)}`)]
  }

  async function kindsOf(row: Row, ready: Ready): Promise<(() => Promise<Browsing>)[]> {
    const own = () => userOf(t, row, ready)
    if (ready.browser) {
      // Made at the cost of a password: one for all that is sent now.
      const browser = await ready.browser()
      return [async () => browser]
    }
    if (row.may === 'anyone') return [own, () => t.as('Leah Brandt')]
    if (row.may === 'anyone signed in') return [own, () => t.as('Alan Pike')]
    const names = await Promise.all([...row.may, 'intelligence-analyst'].map(workerOf))
    return [own, own, ...names.map(name => () => t.as(name))]
  }

  return {
    walked,
    walk: async (row, { many, seed }) => {
      const ready = await row.ready(t)
      const typed = await typedFor(ready)
      const kinds = await kindsOf(row, ready)
      const ids = [...Object.values(foreign.ids), ...Object.values(foreign.named)]
      for (const sending of fc.sample(anySending, { seed, numRuns: many })) {
        const browser = await (kinds[sending.who % kinds.length] ?? expectKind)()
        const own = await ownFields(t, browser, sending)
        const body = bodyOf(typed, sending, { own, ids })
        const answer = await post(t, browser, {
          path: pathFor(row, ready.ids, { sending, foreign }),
          sending,
          body,
        })
        const found = judged(answer, TO_A_FORM)
        if (answer.statusCode === 422 && !row.secret) {
          const { looked, lost } = kept(answer.body, typed, body)
          walked.held += looked
          found.push(...lost)
        }
        for (const one of found) walked.faults.push(`${row.path}: ${one} ← ${said(sending)}`)
      }
    },
    ask: async (row, { many, seed }) => {
      const ready = await row.ready(t)
      for (const query of fc.sample(anyQuery, { seed, numRuns: many })) {
        const browser = await userOf(t, row, ready)
        const answer = await browser.get(`${at(row, ready.ids)}?${query}`)
        for (const one of judged(answer, TO_A_PAGE)) walked.faults.push(`${row.path}?${query}: ${one}`)
      }
    },
  }
}

const expectKind = (): never => {
  throw new Error('nobody may use this form')
}

const said = (sending: Sending): string => JSON.stringify(sending).slice(0, 1_200)

async function ownFields(t: TestApp, browser: Browsing, sending: Sending): Promise<[string, string][]> {
  const { csrf, key } = await proofFor(t, browser)
  const proofs = {
    right: [csrf],
    wrong: [`${csrf}x`],
    missing: [],
    'another’s': [csrfOf('x')],
    twice: [csrf, csrf],
  }
  const keys = { right: [key], missing: [], none: [`'; --`] }
  return [
    ...proofs[sending.proof].map((one): [string, string] => ['_csrf', one]),
    ...keys[sending.key].map((one): [string, string] => ['_key', one]),
  ]
}

const ODD = [
  '%00',
  '..%2f..%2fpeople',
  '%E0%A4%A',
  'x'.repeat(199),
  'x'.repeat(3_000),
  '%3Cscript%3Eqx7',
  'null',
  '-1',
]

function pathFor(row: Row, ids: Ids, how: { sending: Sending; foreign: Foreign }): string {
  const names = Object.keys(ids)
  const name = names[how.sending.who % names.length]
  if (name === undefined || how.sending.path === 'own') return at(row, ids)
  const odd = ODD[how.sending.who % ODD.length] ?? ''
  return at(row, { ...ids, [name]: how.sending.path === 'odd' ? odd : (how.foreign.ids[name] ?? odd) })
}

function post(
  t: TestApp,
  browser: Browsing,
  { path, sending, body }: { path: string; sending: Sending; body: Body },
): Promise<LightMyRequestResponse> {
  const [name, value] = sending.header ?? ['', '']
  const cookies = [...browser.cookies].map(([cookie, one]) => `${cookie}=${one}`)
  return t.app.inject({
    method: 'POST',
    url: path,
    headers: {
      ...(name === '' || name === 'cookie-too' ? {} : { [name]: value }),
      // What is added comes after: the first of a name is the browser's own.
      cookie: [...cookies, ...(name === 'cookie-too' ? [value] : [])].join('; '),
      ...(body.kind === undefined ? {} : { 'content-type': body.kind }),
    },
    payload: body.payload,
  })
}
