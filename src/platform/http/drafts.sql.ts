import { sql, type QueryExecutorProvider } from 'kysely'
import type { Id } from '#platform/database/id.ts'
import type { FormValues } from '#platform/ui/form-state.ts'

/** How long what someone typed waits for them, untouched. */
export const DAYS_KEPT = 90

/** What someone had typed into a form when they were signed out, for them alone. */
export async function keptDraft(
  tx: QueryExecutorProvider,
  userId: Id,
  form: string,
): Promise<FormValues | null> {
  const kept = await sql<{ typed: FormValues }>`
    select typed from draft where user_id = ${userId} and form = ${form}`.execute(tx)
  return kept.rows[0]?.typed ?? null
}

/** Keeps it from now on for as long as what people write is kept, or for the hours given. */
export async function keepDraft(
  tx: QueryExecutorProvider,
  draft: { userId: Id; form: string; typed: FormValues; now: Date; hours?: number },
): Promise<void> {
  const keepUntil = new Date(draft.now.getTime() + (draft.hours ?? DAYS_KEPT * 24) * 3_600_000)
  await sql`insert into draft (user_id, form, typed, saved_at, keep_until)
    values (${draft.userId}, ${draft.form}, ${JSON.stringify(draft.typed)}::jsonb, ${draft.now}, ${keepUntil})
    on conflict (user_id, form) do update
    set typed = excluded.typed, saved_at = excluded.saved_at, keep_until = excluded.keep_until`.execute(tx)
}

/** @returns whether it was there: of two that drop it at once, the second waits for the first and hears no */
export async function dropDraft(tx: QueryExecutorProvider, userId: Id, form: string): Promise<boolean> {
  const dropped = await sql`delete from draft where user_id = ${userId} and form = ${form}`.execute(tx)
  return dropped.numAffectedRows === 1n
}

/** The names and times of someone's drafts of one kind, newest first. */
export async function draftsLike(
  tx: QueryExecutorProvider,
  userId: Id,
  start: string,
): Promise<{ form: string; savedAt: Date }[]> {
  const drafts = await sql<{ form: string; savedAt: Date }>`
    select form, saved_at from draft where user_id = ${userId} and starts_with(form, ${start})
    order by saved_at desc`.execute(tx)
  return drafts.rows
}
