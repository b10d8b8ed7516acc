import type pg from 'pg'

/** After many rows at once the database counts anew what it holds: until then it plans for an empty one. */
export async function settled(pool: pg.Pool, how: { vacuum: boolean }): Promise<void> {
  await pool.query(how.vacuum ? 'vacuum analyze' : 'analyze')
}
