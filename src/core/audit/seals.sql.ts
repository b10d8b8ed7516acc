import { sql, type QueryExecutorProvider } from 'kysely'

export interface Seal {
  readonly number: number
  readonly firstPosition: number
  readonly lastPosition: number
  readonly previousHead: Buffer
  readonly head: Buffer
  readonly sealedAt: Date
}

/** Links the entries that have come since, as the sealer. @returns the seal made, or null when there was nothing */
export async function sealBatch(sealer: QueryExecutorProvider, most: number): Promise<Seal | null> {
  const made = await sql<Seal>`select * from audit.seal(${most})`.execute(sealer)
  return made.rows[0] ?? null
}

export async function sealsAfter(
  sealer: QueryExecutorProvider,
  number: number,
  limit: number,
): Promise<Seal[]> {
  const seals = await sql<Seal>`
    select * from audit_seal where number > ${number} order by number limit ${limit}`.execute(sealer)
  return seals.rows
}

export interface CheckedLink {
  readonly position: number
  readonly entryId: number
  /** False where the entry is missing or was changed. */
  readonly entryThere: boolean
  readonly holds: boolean
  readonly hash: Buffer
}

/** One page of the chain, each link worked out again from its entry and the hash before it. */
export async function checkLinks(
  sealer: QueryExecutorProvider,
  page: { after: number; hashBefore: Buffer; limit: number },
): Promise<{ last: number; lastHash: Buffer; count: number; wrong: CheckedLink[] }> {
  const checked = await sql<{
    last: number
    lastHash: Buffer
    count: number
    wrong: { position: number; entryId: number; entryThere: boolean }[]
  }>`
    with page as (
      select l.position, l.entry_id, l.hash,
        lag(l.hash, 1, ${page.hashBefore}::bytea) over (order by l.position) as before
      from audit_link l where l.position > ${page.after} order by l.position limit ${page.limit}),
    worked as (
      select p.position, p.entry_id, p.hash, e.id is not null as entry_there,
        e.id is not null and p.hash = sha256(p.before || audit.canonical(e)) as holds
      from page p left join audit_entry e on e.id = p.entry_id)
    select coalesce(max(position), 0) as last, count(*) as count,
      (array_agg(hash order by position desc))[1] as last_hash,
      coalesce(jsonb_agg(jsonb_build_object('position', position, 'entryId', entry_id, 'entryThere', entry_there)
        order by position) filter (where not holds), '[]') as wrong
    from worked`.execute(sealer)
  const row = checked.rows[0]
  return {
    last: row?.last ?? 0,
    lastHash: row?.lastHash ?? page.hashBefore,
    count: row?.count ?? 0,
    wrong: (row?.wrong ?? []).map(one => ({ ...one, holds: false, hash: Buffer.alloc(0) })),
  }
}

/** Positions between which links are missing. */
export async function gapsInChain(
  sealer: QueryExecutorProvider,
): Promise<{ after: number; before: number }[]> {
  const gaps = await sql<{ after: number; before: number }>`
    select position as after, next as before from (
      select position, lead(position) over (order by position) as next from audit_link) l
    where next <> position + 1 limit 100`.execute(sealer)
  return gaps.rows
}

/** Entries that are in no seal long after the database wrote them: put in with an old time, or sealing has stopped. */
export async function entriesOutside(sealer: QueryExecutorProvider, minutes: number): Promise<number[]> {
  const outside = await sql<{ id: number }>`
    select e.id from audit_entry e
    where not exists (select from audit_link l where l.entry_id = e.id)
      and e.written_at < clock_timestamp() - make_interval(mins => ${minutes})
    order by e.id limit 100`.execute(sealer)
  return outside.rows.map(row => row.id)
}

/** Entries that were sealed long after the time that they claim to have been written at. */
export async function entriesSealedLate(sealer: QueryExecutorProvider, minutes: number): Promise<number[]> {
  const late = await sql<{ id: number }>`
    select e.id from audit_seal s
      join audit_link l on l.position between s.first_position and s.last_position
      join audit_entry e on e.id = l.entry_id
    where e.written_at < s.sealed_at - make_interval(mins => ${minutes})
    order by e.id limit 100`.execute(sealer)
  return late.rows.map(row => row.id)
}

export async function hashAt(sealer: QueryExecutorProvider, position: number): Promise<Buffer | null> {
  const found = await sql<{ hash: Buffer }>`select hash from audit_link where position = ${position}`.execute(
    sealer,
  )
  return found.rows[0]?.hash ?? null
}

export const FIRST_HEAD = sql<{ head: Buffer }>`select sha256('sightline') as head`
