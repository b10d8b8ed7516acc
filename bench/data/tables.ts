import type { Insertable } from 'kysely'
import type { AgencyId, Database, SubjectId } from '#core/access/generated/tables.ts'
import type { Setting, Staff } from './setting.ts'

/** The tables that the facts touch, each with what the database itself fills in. */
interface FilledIn {
  subject: never
  personRecord: never
  matchKey: never
  safeContact: never
  note: never
  concern: never
  concernChild: never
  concernAnswer: never
  concernPickUp: never
  concernDecision: never
  concernPerson: never
  concernReply: never
  accessGrant: never
  clock: never
  notice: never
  formerVersion: never
  auditEntry: 'tx' | 'writtenAt'
}

export type Table = keyof FilledIn

/** Every column of a row, also those that are empty: what is left out here would be left out of the history too. */
export type Row<T extends Table> = Omit<Required<Insertable<Database[T]>>, FilledIn[T]>

export type Put = <T extends Table>(table: T, row: Row<T>) => void

/** A column's name in the database, as Kysely's plug-in writes it. */
export const columnName = (name: string): string =>
  name.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** The tables under history that the facts change after they were written. */
type Changed = 'clock' | 'concernDecision'

/**
 * Changes a row as an update would: what it was goes into the history, under whoever changed it.
 *
 * @returns the row as it is from now on
 */
export function changed<T extends Changed>(
  put: Put,
  row: Row<T> & Row<Changed>,
  change: { table: T; to: Partial<Row<T>>; at: Date; by: Staff | 'service' },
): Row<T> & Row<Changed> {
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

/** One entry of the ledger, as `audit.record` fills it in for a person or for a service by its name. */
export function entry(
  put: Put,
  by: Staff | string,
  what: {
    deed: string
    at: Date
    on: { id: SubjectId; kind: string; owner: AgencyId }
    detail?: Readonly<Record<string, string | number | boolean | readonly string[] | null>>
  },
): void {
  put('auditEntry', {
    at: what.at,
    ...(typeof by === 'string'
      ? { viewerKind: 'service', viewer: null, viewerService: by, viewerAgency: null, viewerRoles: [] }
      : {
          viewerKind: 'user',
          viewer: by.id,
          viewerService: null,
          viewerAgency: by.agency,
          viewerRoles: [by.role],
        }),
    deed: what.deed,
    subject: what.on.id,
    subjectKind: what.on.kind,
    ownerAgency: what.on.owner,
    detail: JSON.stringify(what.detail ?? {}),
  })
}

/** Opens one subject of the giver's agency, category by category, to an agency. */
export function opened(
  put: Put,
  setting: Setting,
  grant: {
    by: Staff
    to: AgencyId
    at: Date
    subject: SubjectId
    categories: readonly Row<'accessGrant'>['category'][]
    source: Pick<Row<'accessGrant'>, 'sourceKind' | 'source'>
  },
): void {
  for (const category of grant.categories)
    put('accessGrant', {
      id: setting.world.uuid(),
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
