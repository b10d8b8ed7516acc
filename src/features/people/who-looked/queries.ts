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
export async function namedLooks(tx: ScopedTx, subject: SubjectId, most: number): Promise<NamedLook[]> {
  const looks = await sql<NamedLook>`select * from audit.looks_at(${subject}, ${most})`.execute(tx)
  return looks.rows
}
