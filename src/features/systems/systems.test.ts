import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { agencySystem, basic, GRANT, shown } from '#test/kit/agency-system.ts'
import { sealedTyped } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { decideOnChild, takeConcern } from '#features/concerns/decide/service.ts'
import { makeCalls } from './hooks/make-calls.ts'
import { mailNotices } from '#core/notices/mail-notices.ts'
import { TEST_SECRET } from '#test/kit/global-setup.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const { addSystem, ask, tokenOf, body, send, get } = agencySystem(() => t)

describe('a token', () => {
  test('is given for id and key, as Basic or in the form, and is good for ten minutes', async () => {
    const system = await addSystem()
    for (const answer of [
      await ask(GRANT, basic(system.id, system.key)),
      await ask({ ...GRANT, client_id: system.id, client_secret: system.key }),
    ]) {
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.json()).toEqual({
        access_token: expect.stringMatching(/^[\w-]{43}$/),
        token_type: 'Bearer',
        expires_in: 600,
      })
    }
    const token = await tokenOf(system)
    expect((await get(token, '/api/v1/concerns/schema/referrer')).statusCode).toBe(200)
    t.world.advance(10)
    expect((await get(token, '/api/v1/concerns/schema/referrer')).statusCode).toBe(401)
  })

  test.each([
    ['no id', {}, 401, 'invalid_client'],
    ['an id that is none', { client_id: 'x', client_secret: 'y' }, 401, 'invalid_client'],
    ['an id that no database can hold', { client_id: 'a\0b', client_secret: '\0' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no grant', { grant_type: '' }, 400, 'unsupported_grant_type'],
  ])('is refused to %s', async (_, fields, status, error) => {
    const answer = await ask({ ...GRANT, ...fields })
    expect([answer.statusCode, answer.json<{ error: string }>().error]).toEqual([status, error])
    if (status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Basic/)
  })

  test('is refused alike for a wrong key, a person’s account and an account that has ended', async () => {
    const system = await addSystem()
    const wrong = await ask(GRANT, basic(system.id, 'x'.repeat(43)))
    const person = await ask(GRANT, basic(t.idOf('user Leah Brandt'), system.key))
    const browser = await t.as('Alan Pike')
    const token = await tokenOf(system)
    await browser.submit(`/administration/people/${system.id}/end`, {})
    const ended = await ask(GRANT, basic(system.id, system.key))
    expect(new Set([wrong, person, ended].map(answer => `${answer.statusCode} ${answer.body}`)).size).toBe(1)
    expect((await send(token, await body())).statusCode).toBe(401)
  })

  test('ends with the key that it was given for', async () => {
    const system = await addSystem()
    const token = await tokenOf(system)
    const browser = await t.as('Alan Pike')
    await browser.submit(`/administration/systems/${system.id}/key`, {})
    expect((await get(token, '/api/v1/concerns/schema/referrer')).statusCode).toBe(401)
  })
})

describe('a concern from a system', () => {
  test('is received like any other, with the worker whose it is and the system beside them', async () => {
    const token = await tokenOf(await addSystem())
    const answer = await send(token, await body(), 'one')
    expect(answer.statusCode, answer.body).toBe(201)
    const receipt = answer.json<{ id: ConcernId; reference: string; status: string }>()
    const page = await (await t.as('Priya Raman')).get(`/concerns/${receipt.id}`)
    expect(page.body).toContain('Jane Poole')
    expect(page.body).toContain('Class teacher, through Pastoral log')
    const status = await get(token, receipt.status)
    expect(status.json()).toMatchObject({ reference: receipt.reference, steps: [{ step: 'received' }] })
  })

  test('sent twice under one key is answered twice and done once; with something else it is refused', async () => {
    const token = await tokenOf(await addSystem())
    const sent = await body()
    const [first, again] = [await send(token, sent, 'two'), await send(token, sent, 'two')]
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect(again.body).toBe(first.body)
    const other = await send(token, { ...sent, sentBy: { name: 'Ann Lowe', role: 'Nurse' } }, 'two')
    expect([other.statusCode, other.json<{ type: string }>().type]).toEqual([422, '/problems/key-used'])
    const both = await Promise.all([send(token, sent, 'three'), send(token, sent, 'three')])
    expect(new Set(both.map(answer => answer.body)).size).toBe(1)
  })

  test('refused once can be mended and sent under the same key', async () => {
    const token = await tokenOf(await addSystem())
    const sent = (await body()) as { answers: object }
    expect((await send(token, { ...sent, answers: {} }, 'four')).statusCode).toBe(422)
    expect((await send(token, sent, 'four')).statusCode).toBe(201)
  })

  test.each([
    ['without a token', null, 'k', 401, 'signed-out'],
    ['with a token that is none', 'x'.repeat(43), 'k', 401, 'no-token'],
  ] as const)('is refused %s', async (_, token, key, status, code) => {
    const answer = await send(token, await body(), key)
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([status, `/problems/${code}`])
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/)
  })

  test('is refused without a key, and before its role has been agreed to', async () => {
    const token = await tokenOf(await addSystem())
    expect((await send(token, await body(), '')).json()).toMatchObject({ type: '/problems/no-key' })
    const waiting = await tokenOf(await addSystem(false))
    expect((await send(waiting, await body())).statusCode).toBe(403)
  })

  test('is no way in for someone signed in: nobody says whose concern it is in another’s name', async () => {
    const browser = await t.as('Leah Brandt')
    const { csrf } = await browser.formAt('/concerns/new')
    const answer = await t.app.inject({
      method: 'POST',
      url: '/api/v1/concerns',
      headers: {
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf': csrf,
        'idempotency-key': 'k',
      },
      payload: await body(),
    })
    expect(answer.statusCode).toBe(403)
  })

  test('names what is wrong by where it stands', async () => {
    const token = await tokenOf(await addSystem())
    const sent = (await body()) as {
      answers: Record<string, object>
      parts: { child: Record<string, object>[] }
    }
    const answer = await send(token, {
      ...sent,
      answers: { ...sent.answers, account: { value: ' ' }, 'no-such': { value: 'x' } },
      parts: { ...sent.parts, child: [{ ...sent.parts.child[0], 'child-born': { value: '2026-13' } }] },
    })
    expect(answer.statusCode).toBe(422)
    expect(
      answer
        .json<{ errors: { field: string }[] }>()
        .errors.map(one => one.field)
        .toSorted(),
    ).toEqual(['answers.account', 'answers.no-such', 'parts.child.0.child-born'])
  })

  test('holds no half of a character, which nothing behind it could hold', async () => {
    const token = await tokenOf(await addSystem())
    const torn = { ...(await body()), sentBy: { name: 'Jane \ud83d', role: 'Nurse' } }
    const answer = await send(token, torn)
    expect([answer.statusCode, answer.json<{ errors: object[] }>().errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'sentBy.name' })],
    ])
  })

  test.each([
    ['nested deeper than anything could follow', '[', ']'],
    ['nested as deep in objects', '{"a":', '}'],
  ])('%s is refused', async (_, open, close) => {
    const token = await tokenOf(await addSystem())
    const deep = `${open.repeat(300_000)}"x"${close.repeat(300_000)}`
    for (const value of [deep, `{"a":{"value":${deep}}}`]) {
      const answer = await send(token, `{"template":1,"face":"referrer","answers":${value},"parts":{}}`)
      expect(answer.statusCode).toBe(422)
    }
  })

  test('says of whom it is by name and role, or is told where they are missing', async () => {
    const token = await tokenOf(await addSystem())
    const answer = await send(token, { ...(await body()), sentBy: { name: 'Jane Poole', role: ' ' } })
    const { errors } = answer.json<{ errors: { field: string }[] }>()
    expect(errors.map(one => one.field)).toEqual(['sentBy.role'])
  })

  test('that names someone who works with children is answered no differently, and sealed', async () => {
    const token = await tokenOf(await addSystem())
    const plain = (await send(token, await body(), 'plain')).json<object>()
    const sealed = (await send(token, await body(sealedTyped(t)), 'sealed')).json<{ id: ConcernId }>()
    expect(Object.keys(sealed)).toEqual(Object.keys(plain))
    expect((await (await t.as('Priya Raman')).get(`/concerns/${sealed.id}`)).statusCode).toBe(404)
    expect((await (await t.as('Judith Amos')).get(`/concerns/${sealed.id}`)).statusCode).toBe(200)
  })

  test('of another agency is not there to ask about', async () => {
    const token = await tokenOf(await addSystem())
    const { id } = (await send(token, await body(), 'mine')).json<{ id: string }>()
    const theirs = await t.as('Farah Siddiqui')
    expect((await theirs.get(`/api/v1/concerns/${id}/status`)).statusCode).toBe(404)
  })
})

describe('a system is told how its concerns stand', () => {
  const door = () => ({ db: t.database.connect('sightline_job'), world: t.world })

  async function told() {
    const system = await addSystem()
    const browser = await t.as('Alan Pike')
    const set = await browser.submit(`/administration/systems/${system.id}/hook`, {
      url: 'https://log.example/hook',
    })
    const key = shown(
      (await browser.get(set.headers.location ?? '')).body,
      /shown only now: (whsec_[\w+/=]+)/,
    )
    const sent = await send(await tokenOf(system), await body(), t.world.uuid())
    t.world.calls.length = 0
    return { system, key, concernId: sent.json<{ id: ConcernId }>().id }
  }

  async function decide(concernId: ConcernId): Promise<void> {
    const child = await t.database.superuser
      .selectFrom('concernChild')
      .select('id')
      .where('subject', '=', concernId)
      .executeTakeFirstOrThrow()
    const deed = {
      concernId,
      concernChildId: child.id,
      outcomes: ['early-help'],
      reasons: 'Help for the family.',
    }
    await t.act('Priya Raman', act => takeConcern(act, concernId))
    await t.act('Priya Raman', act => decideOnChild(act, deed))
  }

  test('each step once, signed, and nothing of the child in it', async () => {
    const { key, concernId } = await told()
    await decide(concernId)
    expect(await makeCalls(door(), TEST_SECRET)).toEqual({ made: 2, failed: 0 })
    expect(await makeCalls(door(), TEST_SECRET)).toEqual({ made: 0, failed: 0 })
    const events = t.world.calls.map(call => JSON.parse(call.body) as { type: string; data: object })
    expect(events.map(event => event.type).toSorted()).toEqual(['concern.decided', 'concern.picked-up'])
    for (const call of t.world.calls) {
      expect(call.url).toBe('https://log.example/hook')
      expect(Object.keys(JSON.parse(call.body) as object)).toEqual(['type', 'timestamp', 'data'])
      const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = call.headers
      const bytes = Buffer.from(key.slice('whsec_'.length), 'base64')
      const wanted = createHmac('sha256', bytes).update(`${id}.${at}.${call.body}`).digest('base64')
      expect(signature).toBe(`v1,${wanted}`)
    }
  })

  test('is tried again, later and later, and after twelve times given up where an administrator sees it', async () => {
    const { system, concernId } = await told()
    t.world.answersCalls = 500
    await decide(concernId)
    expect(await makeCalls(door(), TEST_SECRET)).toEqual({ made: 0, failed: 2 })
    expect(await makeCalls(door(), TEST_SECRET)).toEqual({ made: 0, failed: 0 })
    t.world.answersCalls = 'nothing'
    for (let more = 0; more < 11; more += 1) {
      t.world.advance(60 * 24)
      expect(await makeCalls(door(), TEST_SECRET)).toEqual({ made: 0, failed: 2 })
    }
    t.world.advance(60 * 24 * 3)
    expect(await makeCalls(door(), TEST_SECRET)).toEqual({ made: 0, failed: 0 })
    t.world.answersCalls = 200
    const page = await (await t.as('Alan Pike')).get(`/administration/systems/${system.id}`)
    expect(page.body).toContain('Given up')
    expect(page.body).not.toContain(concernId)
  })

  test('gets no letter: nobody reads it', async () => {
    await told()
    await mailNotices(door())
    expect(t.world.letters.filter(letter => letter.to.endsWith('.invalid'))).toEqual([])
  })

  test.each(['http://log.example', 'https://me:pw@log.example', 'javascript:x', 'https://'])(
    'not at %s',
    async url => {
      const { id } = await addSystem()
      const answer = await (await t.as('Alan Pike')).submit(`/administration/systems/${id}/hook`, { url })
      expect(answer.statusCode).toBe(422)
    },
  )
})

test('nobody signs in as a system: no set-up code, no role of a person, no system’s role for a person', async () => {
  const { id } = await addSystem()
  const browser = await t.as('Alan Pike')
  expect((await browser.submit(`/administration/people/${id}/set-up-code`, {})).statusCode).toBe(422)
  expect((await browser.submit(`/administration/people/${id}/role`, { role: 'supervisor' })).statusCode).toBe(
    422,
  )
  const grace = t.idOf('user Grace Okafor')
  expect(
    (await browser.submit(`/administration/people/${grace}/role`, { role: 'agency-system' })).statusCode,
  ).toBe(422)
  const gate = t.database.superuser
  await expect(
    gate
      .insertInto('setUpCode')
      .values({ userId: id, digest: Buffer.alloc(1), expiresAt: t.world.now() })
      .execute(),
  ).rejects.toThrow('foreign key')
})
