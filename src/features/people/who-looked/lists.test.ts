import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernId, PersonRecordId, SubjectId } from '#core/access/generated/tables.ts'
import { linkRecord } from '#features/concerns/decide/link.ts'
import { childrenOn } from '#features/concerns/decide/queries.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { makePerson } from '#test/kit/made-people.ts'
import { sealFromEveryone } from '#test/kit/plant.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { concernsNaming } from '#features/concerns/on-child/queries.ts'
import { listsShowing, namedLooks } from './queries.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

/** A school's concern that waits, and the council's record of the child on it, made after lists had shown the name. */
async function listed(): Promise<{ person: PersonRecordId; concern: ConcernId }> {
  const { concernId } = await t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[3]?.typed ?? {}))
  await (await t.as('Priya Raman')).get('/concerns/queue')
  const person = await t.act('Priya Raman', async act => {
    const [child] = await childrenOn(act.tx, concernId)
    if (!child) throw new Error('the concern has no child')
    return linkRecord(act, { concernId, concernChildId: child.id, record: 'new' })
  })
  return { person, concern: concernId }
}

/** What a page says, tags left out. */
const read = async (name: string, path: string): Promise<string> =>
  (await (await t.as(name)).get(path)).body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

const showing = (name: string, subjects: readonly SubjectId[], most = 10) =>
  t.act(name, act => listsShowing(act.tx, subjects, most))

test('the records lead reads to whom lists showed the name, one line for each person, list and day', async () => {
  const { person } = await listed()
  for (const path of ['/concerns/queue', '/concerns/queue?page=1'])
    await (await t.as('Priya Raman')).get(path)
  for (const path of ['/', '/concerns/queue']) await (await t.as('Tom Ashdown')).get(path)
  t.world.advance(24 * 60)
  await (await t.as('Tom Ashdown')).get('/concerns/queue')
  const page = await read('Ruth Adeyemi', `/people/${person}/who-looked`)
  const queue = 'Was shown the name in the list of concerns to decide'
  expect(page).toMatch(new RegExp(`at 10am Priya Raman, duty worker, [^,]*? ${queue} 3 `))
  expect(page).toMatch(
    new RegExp(`Wednesday 25 November 2026 at 10am Tom Ashdown, duty worker, [^,]*? ${queue} 1 `),
  )
  expect(page).toMatch(
    new RegExp(`Tuesday 24 November 2026 at 10am Tom Ashdown, duty worker, [^,]*? ${queue} 1 `),
  )
  expect(page).toMatch(
    /Tuesday 24 November 2026 at 10am Tom Ashdown, [^:]*? Was shown the name on their home page 1 /,
  )
})

test('a list is told under the names of earlier entries too', async () => {
  const { person, concern } = await listed()
  for (const key of ['subjects', 'concerns'])
    await t.act('Grace Okafor', act => act.record('work.listed', null, { [key]: [t.world.uuid(), concern] }))
  const lists = await showing('Ruth Adeyemi', [person, concern])
  expect(lists.find(list => list.name === 'Grace Okafor')).toMatchObject({ deed: 'work.listed', times: 2 })
})

test('one that was never shown in a list is told of none', async () => {
  await t.act('Priya Raman', act => act.record('work.listed', null, { shown: [] }))
  const person = await makePerson(t)
  expect(await showing('Ruth Adeyemi', [person])).toEqual([])
  expect(await showing('Ruth Adeyemi', [])).toEqual([])
})

test('the child’s own page says that lists show the name, and who can see to whom', async () => {
  const { person } = await listed()
  const page = await read('Helen Marsh', `/people/${person}`)
  expect(page).toContain('Lists of work show names too. The records lead of the agency can see to whom.')
  expect(page).not.toContain('Was shown the name')
})

test('looks at a concern that someone is on are looks at them', async () => {
  const { person, concern } = await listed()
  await (await t.as('Tom Ashdown')).get(`/concerns/${concern}`)
  const page = await read('Ruth Adeyemi', `/people/${person}/who-looked`)
  expect(page).toMatch(/Tom Ashdown, duty worker, [^:]*? Opened a concern /)
  expect(page).toContain('Joined the record to a concern')
  // The school's own looks at its concern are the school's to tell of.
  expect(page).not.toContain('Leah Brandt')
})

describe('who may know', () => {
  test('colleagues, by role; the owner of what was shown; nobody else', async () => {
    const { person, concern } = await listed()
    const both = [person, concern]
    const told = { deed: 'concern.queue-listed', roles: ['duty-worker'], times: 1 }
    expect(await showing('Ruth Adeyemi', both)).toMatchObject([{ ...told, name: 'Priya Raman' }])
    expect(await showing('Priya Raman', both)).toMatchObject([{ ...told, name: null }])
    // The concern is the school's: it may know to which agency and role it was shown.
    expect(await showing('Leah Brandt', both)).toMatchObject([{ ...told, name: null }])
    expect(await showing('Moira Kelly', both)).toEqual([])
    expect(await showing('Alan Pike', both)).toEqual([])
  })

  test('what is sealed is told to nobody whom it is sealed from', async () => {
    const { person, concern } = await listed()
    expect(await showing('Ruth Adeyemi', [person, concern])).toHaveLength(1)
    const looks = () => t.act('Ruth Adeyemi', act => namedLooks(act.tx, [concern], 10))
    expect((await looks()).map(look => look.deed)).toContain('concern.child-linked')
    await sealFromEveryone(t, concern)
    expect(await showing('Ruth Adeyemi', [person, concern])).toEqual([])
    expect(await looks()).toEqual([])
  })

  test('under which concerns someone is named is read through the policies', async () => {
    const { person, concern } = await listed()
    expect(await t.act('Ruth Adeyemi', act => concernsNaming(act.tx, person))).toEqual([concern])
    expect(await t.act('Moira Kelly', act => concernsNaming(act.tx, person))).toEqual([])
  })
})

test('the details are read through their index', async () => {
  const { concern } = await listed()
  const scans = async () =>
    (
      await sql<{ scans: number }>`
        select idx_scan as scans from pg_stat_user_indexes where indexrelname = 'audit_entry_shown'`.execute(
        t.database.superuser,
      )
    ).rows[0]?.scans ?? Number.NaN
  // In a ledger of a few rows reading it through would be cheaper.
  await sql`insert into audit_entry (at, viewer_kind, viewer_roles, deed, detail)
    select now(), 'user', '{}', 'work.listed', jsonb_build_object('shown', jsonb_build_array(gen_random_uuid()))
    from generate_series(1, 5000)`.execute(t.database.superuser)
  await sql`analyze audit_entry`.execute(t.database.superuser)
  const before = await scans()
  await t.act('Ruth Adeyemi', async act => {
    expect(await listsShowing(act.tx, [concern], 10)).toHaveLength(1)
    await sql`select pg_stat_force_next_flush()`.execute(act.tx)
  })
  expect(await scans()).toBe(before + 1)
})
