import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealedTyped, sent } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

/** What a mistaken deed could try: each statement runs as the application's role with that person as its viewer. */
let t: TestApp
beforeAll(async () => {
  t = await testApp(['administration', 'concerns'])
})
afterAll(() => t[Symbol.asyncDispose]())

test.each([
  ['Alan Pike', 'gives his own agreed role another name', `update role_grant set role = 'supervisor'`],
  [
    'Alan Pike',
    'agrees in someone else’s name',
    `update role_grant set agreed_by = (select id from user_account where name = 'Grace Okafor'), agreed_at = now()`,
  ],
  ['Leah Brandt', 'changes what was sent', `update concern_answer set value = '"otherwise"'`],
  ['Priya Raman', 'changes what was sent, though they receive it', `update concern set danger_now = false`],
  ['Priya Raman', 'makes a grant out to someone else', `update access_grant set grantee = access.viewer()`],
  ['Priya Raman', 'makes a temporary table', `create temporary table former_version (id int)`],
])('%s cannot: %s', async (who, _, statement) => {
  await expect(t.act(who, act => sql.raw(statement).execute(act.tx))).rejects.toThrow(
    /permission denied|own name/,
  )
})

/** Of what a statement would change: how many rows it did. */
const changed = (who: string, statement: string): Promise<bigint | undefined> =>
  t.act(who, async act => (await sql.raw(statement).execute(act.tx)).numAffectedRows)

test('who receives a concern is said by whoever receives it, to an area of theirs, and by nobody else', async () => {
  const council = t.idOf('agency local-authority')
  for (const who of ['Leah Brandt', 'Daniel Frost', 'Helen Marsh'])
    expect(await changed(who, `update concern set receiving_agency = '${council}'`), who).toBe(0n)
  const police = `receiving_agency = '${t.idOf('agency police')}', receiving_team = '${t.idOf('team police')}'`
  await expect(changed('Priya Raman', `update concern set ${police}`)).rejects.toThrow('row-level security')
  // A sealed one nobody passes on, not its holder either.
  const sealed = await sent(t, 'Leah Brandt', sealedTyped(t))
  const one = `update concern set receiving_team = receiving_team where id = '${sealed.concernId}'`
  for (const who of ['Judith Amos', 'Priya Raman']) expect(await changed(who, one), who).toBe(0n)
})

test('whoever is sealed out of a concern can neither open it to themselves nor see its grants', async () => {
  const concern = await t.act('Leah Brandt', act =>
    act.tx.selectFrom('concern').select(['id', 'ownerAgency']).limit(1).executeTakeFirstOrThrow(),
  )
  const own = await t.act('Leah Brandt', act => Promise.resolve(act.viewer.id))
  const grants = (): Promise<unknown[]> =>
    t.act('Leah Brandt', act =>
      act.tx.selectFrom('accessGrant').select('id').where('subject', '=', concern.id).execute(),
    )
  expect(await grants()).not.toEqual([])
  await sql`insert into seal (subject, owner_agency, reason, sealed_by, sealed_at)
    values (${concern.id}, ${concern.ownerAgency}, 'conflict-of-interest', ${own}, now())`.execute(
    t.database.superuser,
  )
  expect(await grants()).toEqual([])
  await expect(
    t.act('Leah Brandt', act =>
      sql`insert into access_grant (id, owner_agency, subject, category, grantee, grantee_kind, valid_during, source_kind, source, granted_by)
        values (gen_random_uuid(), ${concern.ownerAgency}, ${concern.id}, 'concern', ${own}, 'user', tstzrange(now(), null), 'seal', ${concern.id}, ${own})`.execute(
        act.tx,
      ),
    ),
  ).rejects.toThrow('row-level security')
})
