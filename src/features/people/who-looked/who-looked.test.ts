import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { search } from '#test/kit/searching.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let record: { id: string; reference: string }
beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  record = await t.database.superuser
    .selectFrom('personRecord')
    .select(['id', 'reference'])
    .where('ownerAgency', '=', t.idOf('agency local-authority'))
    .where('familyName', '=', 'Thorne')
    .executeTakeFirstOrThrow()
})
afterAll(() => t[Symbol.asyncDispose]())

const looks = async (as: string) => (await t.as(as)).get(`/people/${record.id}/who-looked`)

test('the owner’s records lead reads who looked by name, also those who only saw it among a search’s answers', async () => {
  await search(await t.as('Helen Marsh'), 'given=Amelia&family=Thorne')
  await (await t.as('Priya Raman')).get(`/people/${record.id}`)
  const ruth = await t.as('Ruth Adeyemi')
  const found = await ruth.submit('/people/who-looked', { reference: record.reference.toLowerCase() })
  expect(found.headers.location).toBe(`/people/${record.id}/who-looked`)
  const page = (await looks('Ruth Adeyemi')).body
  expect(page).toContain('Helen Marsh')
  expect(page).toContain('Was shown the name and date of birth by a search')
  expect(page).toContain('Priya Raman')
  expect(page).toContain('Opened the record')
  expect((await looks('Ruth Adeyemi')).body).toContain('Saw who has looked')

  // The child's own page says it in the same words, without the names.
  const own = (await (await t.as('Priya Raman')).get(`/people/${record.id}`)).body
  expect(own).toContain('Was shown the name and date of birth by a search')
  expect(own).not.toMatch(/(person|note|concern) (viewed|found|recorded|child linked)/)
})

test('someone of another agency to whom it was opened is named to the owner, and sees nobody’s name', async () => {
  const moira = t.idOf('user Moira Kelly')
  await sql`insert into access_grant (id, owner_agency, subject, category, grantee, grantee_kind, valid_during, source_kind, source, granted_by)
    values (gen_random_uuid(), ${t.idOf('agency local-authority')}, ${record.id}, 'identity', ${moira}, 'user',
      tstzrange(${t.world.now()}::timestamptz - interval '1 day', null), 'disclosure', ${record.id}, ${t.idOf('user Priya Raman')})`.execute(
    t.database.superuser,
  )
  const seen = await (await t.as('Moira Kelly')).get(`/people/${record.id}`)
  expect(seen.statusCode).toBe(200)
  expect(seen.body).not.toContain('Priya Raman, ')
  expect((await looks('Ruth Adeyemi')).body).toContain('Moira Kelly')
})

test.each([
  ['Ruth Adeyemi', 200],
  ['Priya Raman', 403],
  ['Grace Okafor', 403],
  ['Alan Pike', 403],
  ['Leah Brandt', 403],
])('%s is answered %i', async (name, status) => {
  expect((await looks(name)).statusCode).toBe(status)
})

test('the function itself names nobody to those who may not', async () => {
  for (const name of ['Priya Raman', 'Alan Pike', 'Moira Kelly']) {
    const rows = await t.act(name, act =>
      sql`select * from audit.looks_at(array[${record.id}::uuid], 10)`.execute(act.tx),
    )
    expect(rows.rows).toEqual([])
  }
})

test('a reference that is not there says so and keeps what was typed', async () => {
  const answer = await (
    await t.as('Ruth Adeyemi')
  ).submit('/people/who-looked', { reference: 'PER-0000-0000' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('PER-0000-0000')
})
