import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testWorld } from '#test/kit/test-world.ts'
import { testDatabase, type TestDatabase } from '#test/kit/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const kept = (text: string) => sql<{ statement: string; calls: number }>`
  select statement, generic_plans + custom_plans as calls from pg_prepared_statements where statement like ${text}`

test('a query asked again is planned once, and says how many rows it wants in its text', async () => {
  await database.superuser.connection().execute(async db => {
    for (const name of ['one', 'two', 'three'])
      await db.selectFrom('agency').select('id').where('name', '=', name).limit(7).execute()
    const { rows } = await kept('select "id" from "agency"%').execute(db)
    expect(rows).toEqual([{ statement: 'select "id" from "agency" where "name" = $1 limit 7', calls: 3 }])
  })
})

test('a list has one text, however long, and finds what is in it and not in it', async () => {
  await database.superuser.connection().execute(async db => {
    const found = async (kinds: readonly ('school' | 'police')[]) => {
      const where = (operator: 'in' | 'not in') =>
        db.selectFrom('agency').select('kind').where('kind', operator, kinds).execute()
      return { in: (await where('in')).length, out: (await where('not in')).length }
    }
    for (const kind of ['school', 'police', 'health'] as const)
      await db
        .insertInto('agency')
        .values({ id: testWorld().uuid(), name: kind, kind, createdAt: new Date() })
        .onConflict(clash => clash.doNothing())
        .execute()
    const all = (await db.selectFrom('agency').select('id').execute()).length
    expect(await found([])).toEqual({ in: 0, out: all })
    const [one, two] = [await found(['school']), await found(['school', 'police'])]
    expect(one.in + one.out).toBe(all)
    expect(two.in).toBeGreaterThanOrEqual(one.in)
    const { rows } = await kept('select "kind" from "agency"%').execute(db)
    expect(rows.map(row => row.statement)).toEqual([
      'select "kind" from "agency" where "kind" = any($1)',
      'select "kind" from "agency" where "kind" <> all($1)',
    ])
  })
})

test('beyond so many texts they are asked as before, and right', async () => {
  await database.superuser.connection().execute(async db => {
    for (let n = 1; n <= 320; n += 1) {
      const found = await sql<{ sum: number }>`select ${n}::int + ${sql.lit(n)} as sum`.execute(db)
      expect(found.rows).toEqual([{ sum: 2 * n }])
    }
    const { rows } = await sql<{
      count: number
    }>`select count(*) as count from pg_prepared_statements`.execute(db)
    expect(rows[0]?.count).toBeLessThanOrEqual(300)
  })
})
