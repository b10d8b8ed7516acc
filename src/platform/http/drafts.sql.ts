import { sql, type Kysely } from 'kysely'
import type { FormValues } from '#platform/ui/form-state.ts'

/** What someone had typed into a form when they were signed out, for them alone. */
export async function keptDraft(tx: Kysely<unknown>, userId: string, form: string): Promise<FormValues | null> {
  const kept = await sql<{ typed: FormValues }>`
    select typed from draft where user_id = ${userId} and form = ${form}`.execute(tx)
  return kept.rows[0]?.typed ?? null
}

export async function keepDraft(
  tx: Kysely<unknown>,
  draft: { userId: string; form: string; typed: FormValues; now: Date },
): Promise<void> {
  await sql`insert into draft (user_id, form, typed, saved_at)
    values (${draft.userId}, ${draft.form}, ${JSON.stringify(draft.typed)}::jsonb, ${draft.now})
    on conflict (user_id, form) do update set typed = excluded.typed, saved_at = excluded.saved_at`.execute(tx)
}

export async function dropDraft(tx: Kysely<unknown>, userId: string, form: string): Promise<void> {
  await sql`delete from draft where user_id = ${userId} and form = ${form}`.execute(tx)
}
