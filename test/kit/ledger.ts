import type { TestApp } from './test-app.ts'

/** The deeds that a piece of work wrote into the ledger, in their order. */
export async function deedsDuring(t: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const last = await t.database.superuser
    .selectFrom('auditEntry')
    .select(one => one.fn.max('id').as('id'))
    .executeTakeFirst()
  await work()
  const entries = await t.database.superuser
    .selectFrom('auditEntry')
    .select('deed')
    .where('id', '>', last?.id ?? 0)
    .orderBy('id')
    .execute()
  return entries.map(entry => entry.deed)
}
