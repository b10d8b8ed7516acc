import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { raiseLate } from '#core/clocks/raise-late.ts'
import { mailNotices } from '#core/notices/mail-notices.ts'
import { features } from '#entry/feature-list.ts'
import { drafted } from '#test/kit/routes/concerns.ts'
import { allegations, frost } from '#test/kit/allegations.ts'
import { makePerson } from '#test/kit/made-people.ts'
import { search } from '#test/kit/searching.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const { about, lettered, send, status } = allegations(() => t)

const recordPage = async (concernId: ConcernId): Promise<string> =>
  /\/concerns\/[\w-]+\/children\/[\w-]+\/record/.exec(
    (await (await t.as('Judith Amos')).get(`/concerns/${concernId}`)).body,
  )?.[0] ?? ''
const joined = async (concernId: ConcernId) =>
  t.database.superuser
    .selectFrom('concernPerson')
    .select('subject')
    .where('concernId', '=', concernId)
    .executeTakeFirstOrThrow()

describe('what the designated officer does leaves no trace for others', () => {
  test('a record that is made of the child is for those who hold it, and found by nobody else', async () => {
    const concernId = await send(about(frost, { 'child-1-child-name-family': 'Oyelaran' }))
    const judith = await t.as('Judith Amos')
    expect((await judith.get(await recordPage(concernId))).body).toContain(
      'for those alone who hold this concern',
    )
    await judith.submit(await recordPage(concernId), { record: 'new' })
    const { subject } = await joined(concernId)
    expect((await judith.get(`/people/${subject}`)).body).toContain('Made the record')
    for (const name of ['Neil Frost', 'Helen Marsh', 'Priya Raman', 'Grace Okafor']) {
      expect(await status(name, `/people/${subject}`), name).toBe(404)
      expect((await search(await t.as(name), '?given=Nadia&family=Oyelaran')).body, name).not.toContain(
        subject,
      )
    }
  })

  test('joining the child to a record that is there stands in nobody’s “who has looked” but their own', async () => {
    const concernId = await send(about(frost))
    const subject = await makePerson(t, {}, 'Helen Marsh')
    await (await t.as('Judith Amos')).submit(await recordPage(concernId), { record: subject })
    expect((await joined(concernId)).subject).toBe(subject)
    const helen = (await (await t.as('Helen Marsh')).get(`/people/${subject}`)).body
    for (const trace of ['esignated officer', 'Joined the record', 'CON-', concernId])
      expect(helen).not.toContain(trace)
    const ruth = (await (await t.as('Ruth Adeyemi')).get(`/people/${subject}/who-looked`)).body
    for (const trace of ['Judith', 'esignated officer']) expect(ruth).not.toContain(trace)
  })

  test('replies, links and grants are not there for colleagues, whatever is asked', async () => {
    const concernId = await send(about(frost))
    await (await t.as('Judith Amos')).submit(`/concerns/${concernId}/take`, {})
    for (const name of ['Priya Raman', 'Grace Okafor', 'Owen Price', 'Daniel Frost']) {
      const seen = await t.act(name, async act => [
        ...(await act.tx
          .selectFrom('concernReply')
          .select('id')
          .where('concernId', '=', concernId)
          .execute()),
        ...(await act.tx.selectFrom('accessGrant').select('id').where('source', '=', concernId).execute()),
        ...(await act.tx.selectFrom('clock').select('id').where('subject', '=', concernId).execute()),
        ...(await act.tx.selectFrom('notice').select('id').where('subject', '=', concernId).execute()),
      ])
      expect(seen, name).toEqual([])
    }
  })
})

describe('sent by the agency of the one named, it is held in each agency by its own people', () => {
  const other = { 'person-1-person-name-given': 'Marcus', 'person-1-person-name-family': 'Hale' }

  test('the record that is made is opened to nobody of the police', async () => {
    const concernId = await send(about(other, { 'child-1-child-name-family': 'Police' }), 'Daniel Frost')
    const judith = await t.as('Judith Amos')
    await judith.submit(await recordPage(concernId), { record: 'new' })
    const { subject } = await joined(concernId)
    const opened = await t.database.superuser
      .selectFrom('accessGrant')
      .innerJoin('userAccount', 'userAccount.id', 'accessGrant.grantee')
      .select('userAccount.name')
      .where('subject', '=', subject)
      .orderBy('userAccount.name')
      .execute()
    expect(opened.map(one => one.name)).toEqual(['Judith Amos', 'Neil Frost'])
  })
})

describe('a sealed concern is never stuck', () => {
  const other = { 'person-1-person-name-given': 'Marcus', 'person-1-person-name-family': 'Hale' }
  const decidePath = async (name: string, concernId: ConcernId): Promise<string> =>
    /\/concerns\/[\w-]+\/children\/[\w-]+\/decide/.exec(
      (await (await t.as(name)).get(`/concerns/${concernId}`)).body,
    )?.[0] ?? ''

  test('danger now stands on every holder’s home, and whoever is late, all of them hear', async () => {
    const concernId = await send(about(other, { 'danger-now': 'yes', 'spoken-to': 'Control room' }))
    for (const name of ['Judith Amos', 'Neil Frost'])
      expect((await (await t.as(name)).get('/')).body).toContain(`${concernId}">Danger now: Nadia`)
    t.world.advance(31)
    const door = { db: t.database.connect('sightline_job', 2), world: t.world }
    await raiseLate(
      door,
      features.flatMap(feature => feature.work ?? []),
    )
    await mailNotices(door)
    expect(await lettered(concernId)).toEqual(['Judith Amos', 'Leah Brandt', 'Neil Frost'])
    await (await t.as('Neil Frost')).submit(`/concerns/${concernId}/take`, {})
    expect((await (await t.as('Judith Amos')).get('/')).body).not.toContain(`${concernId}">Danger now: Nadia`)
  })

  test('whoever took it and steps outside hands it on; another takes it, and the count says so', async () => {
    const concernId = await send(about(other))
    const neil = await t.as('Neil Frost')
    await neil.submit(`/concerns/${concernId}/take`, {})
    expect((await neil.submit(`/concerns/${concernId}/outside`, {})).statusCode).toBe(303)
    expect(await status('Neil Frost', `/concerns/${concernId}`)).toBe(404)
    const judith = await t.as('Judith Amos')
    const page = (await judith.get(`/concerns/${concernId}`)).body
    expect(page).toContain('named people only: 3 can see it')
    expect((await judith.submit(`/concerns/${concernId}/take`, {})).statusCode).toBe(303)
    expect((await judith.get(`/concerns/${concernId}`)).body).toContain('Judith Amos, since')
    expect((await judith.get('/')).body).toContain(concernId)
    // The last who holds it cannot leave it with nobody.
    const last = await judith.submit(`/concerns/${concernId}/outside`, {})
    expect(last.statusCode).toBe(422)
    expect(last.body).toContain('You are the only one who can see this')
    expect(await status('Judith Amos', `/concerns/${concernId}`)).toBe(200)
  })

  test('an ending goes to the other holder; who holds it alone ends it alone, and the ledger says so', async () => {
    const concernId = await send(about(other))
    const judith = await t.as('Judith Amos')
    await judith.submit(await decidePath('Judith Amos', concernId), {
      outcomes: 'no-further-action',
      reasons: 'Explained.',
    })
    const neil = await t.as('Neil Frost')
    expect((await neil.get('/')).body).toContain('Ending proposed for Nadia')
    const agree = (await decidePath('Neil Frost', concernId)) || ''
    expect(agree).toBe('')
    const path = /\/concerns\/[\w-]+\/children\/[\w-]+\/agree/.exec(
      (await neil.get(`/concerns/${concernId}`)).body,
    )?.[0]
    expect((await neil.submit(path ?? '', { agree: 'yes', note: '' })).statusCode).toBe(303)
    const alone = await send(about(frost))
    await judith.submit(await decidePath('Judith Amos', alone), {
      outcomes: 'no-further-action',
      reasons: 'Explained.',
    })
    expect((await judith.get(`/concerns/${alone}`)).body).not.toContain('Waiting for a supervisor')
    const entry = await t.database.superuser
      .selectFrom('auditEntry')
      .select('detail')
      .where('subject', '=', alone)
      .where('deed', '=', 'concern.decided')
      .executeTakeFirstOrThrow()
    expect(entry.detail).toMatchObject({ alone: true })
  })

  test('a sender of the council hears of it as any sender does, and does not act on it', async () => {
    const concernId = await send(about(frost), 'Priya Raman')
    expect(await status('Priya Raman', `/concerns/sent/${concernId}`)).toBe(200)
    for (const path of ['', '/take', '/allegation', '/crime'])
      expect(await status('Priya Raman', `/concerns/${concernId}${path}`)).toBe(404)
    expect((await (await t.as('Priya Raman')).get('/concerns/queue')).body).not.toContain(concernId)
    expect(await status('Judith Amos', `/concerns/${concernId}`)).toBe(200)
  })

  test('whoever no longer has the duty no longer has the concern', async () => {
    const concernId = await send(about(other))
    const role = t.database.superuser.updateTable('roleGrant').where('userId', '=', t.idOf('user Neil Frost'))
    await role.set({ role: 'duty-worker' }).execute()
    expect(await status('Neil Frost', `/concerns/${concernId}`)).toBe(404)
    await role.set({ role: 'designated-officer' }).execute()
    expect(await status('Neil Frost', `/concerns/${concernId}`)).toBe(200)
  })

  test('where it cannot be sent, the last page says whom to ring', async () => {
    const names = ['Amos', 'Frost', 'Okafor', 'Raman', 'Ashdown']
    const everyone = Object.fromEntries(
      names.flatMap((family, at) =>
        Object.entries(about({ 'person-1-person-name-family': family })).flatMap(([field, value]) =>
          field.startsWith('person-1-')
            ? [[field.replace('person-1-', `person-${at + 1}-`), value] as const]
            : [],
        ),
      ),
    )
    const draft = await drafted(t, { ...about({}), ...everyone, people: names.map((_, at) => `${at + 1}`) })
    const answer = await (await t.as('Leah Brandt')).submit(`/concerns/draft/${draft}/check`, {})
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('ask for the designated officer')
  })
})
