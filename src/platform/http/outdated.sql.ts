import { sql, type QueryExecutorProvider } from 'kysely'

export const AT_ONCE = 500

/** What is not kept for ever. The worker's role sees of each only the rows that have had their time (migration 0029). */
export const OUTDATED: readonly {
  readonly of: string
  /** Takes away as many as go at once. @returns how many there were */
  readonly drop: (tx: QueryExecutorProvider) => Promise<number>
}[] = [
  {
    of: 'draft',
    drop: tx =>
      counted(
        sql`delete from draft where (user_id, form) in
        (select user_id, form from draft limit ${AT_ONCE})`.execute(tx),
      ),
  },
  {
    of: 'form_key',
    drop: tx =>
      counted(
        sql`delete from form_key where (user_id, key) in
        (select user_id, key from form_key limit ${AT_ONCE})`.execute(tx),
      ),
  },
  {
    of: 'session',
    drop: tx =>
      counted(
        sql`delete from session where token_digest in
        (select token_digest from session limit ${AT_ONCE})`.execute(tx),
      ),
  },
  {
    of: 'system_token',
    drop: tx =>
      counted(
        sql`delete from system_token where digest in
        (select digest from system_token limit ${AT_ONCE})`.execute(tx),
      ),
  },
  {
    of: 'address_proof',
    drop: tx =>
      counted(
        sql`delete from address_proof where visit_digest in (select visit_digest from address_proof
        where asked_at < access.moment() - interval '1 day' limit ${AT_ONCE})`.execute(tx),
      ),
  },
  {
    of: 'try_limit',
    drop: tx =>
      counted(
        sql`delete from try_limit where (bucket, key_digest) in
        (select bucket, key_digest from try_limit limit ${AT_ONCE})`.execute(tx),
      ),
  },
]

const counted = async (deleted: Promise<{ numAffectedRows?: bigint }>): Promise<number> =>
  Number((await deleted).numAffectedRows ?? 0)
