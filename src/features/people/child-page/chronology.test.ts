import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { recordNote } from '#features/notes/public.ts'
import { manyLike, manyNotesLike } from '#test/kit/many.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

let t: TestApp
let person: PersonRecordId
beforeAll(async () => {
  t = await testApp(['administration', 'concerns'])
  person = t.idOf('person Amelia Thorne')
})
afterAll(() => t[Symbol.asyncDispose]())

const pageOf = async (page: number): Promise<string> =>
  (await (await t.as('Helen Marsh')).get(`/people/${person}?page=${page}`)).body

test('a chronology of more than a page leads on to what is earlier, and misses nothing of one moment', async () => {
  await t.act('Helen Marsh', act =>
    recordNote(act, person, { kind: 'visit', when: 'just-now', words: 'Note 0 of many.' }),
  )
  const note = await t.database.superuser.selectFrom('note').select('id').executeTakeFirstOrThrow()
  await manyNotesLike(t, note.id, 120)
  const [first, second] = [await pageOf(1), await pageOf(2)]
  expect(first).toContain('Showing 1 to 100. There are more')
  expect(first).toContain(`href="/people/${person}?page=2#chronology"`)
  expect(first).toContain('id="chronology"')
  // 121 notes, and the concern that came before them all.
  expect(second).toContain('Showing 101 to 122 of 122')
  const notes = (page: string) => [...page.matchAll(/Note (\d+) of many\./g)].map(([, n]) => Number(n))
  const read = [...notes(first), ...notes(second)]
  expect(read.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 121 }, (_, n) => n))
  expect(notes(first)).toHaveLength(100)
  // Of two that follow one another the first is not the earlier: note 0 is the latest, note 1 the oldest.
  const minutesAgo = read.map(n => (n === 0 ? 0 : Math.trunc((120 - n) / 2)))
  expect(minutesAgo).toEqual(minutesAgo.toSorted((one, other) => one - other))
  // Safe contact is read before anything else, on every page of it.
  expect(second.indexOf('Safe contact')).toBeLessThan(second.indexOf('Chronology'))
})

test('a record with more concerns than the panel shows says where the others stand', async () => {
  const panel = async () => /<h2[^>]*>Concerns<\/h2>.*?<\/section>/s.exec(await pageOf(1))?.[0] ?? ''
  expect(await panel()).not.toContain('Earlier ones')
  const { concernId } = await t.database.superuser
    .selectFrom('concernPerson')
    .select('concernId')
    .where('subject', '=', person)
    .executeTakeFirstOrThrow()
  const more = await manyLike(t, concernId, 51)
  for (const id of more) {
    const child = await t.database.superuser
      .selectFrom('concernChild')
      .select('id')
      .where('subject', '=', id)
      .executeTakeFirstOrThrow()
    await t.database.superuser
      .insertInto('concernPerson')
      .values({
        id: t.world.uuid(),
        ownerAgency: t.idOf('agency local-authority'),
        category: 'identity',
        subject: person,
        since: t.world.now(),
        concernId: id,
        concernChildId: child.id,
        linkedBy: t.idOf('user Priya Raman'),
        linkedAt: t.world.now(),
      })
      .execute()
  }
  const now = await panel()
  expect(now).toContain('These are the newest 50. Earlier ones stand in the chronology.')
  expect(now.match(/CON-\d{4}/g)).toHaveLength(50)
})
