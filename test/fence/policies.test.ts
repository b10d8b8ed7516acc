import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '#test/kit/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  for (const [name, derived] of [
    ['the_shape', false],
    ['the_derived_shape', true],
  ] as const) {
    await sql
      .raw(
        `create table ${name} (id uuid, owner_agency uuid, category category_code, subject uuid, since timestamptz)`,
      )
      .execute(database.superuser)
    await sql.raw(`call access.protect('${name}', derived => ${derived})`).execute(database.superuser)
  }
})
afterAll(() => database[Symbol.asyncDispose]())

interface Policy {
  readonly table: string
  readonly name: string
  readonly says: string
  readonly open: boolean
}

/** Every policy as PostgreSQL keeps it, with the table's own name taken out of its text. */
const policies = async (): Promise<Policy[]> =>
  (
    await sql<Policy>`
      select tablename as table, policyname as name,
        concat_ws(' | ', permissive, roles::text, cmd,
          'using ' || regexp_replace(qual, '\\m' || tablename || '\\.', 'it.', 'g'),
          'check ' || regexp_replace(with_check, '\\m' || tablename || '\\.', 'it.', 'g')) as says,
        (qual = 'true' or with_check = 'true') and roles && array['sightline_app', 'public']::name[] as open
      from pg_policies where schemaname = 'public' order by 1, 2`.execute(database.superuser)
  ).rows

/** Tables whose rows hang on their owner, category and subject: all but these have the shape and nothing else. */
const protectedTables = async (): Promise<string[]> =>
  (
    await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'the\\_%shape'
        and (select count(*) from pg_attribute a
             where a.attrelid = c.oid and a.attname in ('owner_agency', 'category', 'subject')) = 3
      order by 1`.execute(database.superuser)
  ).rows.map(row => row.name)

const DERIVED = ['concern_thing_key', 'match_key']
/** These policies read `access_grant`; its own are written out in migration 0002. */
const READ_BY_THE_SHAPE = ['access_grant']

/** What a protected table has besides the one shape, or in place of a part of it. */
const BESIDES: Readonly<Record<string, string>> = {
  'former_version.write_former': 'the trigger that keeps history writes as the definer, and nobody else may',
  'concern_parting.unseen': 'whoever may not know of the record is not told that a child was parted from it',
  'concern_person.part':
    'a child is parted from the wrong record; what was joined is kept as a former version',
  'clock.add': 'a concern’s sender starts the receiving team’s clock, which is another agency’s row',
  'missing_entry.with_episode':
    'what another agency wrote of a missing child is a subject of its own: whoever is outside the episode reads none of it',
  'missing_ending.with_episode': 'the same of how it ended',
  'missing_person.with_episode':
    'which record it is about is the record’s: it tells nobody outside the episode of it',
  'missing_concern.with_episode': 'the same of the concern from which it was opened',
  'clock.raise_late': 'the job that raises what is late reads named columns of every clock',
  'clock.raise_late_change': 'and notes when it raised it: update of raised_at and since alone',
  'clock.count_open': 'whether an agency has open work, before it may be closed: owner and state alone',
  'concern_reply.tell':
    'the job that tells systems reads that there is a reply and when: nothing of what it says',
  'clock.go_up': 'the job that lets a step of a disagreement go up starts the next: of those kinds alone',
  'clock.end_together':
    'when a missing child is found every agency’s clock on it ends: of that kind alone, and nothing else of it changes',
  'concern.pass_on':
    'whoever receives a concern says who receives it from now on, and changes nothing else of it',
  'concern.by_its_receiver': 'and nobody else does: only to what an area of a partnership of theirs says',
  'disagreement.goes_up': 'the job reads by what steps it goes up, and when it was raised: not what is said',
  'disagreement_answer.goes_up': 'the job reads which steps were answered, and when: not what is said',
  'clock.hands':
    'whoever adds to what they sent without an account puts it on the desk of whoever has it: whose, and nothing more',
  'concern.tell': 'the job that tells a sender reads whose concern it was: id and sender alone',
}

/** Rows about agencies, places and rules that everyone signed in reads; none is about a child. */
const OPEN: Readonly<Record<string, string>> = {
  'agency.read': 'whom one works with is known to all; no staff and no child',
  'area.read': 'where a concern can be sent, and whom to ring there',
  'area_hours.read': 'when the number of an area is answered',
  'partnership.read': 'which partnerships there are and who leads them',
  'partnership_ladder_step.read': 'by what steps a disagreement goes up in a partnership',
  'partnership_agency.read': 'which agencies work together',
  'team.read': 'the teams that concerns can be sent to, by name; who is in them is walled',
}

/** Tables of which the application's role may change every column; all others are changed by column or not at all. */
const CHANGED_WHOLLY: Readonly<Record<string, string>> = {
  clock: 'met by deeds; every former state stays in the history',
  concern_decision: 'agreed to, sent back and made again; what was decided before stays in the history',
  concern_person: 'the record a child was linked to is replaced when it was the wrong one',
  concern_pick_up:
    'taken again when whoever had it stepped outside, left or put it down; who had it before stays in the history',
  draft: 'its writer’s own, by its only policy',
  form_key: 'its sender’s own, by its only policy',
  match_key: 'nothing changes it: the right came with the one shape; keys are deleted and made again',
  note: 'nothing changes it: the right came with the one shape, and can be taken back',
  person_alias: 'ended with who, when and why; what it said stays in the history',
  person_identifier: 'ended with who, when and why; what it said stays in the history',
  person_record: 'corrected with a reason; what it said stays in the history',
  safe_contact: 'replaced by what is safe now; what it said stays in the history',
}

/** The shape written out once more, so that a later migration cannot loosen it unseen by changing what makes it. */
const MAY_READ = `((owner_agency, category::text) in (select o.agency, o.category from access.own_keys() o)
  or exists (select from access.grants_to_me() g where g.subject = the_agreed_shape.subject
    and g.category = the_agreed_shape.category::text and g.owner_agency = the_agreed_shape.owner_agency))
  and subject not in (select access.sealed_from_me())`
const MAY_WRITE = `(owner_agency, category::text) in (select w.agency, w.category from access.writable_keys() w)`
const AGREED = `
  create table the_agreed_shape (id uuid, owner_agency uuid, category category_code, subject uuid, since timestamptz);
  create policy read on the_agreed_shape for select to sightline_app using (${MAY_READ});
  create policy add on the_agreed_shape for insert to sightline_app with check (${MAY_WRITE});
  create policy change on the_agreed_shape for update to sightline_app
    using (${MAY_READ} and ${MAY_WRITE}) with check (${MAY_WRITE});
  create policy keep on the_agreed_shape for select to sightline_keeper using (true);
  create policy restore on the_agreed_shape for insert to sightline_keeper with check (true)`

async function breaches(): Promise<string[]> {
  const all = await policies()
  const of = (table: string) => all.filter(policy => policy.table === table)
  const shapes = { plain: of('the_shape'), derived: of('the_derived_shape') }
  const found: string[] = []
  for (const table of await protectedTables()) {
    if (READ_BY_THE_SHAPE.includes(table)) continue
    const shape = DERIVED.includes(table) ? shapes.derived : shapes.plain
    for (const wanted of shape) {
      const there = of(table).find(policy => policy.name === wanted.name)
      if (!there) found.push(`${table} has no policy ${wanted.name}`)
      else if (there.says !== wanted.says && !BESIDES[`${table}.${wanted.name}`])
        found.push(`${table}.${wanted.name} is not the one shape: ${there.says}`)
    }
    for (const { name } of of(table))
      if (!shape.some(wanted => wanted.name === name) && !BESIDES[`${table}.${name}`])
        found.push(`${table}.${name} stands beside the one shape`)
  }
  const open = all.filter(({ open: isOpen, table, name }) => isOpen && !OPEN[`${table}.${name}`])
  return [...found, ...open.map(({ table, name }) => `${table}.${name} is open to everyone`)]
}

async function during(planted: string, undo: string): Promise<string[]> {
  await sql.raw(planted).execute(database.superuser)
  const found = await breaches()
  await sql.raw(undo).execute(database.superuser)
  return found
}

describe('the policies', () => {
  test('of every protected table are the one shape, or stand in the list with a reason', async () => {
    expect((await protectedTables()).length).toBeGreaterThan(14)
    expect(await breaches()).toEqual([])
  })

  test('the one shape, as access.protect makes it, says what was agreed', async () => {
    await sql.raw(AGREED).execute(database.superuser)
    const all = await policies()
    const of = (table: string) =>
      all.filter(one => one.table === table).map(one => `${one.name}: ${one.says}`)
    expect(of('the_shape')).toEqual(of('the_agreed_shape'))
    expect(of('the_shape')).toHaveLength(5)
  })

  test('the lists name nothing that is not there', async () => {
    const there = (await policies()).map(policy => `${policy.table}.${policy.name}`)
    expect([...Object.keys(BESIDES), ...Object.keys(OPEN)].filter(name => !there.includes(name))).toEqual([])
  })

  const note = 'planted on note'
  test.each([
    ['an open policy', `create policy "${note}" on note for select to sightline_app using (true)`, 2],
    ['an open policy for every role', `create policy "${note}" on note using (true)`, 2],
    [
      'a policy beside the shape',
      `create policy "${note}" on note for select to sightline_job using (false)`,
      1,
    ],
  ])('%s, planted, is found', async (_, planted, count) => {
    const found = await during(planted, `drop policy "${note}" on note`)
    expect(found).toHaveLength(count)
    expect(found.join()).toContain('note.planted on note')
  })

  test('a policy of the shape that was opened or taken away is found', async () => {
    const former = (
      await sql<{ qual: string }>`
        select qual from pg_policies where tablename = 'note' and policyname = 'read'`.execute(
        database.superuser,
      )
    ).rows[0]?.qual
    const back = `alter policy read on note using (${former})`
    const found = await during('alter policy read on note using (true)', back)
    expect(found).toEqual([
      expect.stringContaining('note.read is not the one shape'),
      'note.read is open to everyone',
    ])
    const gone = await during(
      'alter policy add on note rename to other',
      'alter policy other on note rename to add',
    )
    expect(gone).toEqual(['note has no policy add', 'note.other stands beside the one shape'])
    expect(await breaches()).toEqual([])
  })
})

describe('the application’s role', () => {
  const changedWholly = async (): Promise<string[]> =>
    (
      await sql<{ name: string }>`
        select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'access', 'audit') and c.relkind in ('r', 'p')
          and c.relname not like 'the\\_%shape' and has_table_privilege('sightline_app', c.oid, 'update')
        order by 1`.execute(database.superuser)
    ).rows.map(row => row.name)

  test('changes whole rows only of the tables listed', async () => {
    expect(await changedWholly()).toEqual(Object.keys(CHANGED_WHOLLY).sort())
  })

  test('a right to change a whole table, planted, is found', async () => {
    await sql`grant update on concern to sightline_app`.execute(database.superuser)
    expect(await changedWholly()).toContain('concern')
    await sql`revoke update on concern from sightline_app`.execute(database.superuser)
  })
})
