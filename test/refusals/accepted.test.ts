import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LightMyRequestResponse } from 'fastify'
import { sentFrom } from '#test/kit/read-form.ts'
import type { Browsing, Typed } from '#test/kit/browser-like.ts'
import type { Ready, Row } from '#test/kit/routes/row.ts'
import { colleagueOf } from '#test/kit/routes/making.ts'
import { at, makeReady, proofFor, typedFor, userOf } from '#test/kit/routes/standing.ts'
import { named, TABLE } from '#test/kit/routes/table.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { NOTHING, watching, withoutLooks, type Written } from '#test/kit/unwritten.ts'

const RESTORED = 'What you typed before you were signed out is shown below. It has not been sent.'

let t: TestApp
let readyFor: (row: Row) => Ready
let written: () => Promise<Written>

const forms = TABLE.filter(row => row.form)
const open = forms.filter(row => row.may === 'anyone')
const secret = forms.filter(row => row.secret)
const kept = forms.filter(row => row.may !== 'anyone' && !row.secret)

interface Expired {
  readonly browser: Browsing
  readonly proof: { csrf: string; key: string }
}
const expired = new Map<Row, Expired>()

beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  readyFor = await makeReady(t)
  for (const row of [...kept, ...secret]) {
    const browser = await userOf(t, row, readyFor(row))
    expired.set(row, { browser, proof: await proofFor(t, browser) })
  }
  t.world.advance(31)
  written = await watching(t)
})
afterAll(() => t[Symbol.asyncDispose]())

/** Sends with what a browser held before its session ended. */
const sendExpired = async (row: Row): Promise<LightMyRequestResponse> => {
  const { browser, proof } = expired.get(row) ?? expect.unreachable()
  return browser.submit(at(row, readyFor(row).ids), await typedFor(readyFor(row)), proof)
}

const toSignIn = (row: Row): string => `/sign-in?then=${encodeURIComponent(at(row, readyFor(row).ids))}`

/** Fields of a page that hold what was typed; buttons hold nothing. */
function expectHeld(page: string, typed: Typed): number {
  const held = sentFrom(page)
  const shown = Object.entries(typed).filter(([name]) => name in held)
  for (const [name, value] of shown)
    expect(held[name], name).toEqual(expect.arrayContaining(typeof value === 'string' ? [value] : [...value]))
  return shown.length
}

describe('what is typed into an expired session is kept for its writer, who sends it then', () => {
  test.each(named(kept))('%s', async (_, row) => {
    const ready = readyFor(row)
    const [path, typed] = [at(row, ready.ids), await typedFor(ready)]
    await written()
    expect((await sendExpired(row)).headers.location).toBe(toSignIn(row))
    expect(await written()).toEqual({ tables: ['draft'], deeds: [] })
    // A colleague who may open the same page does not read it.
    const other = await t.as((await colleagueOf(t, row.by, row.may)).name)
    expect((await other.get(path)).body).not.toContain(RESTORED)

    const browser = await t.as(row.by)
    const shown = await browser.get(path)
    if (Object.keys(typed).length > 0) {
      expect(shown.body.includes(RESTORED)).toBe(!row.buttons)
      expect(expectHeld(shown.body, typed)).toBeGreaterThan(0)
    }
    const proof = await browser.formAt(path)
    await written()
    const answer = await browser.submit(path, typed, proof)
    expect(answer.statusCode, path).toBe(303)
    const first = await written()
    expect(withoutLooks(first).deeds.length).toBeGreaterThan(0)

    // The same again: the same answer, and nothing is done.
    const again = await browser.submit(path, typed, proof)
    expect(again.headers.location).toBe(answer.headers.location)
    expect(await written()).toEqual(NOTHING)
    expect((await browser.get(path)).body).not.toContain(RESTORED)
  })
})

describe('what is secret is kept nowhere', () => {
  test.each(named(secret))('%s', async (_, row) => {
    const path = at(row, readyFor(row).ids)
    await written()
    expect((await sendExpired(row)).headers.location).toBe(toSignIn(row))
    expect(await written()).toEqual(NOTHING)
    const browser = await userOf(t, row, readyFor(row))
    expect((await browser.get(path)).body).not.toContain(RESTORED)
    const [typed, proof] = [await typedFor(readyFor(row)), await proofFor(t, browser)]
    const answer = await browser.submit(path, typed, proof)
    expect(answer.statusCode).toBe(303)
    expect((await written()).deeds.length).toBeGreaterThan(0)
    const again = await browser.submit(path, typed, proof)
    expect(again.statusCode).toBe(row.endsSession ? 403 : 303)
    expect(await written()).toEqual(NOTHING)
  })
})

test.each(named(open))('whoever comes to %s goes on from it', async (_, row) => {
  const ready = readyFor(row)
  const browser = await userOf(t, row, ready)
  const path = at(row, ready.ids)
  const answer = await browser.submit(path, await typedFor(ready), await proofFor(t, browser))
  expect(answer.statusCode, answer.body).toBe(303)
})

const hiding = TABLE.filter(row => row.hides)
test.each(named(hiding))('%s says none of what its readers are not to hear', async (_, row) => {
  const answer = await (await t.as(row.by)).get(at(row, readyFor(row).ids))
  expect(answer.statusCode).toBe(200)
  expect(row.hides?.filter(word => answer.body.includes(word))).toEqual([])
})

test('and nothing broke on the way, however it was answered', () => {
  expect(t.log).toEqual([])
})
