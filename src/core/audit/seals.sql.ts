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

/** The number of the newest seal, or of the newest that is older than so many seconds. 0 where there is none. */
export async function newestSeal(sealer: QueryExecutorProvider, seconds = 0): Promise<number> {
  const found = await sql<{ number: number }>`
    select coalesce(max(number), 0) as number from audit_seal
    where sealed_at <= clock_timestamp() - make_interval(secs => ${seconds})`.execute(sealer)
  return found.rows[0]?.number ?? 0
}

export async function sealsOfLast(sealer: QueryExecutorProvider, minutes: number): Promise<Seal[]> {
  const seals = await sql<Seal>`
    select * from audit_seal where sealed_at > clock_timestamp() - make_interval(mins => ${minutes})
    order by number`.execute(sealer)
  return seals.rows
}

/** A link that does not follow from its entry and the link before it. */
export interface WrongLink {
  readonly entryId: number
  /** False where the entry is missing, not changed. */
  readonly entryThere: boolean
}

/**
 * The links after one position, up to so many positions on, each worked out again from its entry and the hash before it.
 * Pages stand alone, so that they can be read at once.
 */
export async function checkLinks(
  sealer: QueryExecutorProvider,
  page: { after: number; positions: number },
): Promise<{ count: number; wrong: WrongLink[] }> {
  const checked = await sql<{ count: number; wrong: WrongLink[] }>`
    with page as (
      select l.position, l.entry_id, l.hash,
        lag(l.hash, 1, coalesce(
          (select hash from audit_link where position <= ${page.after} order by position desc limit 1),
          sha256('sightline'))) over (order by l.position) as before
      from audit_link l where l.position > ${page.after} and l.position <= ${page.after + page.positions}),
    worked as (
      select p.position, p.entry_id, e.id is not null as entry_there,
        e.id is not null and p.hash = sha256(p.before || audit.canonical(e)) as holds
      from page p left join audit_entry e on e.id = p.entry_id)
    select count(*) as count,
      coalesce(jsonb_agg(jsonb_build_object('entryId', entry_id, 'entryThere', entry_there)
        order by position) filter (where not holds), '[]') as wrong
    from worked`.execute(sealer)
  return checked.rows[0] ?? { count: 0, wrong: [] }
}

/** The last position of the chain, 0 where nothing is sealed. */
export async function lastPosition(sealer: QueryExecutorProvider): Promise<number> {
  const last = await sql<{ position: number }>`
    select coalesce(max(position), 0) as position from audit_link`.execute(sealer)
  return last.rows[0]?.position ?? 0
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

/** Where the chain goes on beyond its last seal: sealing adds links and their seal in one transaction, so nobody honest does. */
export async function linkOutside(sealer: QueryExecutorProvider): Promise<number | null> {
  const first = await sql<{ position: number | null }>`
    select min(position) as position from audit_link
    where position > (select coalesce(max(last_position), 0) from audit_seal)`.execute(sealer)
  return first.rows[0]?.position ?? null
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

/**
 * Entries that stand in the chain behind others which were written long after the time that they claim. After a pause of
 * the sealer honest entries are sealed late too, but in their order.
 */
export async function entriesSealedLate(sealer: QueryExecutorProvider, minutes: number): Promise<number[]> {
  const late = await sql<{ id: number }>`
    select id from (
      select e.id, e.written_at, max(e.written_at) over (order by l.position rows between unbounded preceding and 1 preceding)
        as before
      from audit_link l join audit_entry e on e.id = l.entry_id) chained
    where written_at < before - make_interval(mins => ${minutes})
    order by id limit 100`.execute(sealer)
  return late.rows.map(row => row.id)
}

export async function hashAt(sealer: QueryExecutorProvider, position: number): Promise<Buffer | null> {
  const found = await sql<{ hash: Buffer }>`select hash from audit_link where position = ${position}`.execute(
    sealer,
  )
  return found.rows[0]?.hash ?? null
}
