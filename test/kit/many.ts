import { sql } from 'kysely'
import type { ConcernId } from '#core/access/generated/tables.ts'
import type { TestApp } from './test-app.ts'

/**
 * As many concerns more as are asked for, like one that was sent, each with its reference, its children, its clocks and
 * those it was opened to. The later come due later, every one a minute after the one before.
 *
 * @returns their ids, in the order in which they are due
 */
export async function manyLike(t: TestApp, concernId: ConcernId, count: number): Promise<ConcernId[]> {
  const db = t.database.superuser
  const ids = Array.from({ length: count }, () => t.world.uuid<ConcernId>())
  await db.transaction().execute(async tx => {
    await sql`create temporary table copy on commit drop as
      select id, n from unnest(${ids}::uuid[]) with ordinality as made (id, n)`.execute(tx)
    await sql`insert into concern select made.* from concern one, copy, jsonb_populate_record(one, jsonb_build_object(
        'id', copy.id, 'subject', copy.id, 'reference', 'CON-' || lpad(copy.n::text, 4, '0'),
        'sent_at', one.sent_at + copy.n * interval '1 minute')) made
      where one.id = ${concernId} order by copy.n`.execute(tx)
    await sql`insert into concern_child select made.* from concern_child one, copy, jsonb_populate_record(one,
        jsonb_build_object('id', gen_random_uuid(), 'subject', copy.id)) made
      where one.subject = ${concernId}`.execute(tx)
    await sql`insert into access_grant select made.* from access_grant one, copy, jsonb_populate_record(one,
        jsonb_build_object('id', gen_random_uuid(), 'subject', copy.id, 'source', copy.id)) made
      where one.subject = ${concernId}`.execute(tx)
    await sql`insert into clock select made.* from clock one, copy, jsonb_populate_record(one, jsonb_build_object(
        'id', gen_random_uuid(), 'subject', copy.id, 'due_at', one.due_at + copy.n * interval '1 minute')) made
      where one.subject = ${concernId}`.execute(tx)
  })
  return ids
}

/** As many notes more as are asked for, like one on a record: the oldest is made first, and two each are of one moment. */
export async function manyNotesLike(t: TestApp, noteId: string, count: number): Promise<void> {
  await sql`insert into note select made.* from note one, generate_series(1, ${count}::int) n, jsonb_populate_record(one,
      jsonb_build_object('id', gen_random_uuid(), 'words', 'Note ' || n || ' of many.',
        'happened_by', one.happened_by - (${count}::int - n) / 2 * interval '1 minute')) made
    where one.id = ${noteId} order by n`.execute(t.database.superuser)
}
