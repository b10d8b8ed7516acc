import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeFor, draftOf, fillAndSend, mailAll, proved, referred, returned, typedWhole } from '#test/kit/referring.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp(['administration', 'concerns'])
})
afterAll(() => t[Symbol.asyncDispose]())

describe('recording without an account', () => {
  test('from the first page to the receipt', async () => {
    const browser = await proved(t, 'hotel@desk.example')
    const id = await draftOf(browser, { kind: 'hotel' })
    expect(id).not.toBe('')
    const sent = await fillAndSend(browser, id, typedWhole(t))
    expect(sent.statusCode, sent.body).toBe(303)
    const page = await browser.get('/report/sent')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('We have your concern')
  })
})
