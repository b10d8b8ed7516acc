import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '#test/kit/test-database.ts'
import { openPool } from './pool.ts'
import { tableTypes } from './table-types.ts'

let database: TestDatabase
let types: string
beforeAll(async () => {
  database = await testDatabase()
  for (const table of [
    'shelf (id uuid primary key)',
    'item (id uuid primary key, subject uuid references shelf, check (subject = id))',
    'loan (id uuid primary key, item uuid not null references item, lent_by uuid, of uuid, in_agency uuid)',
    'fine (loan uuid primary key references loan, item uuid references item)',
  ])
    await sql.raw(`create table ${table}`).execute(database.superuser)
  const pool = openPool(database.address, null, { max: 1 })
  const client = await pool.connect()
  types = await tableTypes(client)
  client.release()
  await pool.end()
})
afterAll(() => database[Symbol.asyncDispose]())

const columnsOf = (table: string): string | undefined =>
  new RegExp(`interface ${table} {\\n(.*?)}`, 's').exec(types)?.[1]?.replaceAll(/\s+/g, ' ').trim()

test('a key is an id of its own table, and of that in which the same row stands', () => {
  expect(types).toContain(`export type ShelfId = Id<'shelf'>\n`)
  expect(types).toContain(`export type ItemId = Id<'item' | 'shelf'>\n`)
  expect(columnsOf('Item')).toBe('id: ItemId subject: ShelfId | null')
})

test('a column holds ids of the table that its foreign key leads to', () => {
  expect(columnsOf('Fine')).toBe('loan: LoanId item: ItemId | null')
  expect(types).not.toContain('FineId')
})

test('without a foreign key its name says of what, or it is an id of anything', () => {
  expect(columnsOf('Loan')).toBe(
    'id: LoanId item: ItemId lentBy: UserAccountId | null of: Id | null inAgency: AgencyId | null',
  )
})
