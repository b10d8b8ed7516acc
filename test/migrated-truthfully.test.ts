import { inject, expect, test } from 'vitest'
import type pg from 'pg'
import type { DatabaseAddress } from '#platform/database/address.ts'
import { asAdministrator, createDatabase, dropDatabase } from '#platform/database/create-database.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openPool } from '#platform/database/pool.ts'
import { rolePassword } from '#platform/database/roles.ts'
import { TEST_SECRET } from './kit/global-setup.ts'

/** A database as it was before a migration, filled, and then brought up to date. What it holds from then on is read. */
async function migratedOver<T>(
  migration: string,
  fill: (client: pg.PoolClient) => Promise<unknown>,
  read: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const server = inject('server')
  const database = `sightline_migrated_${process.pid}`
  const address: DatabaseAddress = {
    host: server.host,
    port: server.port,
    database,
    passwordOf: role => (server.password === null ? undefined : rolePassword(TEST_SECRET, role)),
    administrator: { user: server.user, ...(server.password === null ? {} : { password: server.password }) },
    tls: false,
  }
  await createDatabase(address, database)
  const pool = openPool(address, 'sightline_owner', { max: 1 })
  try {
    await asAdministrator(
      address,
      client => client.query('alter schema public owner to sightline_owner'),
      database,
    )
    const all = await readMigrations(new URL('../migrations/', import.meta.url))
    const before = all.findIndex(one => one.name.includes(migration))
    expect(before).toBeGreaterThan(0)
    const owner = await pool.connect()
    try {
      await migrate(owner, all.slice(0, before))
      await asAdministrator(address, fill, database)
      await migrate(owner, all)
    } finally {
      owner.release()
    }
    return await asAdministrator(address, read, database)
  } finally {
    await pool.end()
    await dropDatabase(address, database)
  }
}

const OWN = '018f0000-0000-7000-8000-00000000000a'
const OTHER = '018f0000-0000-7000-8000-00000000000b'
const CHILD = '018f0000-0000-7000-8000-00000000000c'

test('what was said of when and of safe contact is kept as it was said', async () => {
  const kept = await migratedOver(
    'said-when-and-how-to-reach',
    async client => {
      await client.query(`insert into agency (id, name, kind, created_at) values
        ('${OWN}', 'Council', 'local-authority', now()), ('${OTHER}', 'Clinic', 'health', now())`)
      await client.query(
        `insert into subject (id, kind, owner_agency) values ('${CHILD}', 'person_record', '${OWN}')`,
      )
      // At half past midnight in London, in summer: hours reach into the day before.
      await client.query(`insert into note (id, owner_agency, category, subject, since, kind, happened_at, words,
          written_by, written_by_name, written_by_role, written_at)
        select gen_random_uuid(), '${OWN}', 'welfare', '${CHILD}', at, 'visit', at - ago * interval '1 minute',
          ago::text, gen_random_uuid(), 'A', 'B', at
        from (values ('2026-07-01T00:30:00+01:00'::timestamptz)) written (at),
          unnest(array[0, 60, 360, 1440, 4320, 30]) ago`)
      await client.query(`insert into safe_contact (id, owner_agency, category, subject, since, way, asked_by,
          asked_by_name, asked_at)
        values (gen_random_uuid(), '${OWN}', 'identity', '${CHILD}', now(), 'Form tutor', gen_random_uuid(), 'A', now()),
          (gen_random_uuid(), '${OTHER}', 'identity', '${CHILD}', now(), 'Mobile', gen_random_uuid(), 'B', now())`)
    },
    async client => ({
      notes: await client.query(`select words, precision, from_day, to_day,
          to_char(happened_by at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI:SS') as by from note
        order by words::int`),
      contacts: await client.query('select way from safe_contact'),
      former: await client.query(
        `select table_name, owner_agency, version ->> 'way' as way from former_version`,
      ),
      walls: await client.query(`select relname from pg_class
        where relname in ('safe_contact', 'subject') and relrowsecurity and relforcerowsecurity order by 1`),
    }),
  )
  const [day, before] = ['2026-07-01', '2026-06-30']
  const written = `${day} 00:30:00`
  expect(kept.notes.rows).toEqual([
    { words: '0', precision: 'moment', from_day: day, to_day: day, by: written },
    // No answer on the form stood for half an hour: whoever sent it meant a moment.
    { words: '30', precision: 'moment', from_day: day, to_day: day, by: `${day} 00:00:00` },
    { words: '60', precision: 'hours', from_day: before, to_day: day, by: written },
    { words: '360', precision: 'day', from_day: day, to_day: day, by: written },
    { words: '1440', precision: 'day', from_day: before, to_day: before, by: `${before} 23:59:59` },
    { words: '4320', precision: 'days', from_day: '2026-06-24', to_day: day, by: written },
  ])
  expect(kept.contacts.rows).toEqual([{ way: 'Form tutor' }])
  expect(kept.former.rows).toEqual([{ table_name: 'safe_contact', owner_agency: OTHER, way: 'Mobile' }])
  expect(kept.walls.rows).toHaveLength(2)
})
