import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isNotifyKey, notifyPost, tokenFor } from './notify.ts'

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506'
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const KEY = `sightline_live-${SERVICE}-${SECRET}`
const NOW = new Date('2026-11-24T10:00:00Z')

/** Stands for GOV.UK Notify, which is not ours: it keeps what it was sent and answers as it is told. */
const asked: { request: IncomingMessage; body: string }[] = []
let status = 201
const server = createServer((request, reply) => {
  let body = ''
  request.on('data', part => (body += String(part)))
  request.on('end', () => {
    asked.push({ request, body })
    reply.writeHead(status, { 'content-type': 'application/json', location: 'http://127.0.0.1:1/' })
    reply.end(JSON.stringify({ errors: [{ error: 'ValidationError', message: 'a@b.example' }] }))
  })
})
let url: string
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise(resolve => server.close(resolve)))
beforeEach(() => {
  asked.length = 0
  status = 201
})

const post = () => notifyPost({ key: KEY, template: 'the-template', url }, { now: () => NOW })
const letter = { to: 'a@b.example', subject: 'Your code', text: 'Your code is 1234 5678.' }

describe('a letter by GOV.UK Notify', () => {
  test('is one request, with a token that the service’s secret signs', async () => {
    await post()(letter)
    expect(asked).toHaveLength(1)
    const [{ request, body } = expect.unreachable()] = asked
    expect([request.method, request.url]).toEqual(['POST', '/v2/notifications/email'])
    expect(JSON.parse(body)).toEqual({
      email_address: 'a@b.example',
      template_id: 'the-template',
      personalisation: { subject: 'Your code', message: 'Your code is 1234 5678.' },
    })
    const [head = '', claims = '', signature] = (request.headers.authorization ?? '')
      .replace('Bearer ', '')
      .split('.')
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ typ: 'JWT', alg: 'HS256' })
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      iss: SERVICE,
      iat: NOW.getTime() / 1000,
    })
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url'))
  })

  test.each([400, 403, 429, 500, 200, 302])(
    'answered %i, is not sent, and its address is in no error',
    async code => {
      status = code
      const failed = await post()(letter).catch((error: unknown) => error)
      expect(failed).toBeInstanceOf(Error)
      expect(String(failed)).not.toContain('a@b.example')
    },
  )

  test('that nobody answers, is not sent', async () => {
    const nobody = notifyPost({ key: KEY, template: 't', url: 'http://127.0.0.1:1' }, { now: () => NOW })
    await expect(nobody(letter)).rejects.toThrow('fetch failed')
  })
})

test('a key is one, or is said to be none before anything is sent', () => {
  expect(isNotifyKey(KEY)).toBe(true)
  expect(isNotifyKey(`${SERVICE}-${SECRET}`)).toBe(true)
  expect(isNotifyKey(SECRET)).toBe(false)
  expect(() => tokenFor('key', NOW)).toThrow('is not one')
})
