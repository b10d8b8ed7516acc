import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerUnreadable } from '#platform/http/unread.ts'
import { expectPlain } from '#test/kit/plain-words.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let port: number
beforeAll(async () => {
  t = await testApp()
  port = Number(new URL(await t.app.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(() => t[Symbol.asyncDispose]())

/** Everything that comes back for these bytes, as whoever sends them before they read gets it. */
const onTheWire = (...parts: readonly (string | Buffer)[]): Promise<string> => onTheWireAt(port, parts)

const onTheWireAt = (at: number, parts: readonly (string | Buffer)[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(at, '127.0.0.1')
    let heard = ''
    socket.on('data', part => (heard += part.toString()))
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
    for (const part of parts) socket.write(part)
  })

const posted = (length: string, kind = 'application/x-www-form-urlencoded'): string =>
  `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: ${kind}\r\n${length}\r\n\r\n`

test.each([
  ['more headers than are read', `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['two lengths', `${posted('Content-Length: 1\r\nTransfer-Encoding: chunked')}0\r\n\r\n`, 400],
  ['what is no request', '\x16\x03\x01\x02\x00\r\n\r\n', 400],
  ['a method that there is not', 'FOO / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
])('%s: answered in our own words', async (_, bytes, status) => {
  const answer = await onTheWire(bytes)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer).toContain('x-content-type-options: nosniff')
  expect(answer).toContain('ring 999')
  expect(answer).not.toMatch(/statusCode|Client Error/)
  expectPlain({ statusCode: status, body: answer }, bytes.slice(0, 40))
})

test.each([
  ['with its length', posted('Content-Length: 10000000'), Buffer.alloc(10_000_000, 'x'), ''],
  ['in parts', posted('Transfer-Encoding: chunked'), Buffer.alloc(0x98_96_80, 'x'), '\r\n0\r\n\r\n'],
])('ten megabytes, %s: whoever sends them to the end reads why not', async (how, head, body, end) => {
  const answer = await onTheWire(how === 'in parts' ? `${head}989680\r\n` : head, body, end)
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(answer).toContain('That is too much text for one page')
})

test('whoever sends a byte now and then does not hold a place for ever', () => {
  expect(t.app.server.requestTimeout).toBe(300_000)
  expect(t.app.server.headersTimeout).toBeLessThanOrEqual(60_000)
})

test('what does not arrive in time is answered so', async () => {
  // As the server's own, with less patience.
  const server = createServer({ requestTimeout: 300, headersTimeout: 300, connectionsCheckingInterval: 50 })
  server.on('clientError', answerUnreadable)
  server.on('request', request => request.resume())
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const answer = await onTheWireAt(typeof bound === 'object' && bound ? bound.port : 0, [
    posted('Content-Length: 100'),
    'a=b',
  ])
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(answer).toContain('It took too long to arrive. Nothing has been saved.')
  server.close()
})

test.each([
  '/api/v1/concerns/%/status',
  '/api/v1/concerns/%E0%A4%A',
  `/api/v1/concerns/${'x'.repeat(300)}/status`,
])('of the API an address that cannot be read is a problem too: %s', async url => {
  const answer = await onTheWire(`GET ${url} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  expect(answer).toMatch(/content-type: application\/problem\+json/)
  expect(answer).toContain('"type":"/problems/not-found"')
})

test('what cannot be asked of an operation is answered with what can', async () => {
  const answer = await t.app.inject({ method: 'PUT', url: '/api/v1/concerns' })
  expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'POST'])
  expect((await t.app.inject({ method: 'PUT', url: '/api/v1/none' })).statusCode).toBe(404)
})

test.each([
  ['cannot be read', 'PUT', 'application/json', '{'],
  ['is of a kind that there is not', 'PUT', 'no kind', 'x'],
  ['says nothing of its kind', 'QUERY', undefined, undefined],
] as const)('what %s is no reason to answer otherwise', async (_, method, type, payload) => {
  const ask = (url: string) =>
    t.app.inject({
      method: method as 'PUT',
      url,
      ...(type === undefined ? {} : { headers: { 'content-type': type } }),
      ...(payload === undefined ? {} : { payload }),
    })
  const answer = await ask('/api/v1/concerns')
  expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'POST'])
  expect((await ask('/api/v1/none')).statusCode).toBe(404)
  expect((await ask('/none')).statusCode).toBe(404)
})

test('and nothing broke on the way', () => {
  expect(t.log).toEqual([])
})
