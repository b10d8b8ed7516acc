import type { SubjectId } from '#core/access/generated/tables.ts'
import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** The record of a reference, among those that the viewer may know of. */
export const personByReference = (tx: ScopedTx, reference: string) =>
  tx.selectFrom('personRecord').select('id').where('reference', '=', reference).executeTakeFirst()

export interface NamedLook {
  readonly at: Date
  readonly deed: string
  readonly name: string
  readonly roles: readonly string[]
  readonly agency: string | null
}

/** Looks and deeds, newest first, with the names of all who were there; nothing for anyone but the owner's records lead. */
export async function namedLooks(
  tx: ScopedTx,
  subjects: readonly SubjectId[],
  most: number,
): Promise<NamedLook[]> {
  const looks = await sql<NamedLook>`select * from audit.looks_at(${[...subjects]}::uuid[], ${most})`.execute(
    tx,
  )
  return looks.rows
}

/** One list that showed someone's name to one person on one day, and how often. */
export interface ListShown extends Omit<NamedLook, 'name'> {
  /** Null for anyone but the owner's records lead. */
  readonly name: string | null
  readonly times: number
}

/** Lists that have shown someone, newest first. */
export async function listsShowing(
  tx: ScopedTx,
  subjects: readonly SubjectId[],
  most: number,
): Promise<ListShown[]> {
  const lists =
    await sql<ListShown>`select * from audit.lists_showing(${[...subjects]}::uuid[], ${most})`.execute(tx)
  return lists.rows
}
