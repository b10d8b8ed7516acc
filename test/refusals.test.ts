import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import type { Browsing } from './kit/browser-like.ts'
import { testApp, type TestApp } from './kit/test-app.ts'

let t: TestApp
interface Ids {
  concern: string
  child: string
  person: string
  name?: string
  identifier?: string
}
let ids: Ids
beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  const { concernId } = await t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[3]?.typed ?? {}))
  const child = await t.database.superuser
    .selectFrom('concernChild')
    .select('id')
    .where('subject', '=', concernId)
    .executeTakeFirstOrThrow()
  const person = t.idOf('person Amelia Thorne')
  const knownBy = (table: 'personAlias' | 'personIdentifier') =>
    t.database.superuser
      .selectFrom(table)
      .select('id')
      .where('subject', '=', person)
      .executeTakeFirstOrThrow()
  const [name, identifier] = [await knownBy('personAlias'), await knownBy('personIdentifier')]
  ids = { concern: concernId, child: child.id, person, name: name.id, identifier: identifier.id }
  // Someone with an account and no role at all.
  const now = t.world.now()
  const nobody = t.world.uuid<UserAccountId>()
  t.made.set('user Nobody', nobody)
  await t.database.superuser
    .insertInto('userAccount')
    .values({
      id: nobody,
      agencyId: t.idOf('agency local-authority'),
      name: 'Nobody',
      email: 'nobody@example',
      jobTitle: 'None',
      createdAt: now,
    })
    .execute()
})
afterAll(() => t[Symbol.asyncDispose]())

const UNKNOWN = '018f0000-0000-7000-8000-000000000000'

const fill = (path: string, given: Ids): string =>
  path
    .replace(':concernId', given.concern)
    .replace(':childId', given.child)
    .replace(':personId', given.person)
    .replace(':nameId', given.name ?? given.child)
    .replace(':identifierId', given.identifier ?? given.child)
    .replace(':draftId', given.concern)
    .replace(':step', 'danger')
    .replace(':child', '1')
    .replace(':userId', given.person)
    .replace(':areaId', given.concern)
    .replace(':teamId', given.concern)
    .replace(':agencyId', given.concern)
    .replace(':partnershipId', given.concern)

const routes = (method: 'GET' | 'POST') =>
  t.lines.filter(line => line.method === method && line.who !== 'anyone')

/** What no page may ever show of what is inside. */
const INSIDE =
  /select |insert into|violates|constraint|relation "|syntax error|node_modules|\.tsx?:\d|at async|sightline_|TypeError|kysely|postgres|undefined|\[object/i

function expectPlain(answer: { statusCode: number; body: string }, at: string): void {
  expect(answer.statusCode, at).toBeLessThan(500)
  const said = answer.body.replaceAll(/<script>[^<]*<\/script>/g, '').replaceAll(/<[^>]*>/g, ' ')
  expect(INSIDE.exec(said)?.[0] ?? null, at).toBeNull()
}

/** A proof and a key for forms that this browser may not open. */
const proofOf = async (browser: Browsing) => {
  const { csrf } = await browser.formAt('/sign-out')
  const page = await browser.get('/')
  return { csrf: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? csrf, key: t.world.uuid() }
}

describe('every route refuses', () => {
  test('who is not signed in', async () => {
    const anyone = await t.as('Leah Brandt')
    anyone.cookies.clear()
    for (const { path, method } of [...routes('GET'), ...routes('POST')]) {
      const at = fill(path, ids)
      const answer =
        method === 'GET'
          ? await anyone.get(at)
          : await anyone.submit(at, { a: 'b' }, { csrf: 'x', key: UNKNOWN })
      expectPlain(answer, at)
      if (path.startsWith('/api/')) expect(answer.statusCode).toBe(401)
      else expect(answer.headers.location, at).toMatch(/^\/sign-in\?then=/)
    }
  })

  test('who has no role', async () => {
    const nobody = await t.as('Nobody')
    const proof = await proofOf(nobody)
    for (const { path, method, who } of [...routes('GET'), ...routes('POST')]) {
      if (who === 'anyone signed in') continue
      const at = fill(path, ids)
      const answer = method === 'GET' ? await nobody.get(at) : await nobody.submit(at, validFor(path), proof)
      expect(answer.statusCode, `${method} ${at}`).toBe(403)
      expectPlain(answer, at)
    }
  })

  test('an administrator, wherever there is a child', async () => {
    const alan = await t.as('Alan Pike')
    const proof = await proofOf(alan)
    for (const { path, method } of [...routes('GET'), ...routes('POST')]) {
      if (!/^\/(api\/v1\/)?(concerns|people)/.test(path)) continue
      const at = fill(path, ids)
      const answer = method === 'GET' ? await alan.get(at) : await alan.submit(at, validFor(path), proof)
      expect(answer.statusCode, `${method} ${at}`).toBe(403)
    }
  })

  test.each([
    ['unknown', { concern: UNKNOWN, child: UNKNOWN, person: UNKNOWN }],
    ['not an id', { concern: "1' or '1'='1", child: '..%2f..%2fetc', person: '%00' }],
    ['another kind of record’s', { concern: 'PERSON', child: 'PERSON', person: 'CONCERN' }],
  ])('an id that is %s', async (_, given) => {
    const real = {
      concern: given.concern === 'PERSON' ? ids.person : given.concern,
      child: given.child === 'PERSON' ? ids.person : given.child,
      person: given.person === 'CONCERN' ? ids.concern : given.person,
    }
    const people = {
      child: await t.as('Grace Okafor'),
      account: await t.as('Alan Pike'),
      ledger: await t.as('Ruth Adeyemi'),
    }
    const proofs = {
      child: await proofOf(people.child),
      account: await proofOf(people.account),
      ledger: await proofOf(people.ledger),
    }
    for (const { path, method } of [...routes('GET'), ...routes('POST')]) {
      if (!path.includes(':')) continue
      const who = path.startsWith('/administration')
        ? 'account'
        : path.endsWith('/who-looked')
          ? 'ledger'
          : 'child'
      const [grace, proof] = [people[who], proofs[who]]
      const at = fill(path, real)
      const answer = method === 'GET' ? await grace.get(at) : await grace.submit(at, validFor(path), proof)
      expect([404, 400], `${method} ${at} gave ${answer.statusCode}`).toContain(answer.statusCode)
      expectPlain(answer, at)
    }
  })

  test('a form that was not shown to this browser', async () => {
    const grace = await t.as('Grace Okafor')
    for (const { path } of routes('POST')) {
      const at = fill(path, ids)
      const answer = await grace.submit(at, validFor(path), { csrf: 'forged', key: t.world.uuid() })
      expect(answer.statusCode, at).toBe(403)
      expect(answer.body).toContain('Nothing has been saved')
    }
  })
})

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a megabyte', 'x'.repeat(1_000_000)],
  ['NUL bytes', 'a\0b\0'],
  ['marks that turn the writing', '\u202Egnirts\u2066\u200F'],
  ['markup', '"><script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['SQL', `'; drop table concern; --`],
  ['a template', '{{7*7}}${7*7}<%= 7*7 %>'],
  ['half a letter', '\uD83D'],
  ['a very long word', 'ß'.repeat(30_000)],
]

describe('every form withstands', () => {
  test.each(HOSTILE)('%s in every field', async (_, text) => {
    const leah = await t.as('Grace Okafor')
    const proof = await proofOf(leah)
    for (const { path } of routes('POST')) {
      const at = fill(path, ids)
      const typed = Object.fromEntries(Object.keys(validFor(path)).map(name => [name, text]))
      const answer = await leah.submit(at, { ...typed, unexpected: text }, { ...proof, key: t.world.uuid() })
      expectPlain(
        {
          statusCode: answer.statusCode,
          body: answer.body.replaceAll(text, '').replaceAll(/drop table/g, ''),
        },
        at,
      )
      expect(/<script>alert|<img src=x/.exec(answer.body)?.[0] ?? null, at).toBeNull()
    }
  })

  test('wrong types: lists where one is asked for, one where lists are', async () => {
    const grace = await t.as('Grace Okafor')
    const proof = await proofOf(grace)
    for (const { path } of routes('POST')) {
      const typed = Object.fromEntries(Object.keys(validFor(path)).map(name => [name, ['a', 'b']]))
      expectPlain(await grace.submit(fill(path, ids), typed, { ...proof, key: t.world.uuid() }), path)
    }
  })
})

test('answers typed into an expired session are kept for their writer alone', async () => {
  const helen = await t.as('Helen Marsh')
  const at = `/people/${ids.person}/notes/new`
  const form = await helen.formAt(at)
  t.world.advance(31)
  const answer = await helen.submit(
    at,
    { kind: 'visit', words: 'Typed before the session ended.', when: 'just-now' },
    form,
  )
  expect(answer.headers.location).toBe(`/sign-in?then=${encodeURIComponent(at)}`)
  expect((await (await t.as('Priya Raman')).get(at)).body).not.toContain('Typed before')
  const again = await t.as('Helen Marsh')
  const shown = await again.get(at)
  expect(shown.body).toContain('Typed before the session ended.')
  expect(shown.body).toContain('It has not been sent')
  await again.submit(at, { kind: 'visit', words: 'Typed before the session ended.', when: 'just-now' })
  expect((await again.get(at)).body).not.toContain('Typed before')
})

/** Something that each form would accept, so that what refuses it is the rule under test. */
function validFor(path: string): Record<string, string> {
  if (path.endsWith('/decide')) return { outcomes: 'early-help', reasons: 'Reasons.' }
  if (path.endsWith('/agree')) return { agree: 'yes', note: '' }
  if (path.endsWith('/record')) return { record: 'new' }
  if (path.endsWith('/notes/new')) return { kind: 'call', words: 'Words.', when: 'just-now' }
  if (path.endsWith('/correct'))
    return { given: 'A', family: 'B', 'born-absence': 'not-known', sex: 'F', reason: 'C', version: 'D' }
  if (path.endsWith('/names/new')) return { kind: 'nickname', given: 'A' }
  if (path.endsWith('/identifiers/new')) return { kind: 'upn', value: 'A123456789012' }
  if (path.startsWith('/people/') && path.endsWith('/end')) return { why: 'recorded-by-mistake' }
  if (path.endsWith('/safe-contact')) return { way: 'Ring at noon.', version: '' }
  if (path === '/people/new') return { given: 'A', family: 'B', 'born-absence': 'not-known', sex: 'F' }
  if (/\/(people|administrators)\/new$/.test(path)) return { name: 'A', email: 'a@b', 'job-title': 'C' }
  if (/(people\/:userId|agencies\/:agencyId)$/.test(path)) return { grant: UNKNOWN, answer: 'agree' }
  if (/(teams\/:teamId|partnerships\/:partnershipId)$/.test(path)) return { member: UNKNOWN, answer: 'add' }
  if (/\/teams\/(new|:teamId\/name)$/.test(path)) return { name: 'A' }
  if (/\/areas\/(new|:areaId\/change)$/.test(path)) return { name: 'A', nation: 'england', team: UNKNOWN }
  if (/\/agencies\/(new|:agencyId\/change)$/.test(path)) return { name: 'A', kind: 'other', sensitive: 'no' }
  if (/\/partnerships\/(new|:partnershipId\/change)$/.test(path))
    return { name: 'A', nation: 'england', lead: UNKNOWN }
  if (path === '/account/password') return { present: 'A', password: 'three plain words', code: '123456' }
  if (path === '/account/recovery-codes') return { set: 'A'.repeat(22), code: '123456' }
  if (path.endsWith('/role')) return { role: 'duty-worker' }
  if (path.startsWith('/administration/areas')) return { 'day-phone': '', 'out-of-hours-phone': '' }
  if (path.includes('/draft/')) return { 'danger-now': 'no' }
  return {}
}
