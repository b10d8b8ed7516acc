import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from '#core/access/generated/tables.ts'
import type { AnchorStore } from '#core/audit/anchors.ts'
import { verifyLedger, type LedgerFault } from '#core/audit/verify.ts'

export interface Tampering {
  readonly what: string
  readonly does: (tx: Transaction<Database>) => Promise<void>
  /** Whether all that was done is named, and nothing besides. */
  readonly named: (found: readonly string[]) => boolean
}

const exactly =
  (...wanted: readonly string[]) =>
  (found: readonly string[]): boolean =>
    found.toSorted().join() === wanted.toSorted().join()

/** As `kind place` of each fault found, once the whole database was in someone's hands; afterwards it is as it was. */
export async function foundAfter(
  superuser: Kysely<Database>,
  anchors: AnchorStore,
  tampering: Pick<Tampering, 'does'>,
): Promise<string[]> {
  let found: readonly LedgerFault[] = []
  await superuser
    .transaction()
    .execute(async tx => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await tampering.does(tx)
      await sql`set local role sightline_sealer`.execute(tx)
      found = (await verifyLedger(tx, anchors)).faults
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
  return found.map(fault => `${fault.kind} ${fault.at}`)
}

class Undone extends Error {}

const run =
  (...statements: readonly string[]) =>
  async (tx: Transaction<Database>): Promise<void> => {
    for (const statement of statements) await sql.raw(statement).execute(tx)
  }

/** What someone with the whole database can do to entries that are sealed. */
export async function tamperings(superuser: Kysely<Database>): Promise<Tampering[]> {
  const { rows } = await sql<{
    victim: number
    other: number
    last: number
    number: number
    first: number
    end: number
  }>`
    with middle as (select (max(position) / 2)::bigint as position from audit_link)
    select m.entry_id as victim, n.entry_id as other, (select max(id) from audit_entry) as last,
      s.number, s.first_position as first, s.last_position as end
    from middle join audit_link m using (position) join audit_link n on n.position = middle.position + 1,
      (select * from audit_seal order by number desc limit 1) s`.execute(superuser)
  const at = rows[0]
  if (!at) throw new Error('nothing is sealed')
  const { victim, other } = at
  const forged = at.last + 1_000
  const insert = `insert into audit_entry (id, at, written_at, viewer_kind, viewer_roles, deed, detail) overriding system value
    select ${forged}, at, written_at - interval '1 hour', viewer_kind, viewer_roles, deed, detail from audit_entry where id = ${victim}`
  return [
    {
      what: 'edit',
      does: run(`update audit_entry set deed = 'person.searched' where id = ${victim}`),
      named: exactly(`entry-changed ${victim}`),
    },
    {
      what: 'delete',
      does: run(`delete from audit_entry where id = ${victim}`),
      named: exactly(`entry-missing ${victim}`),
    },
    { what: 'insert', does: run(insert), named: exactly(`entry-outside-seals ${forged}`) },
    {
      what: 'insert, linked to the end of the chain',
      does: run(
        insert.replace("written_at - interval '1 hour'", 'clock_timestamp()'),
        `insert into audit_link (position, entry_id, hash)
         select ${at.end + 1}, ${forged}, sha256(l.hash || audit.canonical(e))
         from audit_link l, audit_entry e where l.position = ${at.end} and e.id = ${forged}`,
      ),
      named: exactly(`link-outside-seals ${at.end + 1}`),
    },
    {
      what: 'swap',
      does: run(
        `update audit_entry e set at = o.at, written_at = o.written_at, subject = o.subject, detail = o.detail
         from audit_entry o where e.id in (${victim}, ${other}) and o.id in (${victim}, ${other}) and o.id <> e.id`,
      ),
      named: exactly(`entry-changed ${victim}`, `entry-changed ${other}`),
    },
    {
      what: 'cut tail',
      does: run(
        `delete from audit_entry e using audit_link l where l.entry_id = e.id and l.position >= ${at.first}`,
        `delete from audit_link where position >= ${at.first}`,
        `delete from audit_seal where number = ${at.number}`,
      ),
      named: exactly(`tail-missing ${at.number}`),
    },
  ]
}

/**
 * Edits one entry and makes every seal from the first anew, each as long as it was: what is inside fits again. Only the
 * heads outside differ, from the seal of that entry on if not before: entries are taken in the order of their numbers now.
 */
export async function rebuilt(superuser: Kysely<Database>): Promise<Tampering> {
  const seals = await superuser
    .selectFrom('auditSeal')
    .select(['number', 'firstPosition', 'lastPosition'])
    .orderBy('number')
    .execute()
  const middle = Math.ceil((seals.at(-1)?.lastPosition ?? 0) / 2)
  return {
    what: 'chain rebuilt from scratch',
    does: async tx => {
      await run(
        `update audit_entry set deed = 'person.searched'
         where id = (select entry_id from audit_link where position = ${middle})`,
        'delete from audit_link',
        'delete from audit_seal',
      )(tx)
      for (const seal of seals)
        await sql`select from audit.seal(${seal.lastPosition - seal.firstPosition + 1})`.execute(tx)
    },
    named: found =>
      seals
        .filter(seal => seal.lastPosition >= middle)
        .every(seal => found.includes(`head-differs-outside ${seal.number}`)) &&
      found.every(one => one.startsWith('head-differs-outside ')),
  }
}
