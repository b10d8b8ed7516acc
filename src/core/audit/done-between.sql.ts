import { sql } from 'kysely'
import type { Act } from '#core/access/act.ts'
import type { SubjectId } from '#core/access/generated/tables.ts'
import type { Look } from './who-looked.ts'

/** What was looked at and done on a subject between two moments, newest first: by the agency's own people, and on its own records. */
export async function doneBetween(
  act: Act,
  of: { subject: SubjectId; from: Date; until: Date; most: number },
): Promise<Look[]> {
  const done = await sql<Look>`
    select at, deed, name, roles, agency from audit.done_between(${of.subject}, ${of.from}, ${of.until}, ${of.most})`.execute(
    act.tx,
  )
  return done.rows
}
