import type { Insertable } from 'kysely'
import type { Id } from '#platform/database/id.ts'
import type { Category } from '#vocabulary/categories.ts'
import type { AgencyId, Database, SubjectId, UserAccountId } from './generated/tables.ts'

/**
 * Rows as deeds leave them behind, for filling a made-up area faster than by the deeds themselves. Each owner of tables
 * says so for its own in a `bulk.ts`; that the rows are the same is shown by `npm run sightline bench rows`.
 */
export type Table = keyof Database

/** Every column of a row, also those that are empty: what is left out here would be left out of the history too. */
export type Row<T extends Table> = Omit<
  Required<Insertable<Database[T]>>,
  T extends 'auditEntry' ? 'tx' | 'writtenAt' : never
>

export type Put = <T extends Table>(table: T, row: Row<T>) => void

export interface Staff {
  readonly id: UserAccountId
  readonly name: string
  readonly agency: AgencyId
  readonly role: string
  readonly title: string
  readonly writes: ReadonlySet<Category>
}

/** Among whom something took place. */
export interface Among {
  readonly staff: (name: string) => Staff
  /** An id as it would have been made at that moment: rows that follow one another in time lie beside one another. */
  readonly idAt: <I extends string>(at: Date) => I
  readonly randomBytes: (count: number) => Uint8Array
}

/** A column's name in the database, as Kysely's plug-in writes it. */
export const columnName = (name: string): string =>
  name.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

interface UnderHistory {
  readonly id: Id
  readonly ownerAgency: AgencyId
  readonly category: Category
  readonly subject: SubjectId
  readonly since: Date
}

/**
 * Changes a row as an update would: what it was goes into the history, under whoever changed it.
 *
 * @returns the row as it is from now on
 */
export function changed<R extends UnderHistory>(
  put: Put,
  row: R,
  change: { table: Table; to: Partial<R>; at: Date; by: Staff | 'service' },
): R {
  const since = row.since
  if (change.at <= since)
    throw new Error('two changes at one moment: the history would be off by a microsecond')
  put('formerVersion', {
    tableName: columnName(change.table),
    rowId: row.id,
    ownerAgency: row.ownerAgency,
    category: row.category,
    subject: row.subject,
    version: asDocument(row),
    validDuring: `["${since.toISOString()}","${change.at.toISOString()}")`,
    changedBy: change.by === 'service' ? null : change.by.id,
    changedByKind: change.by === 'service' ? 'service' : 'user',
  })
  return { ...row, ...change.to, since: change.at }
}

/** As `to_jsonb` says a row, moments included. */
const asDocument = (row: object): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        columnName(name),
        value instanceof Date ? momentIn(value) : value,
      ]),
    ),
  )

const momentIn = (at: Date): string => `${at.toISOString().replace(/\.?0*Z$/, '')}+00:00`

/** Opens one subject of the giver's agency, category by category, to an agency. */
export function opened(
  put: Put,
  { idAt }: Among,
  grant: {
    by: Staff
    to: AgencyId
    at: Date
    subject: SubjectId
    categories: readonly Category[]
    source: Pick<Row<'accessGrant'>, 'sourceKind' | 'source'>
  },
): void {
  for (const category of grant.categories)
    put('accessGrant', {
      id: idAt(grant.at),
      ownerAgency: grant.by.agency,
      subject: grant.subject,
      category,
      grantee: grant.to,
      granteeKind: 'agency',
      validDuring: `["${grant.at.toISOString()}",)`,
      ...grant.source,
      grantedBy: grant.by.id,
    })
}
