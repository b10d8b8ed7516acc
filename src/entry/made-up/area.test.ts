import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '#core/audit/verify.ts'
import { CHECKS, faultsOf } from '#entry/cli/doctor.sql.ts'
import { makeWholeArea } from '#entry/make-area.ts'
import { memoryAnchors, sealAll } from '#test/kit/sealing.ts'
import { testDatabase, type TestDatabase } from '#test/kit/test-database.ts'
import { testWorld } from '#test/kit/test-world.ts'

const CHILDREN = 30

let made: TestDatabase
beforeAll(async () => {
  made = await filled()
})
afterAll(() => made[Symbol.asyncDispose]())

async function filled(): Promise<TestDatabase> {
  const database = await testDatabase()
  const world = testWorld()
  await makeWholeArea({ address: database.address, connect: database.connect, world }, CHILDREN)
  return database
}

const rowsOf = async <T>(of: TestDatabase, statement: string): Promise<T[]> =>
  (await sql.raw<T>(statement).execute(of.superuser)).rows
const one = async (statement: string): Promise<unknown> =>
  Object.values((await rowsOf<Record<string, unknown>>(made, statement))[0] ?? {})[0]

/** What the database itself counts or times. */
const OWN = ['id', 'tx', 'written_at']

async function digests(of: TestDatabase): Promise<Record<string, string>> {
  const tables = await rowsOf<{ name: string }>(
    of,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const counted = ['audit_entry', 'former_version'].includes(name)
    const rows = await rowsOf<{ row: string }>(
      of,
      `select (to_jsonb(t) ${counted ? OWN.map(column => `- '${column}'`).join(' ') : ''})::text as row from ${name} t order by 1`,
    )
    found[name] = createHash('sha256')
      .update(rows.map(({ row }) => row).join('\n'))
      .digest('hex')
  }
  return found
}

test('it is the same every time, row by row', async () => {
  const again = await filled()
  expect(await digests(again)).toEqual(await digests(made))
  await again[Symbol.asyncDispose]()
})

test('every reference leads to a row that is there, although triggers were passed by', async () => {
  const keys = await rowsOf<{ name: string; child: string; parent: string; on: string }>(
    made,
    `select k.conname as name, k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
       (select string_agg(format('p.%I = c.%I', f.attname, a.attname), ' and ')
        from unnest(k.conkey, k.confkey) as pair (own, other)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = own
        join pg_attribute f on f.attrelid = k.confrelid and f.attnum = other) || ' and c.' ||
       (select string_agg(format('%I is not null', a.attname), ' and c.')
        from unnest(k.conkey) as own join pg_attribute a on a.attrelid = k.conrelid and a.attnum = own) as on
     from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
  )
  expect(keys.length).toBeGreaterThan(40)
  for (const { name, child, parent, on } of keys) {
    // A key of several columns refers to nothing as soon as one of them is null.
    const [matches, ...notNull] = on.split(/ and c\.(?=\w+ is not null)/)
    const lost = await one(
      `select count(*) from ${child} c where ${notNull.map(one => `c.${one}`).join(' and ')} and not exists (select from ${parent} p where ${matches})`,
    )
    expect(`${name}: ${String(lost)}`).toBe(`${name}: 0`)
  }
})

test('the doctor finds nothing wrong', async () => {
  for (const check of CHECKS) expect(await faultsOf(made.superuser, check)).toEqual([])
})

test('the ledger holds once it is sealed', async () => {
  const anchors = memoryAnchors()
  const sealer = made.connect('sightline_sealer', 1)
  await sealAll({ db: sealer, anchors }, made)
  const { entries, faults } = await verifyLedger(sealer, anchors)
  expect(faults).toEqual([])
  expect(entries).toBeGreaterThan(CHILDREN * 10)
})

describe('the area', () => {
  test.each([
    ['authorities', `select count(*) from agency where kind = 'local-authority'`, 2],
    ['police forces', `select count(*) from agency where kind = 'police'`, 1],
    ['health bodies', `select count(*) from agency where kind = 'health'`, 2],
    ['clinics', `select count(*) from team where name like '%sexual-health clinic'`, 1],
    ['schools', `select count(*) from agency where kind = 'school'`, 6],
    ['voluntary services', `select count(*) from agency where kind = 'voluntary'`, 3],
    ['staff', `select count(*) from user_account`, 40],
    [
      'people without a role',
      `select count(*) from user_account u where not exists (select from role_grant g where g.user_id = u.id)`,
      0,
    ],
    ['concerns of the many', `select count(*) from concern where reference is not null`, 45 + 5 + 3 + 2 + 6],
  ])('has so many %s', async (_, statement, wanted) => {
    expect(await one(statement)).toBe(wanted)
  })

  test('spans three years', async () => {
    expect(await one(`select extract(day from max(sent_at) - min(sent_at)) from concern`)).toSatisfy(
      days => Number(days) > 1_000,
    )
  })

  test.each([
    ['a draft', `select from draft where form like 'concern:%'`],
    [
      'waiting, with nobody',
      `select from clock where kind = 'concern.decide' and state = 'running' and user_id is null`,
    ],
    [
      'in hand',
      `select from clock where kind = 'concern.decide' and state = 'running' and user_id is not null`,
    ],
    [
      'late',
      `select from clock where kind = 'concern.decide' and state = 'running' and raised_at is not null`,
    ],
    ['danger now', `select from concern where danger_now`],
    ['danger now, reached nobody', `select from concern where reached_nobody`],
    ['handed over', `select from concern_hand_over`],
    ['overseen', `select from concern_oversight_note`],
    ['an ending that waits', `select from concern_decision where state = 'awaiting-agreement'`],
    ['an ending agreed to', `select from concern_decision where agreed_at is not null and state = 'made'`],
    [
      'an ending sent back',
      `select from former_version where table_name = 'concern_decision' and version ->> 'state' = 'sent-back'`,
    ],
    ['a crime recorded', `select from concern_crime where reference is not null`],
    ['a gap', `select from clock where kind = 'concern.crime' and state = 'running'`],
    [
      'sealed at birth, open',
      `select from concern c where sealed and exists (select from clock where subject = c.id and kind = 'concern.allegation' and state = 'running')`,
    ],
    ['sealed at birth, acted on', `select from concern_allegation`],
    ['the referrer’s face', `select from concern where face = 'referrer'`],
    ['the practitioner’s face', `select from concern where face = 'practitioner'`],
    ['several children on one', `select from concern_child where position = 3`],
    ['another person on one', `select from concern_other where each = 'person'`],
    ['an adult at home', `select from concern_other where each = 'adult'`],
    [
      'two concerns about one child',
      `select subject from concern_person group by subject having count(*) > 1`,
    ],
    ['a note', `select from note`],
    ['a safe contact', `select from safe_contact`],
    ['a correction', `select from former_version where table_name = 'person_record'`],
    [
      'a disagreement that waits',
      `select from clock where kind = 'concern.disagreement' and state = 'running'`,
    ],
    ['a disagreement that went up', `select from disagreement_answer where outcome = 'goes-up'`],
    ['one looked at again', `select from disagreement_answer where outcome = 'looked-at-again'`],
    [
      'one agreed at the second step',
      `select from disagreement_answer where outcome = 'agreed' and position = 2`,
    ],
    ['a concern without an account', `select from concern where sent_by_referrer is not null`],
    ['more said later', `select from concern_further`],
    ['an answer about home', `select from person_answer`],
    ['an adult who may be told', `select from person_around`],
    [
      'a plan whose review is late',
      `select from clock where kind = 'safety-plan.review' and state = 'running' and due_at < now()`,
    ],
    ['a night team', `select from area where out_of_hours_team is not null`],
    [
      'a council with two receiving teams',
      `select receiving_agency from area group by 1 having count(distinct receiving_team) > 1`,
    ],
    ['a name kept from the family', `select from concern where keep_name`],
    [
      'both authorities decide',
      `select from area a where exists (select from concern_decision d join concern c on c.id = d.subject where c.area_id = a.id) having count(*) = 3`,
    ],
  ])('has %s', async (_, statement) => {
    expect(await one(`select count(*) from (${statement}) found`)).toSatisfy(count => Number(count) > 0)
  })

  test('every outcome that may be decided has been', async () => {
    expect(
      await rowsOf(
        made,
        `select code from decision_outcome where nation = 'england' and offered
         except select unnest(outcomes) from concern_decision`,
      ),
    ).toEqual([])
  })

  test('whatever is open has an owner and a clock', async () => {
    expect(
      await rowsOf(
        made,
        `select c.reference from concern c
         where (select count(*) from concern_child h where h.subject = c.id) >
               (select count(*) from concern_decision d where d.subject = c.id and d.state = 'made')
           and not exists (select from clock k where k.subject = c.id and k.state = 'running'
                             and k.kind in ('concern.decide', 'concern.allegation')
                             and (k.user_id is not null or k.team_id is not null))`,
      ),
    ).toEqual([])
  })

  test('a child is known to five agencies under five spellings', async () => {
    const known = await rowsOf<{ agencies: number; spellings: number }>(
      made,
      `select count(distinct owner_agency)::int as agencies, count(distinct (given_names, family_name))::int as spellings
       from person_record where family_name ~ '^Wi?sz?[nń]' or family_name like 'Wiśn%'`,
    )
    expect(known).toEqual([{ agencies: 5, spellings: 5 }])
  })

  test('a protected identity is for two named people', async () => {
    expect(
      await rowsOf(
        made,
        `select u.name from seal s join person_record p on p.id = s.subject
         join access_grant g on g.subject = s.subject and g.grantee_kind = 'user'
         join user_account u on u.id = g.grantee
         where s.reason = 'protected-person' and p.given_names = 'Rowan' order by 1`,
      ),
    ).toEqual([{ name: 'Grace Okafor' }, { name: 'Helen Marsh' }])
  })

  test('twins have a record each', async () => {
    expect(
      await rowsOf(
        made,
        `select given_names as given, (select count(*)::int from concern_person where subject = person_record.id) as concerns
         from person_record where family_name = 'Braithwaite' and born_from = '2011-08-19' order by 1`,
      ),
    ).toEqual([
      { given: 'Eleanor', concerns: 1 },
      { given: 'Elena', concerns: 1 },
    ])
  })

  test('the officer who is named, and who might be of his family, may not know of it; nobody else is outside anything', async () => {
    expect(
      await rowsOf(
        made,
        `select distinct u.name from concern c join access_grant g on g.subject = c.id and g.grantee_kind = 'user'
         join user_account u on u.id = g.grantee where c.sealed and c.sent_by_name = 'Yvonne Clarke' order by 1`,
      ),
    ).toEqual([{ name: 'Carys Bowen' }, { name: 'Judith Amos' }, { name: 'Yvonne Clarke' }])
    expect(await rowsOf(made, `select from exclusion`)).toEqual([])
  })
})
