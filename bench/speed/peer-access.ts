import { sql, type Kysely } from 'kysely'
import type { Database } from '#core/access/generated/tables.ts'
import type { DatabaseAddress } from '#platform/database/address.ts'

const PASSWORD = 'for measuring only'

/** A role for the peer as such services have one: it reads the tables past all policies, and keeps its own sessions. */
export async function giveToPeer(
  superuser: Kysely<Database>,
  address: DatabaseAddress,
): Promise<Readonly<Record<string, string>>> {
  await sql
    .raw(
      `create role peer login bypassrls password '${PASSWORD}';
       create schema peer authorization peer;
       grant usage on schema public to peer;
       grant select on clock, concern, concern_child, concern_pick_up, area, agency, user_account, role_grant to peer;
       create table peer.session (sid varchar primary key, sess json not null, expire timestamp(6) not null);
       create index on peer.session (expire);
       alter table peer.session owner to peer`,
    )
    .execute(superuser)
  return {
    PGHOST: address.host,
    PGPORT: String(address.port),
    PGDATABASE: address.database,
    PGUSER: 'peer',
    PGPASSWORD: PASSWORD,
  }
}
