import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Database, SubjectId } from './generated/tables.ts'
import type { ScopedTx } from './scoped-tx.ts'

/** The tables whose rows are kept as they were: each has the moment since when it has stood as it stands. */
type Kept = {
  [T in keyof Database]: Database[T] extends { subject: unknown; since: Date } ? T : never
}[keyof Database]

/** One state of a row: what was recorded, from when, and until when (null: it still stands). */
export type State<T extends Kept> = Selectable<Database[T]> & {
  readonly stoodFrom: Date
  readonly stoodUntil: Date | null
}

/**
 * The rows about a subject as they stood at a moment: what was believed then, whatever has been corrected since. The
 * same policies hold as for today's rows, and today's seal hides old states too. A column that came later is null.
 */
export async function rowsAsOf<T extends Kept>(
  tx: ScopedTx,
  table: T,
  asked: { subject: SubjectId; at: Date },
): Promise<State<T>[]> {
  const found = await sql<State<T>>`
    select * from (${statesOf(table, asked.subject)}) as state
    where stood_from <= ${asked.at} and (stood_until is null or stood_until > ${asked.at})
    order by id`.execute(tx)
  return found.rows
}

/** Every state of the rows about a subject, newest first. */
export async function allStates<T extends Kept>(
  tx: ScopedTx,
  table: T,
  subject: SubjectId,
): Promise<State<T>[]> {
  const found = await sql<State<T>>`
    select * from (${statesOf(table, subject)}) as state order by stood_from desc, id`.execute(tx)
  return found.rows
}

function statesOf(table: Kept, subject: SubjectId): RawBuilder<unknown> {
  const rows = sql.table(table)
  const name = table.replaceAll(/[A-Z]/g, capital => `_${capital.toLowerCase()}`)
  return sql`
    select live.*, live.since as stood_from, null::timestamptz as stood_until
    from ${rows} live where live.subject = ${subject}
    union all
    select former.*, lower(kept.valid_during), upper(kept.valid_during)
    from former_version kept, jsonb_populate_record(null::${rows}, kept.version) former
    where kept.subject = ${subject} and kept.table_name = ${name}`
}
