import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isTest, ROOT, sourceFiles } from './source-files.ts'

interface Written {
  readonly table: string
  /** `core/audit`, `features/people`, `platform/http`: a migration writes as its owner. */
  readonly by: string
  readonly path: string
}

const migrations = readdirSync(join(ROOT, 'migrations'))
  .filter(name => name.endsWith('.sql'))
  .map(name => ({ path: `migrations/${name}`, text: readFileSync(join(ROOT, 'migrations', name), 'utf8') }))
const own = sourceFiles().filter(file => !isTest(file.path))

const ownerOf = (text: string): string => /^-- owner: (\S+)/.exec(text)?.[1] ?? 'nobody'

/** The migration that made a table says whose it is. The list of migrations cannot be made by one of them. */
const OWNERS = new Map([
  ['migration', 'platform/database'],
  ...migrations.flatMap(({ text }) =>
    [...text.matchAll(/^create table (\w+)/gm)].map(([, table = '']) => [table, ownerOf(text)] as const),
  ),
])

const WRITES = [
  /\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`]([\w.]+)/g,
  /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?(?:public\.)?"?(\w+)"?/gi,
  // Not `for update of`, `on conflict do update set`, `before update or delete`, nor a right to update.
  /\bupdate\s+(?:only\s+)?(?:public\.)?"?(\w+)"?(?:\s+(?:as\s+)?\w+)?\s+set\b/gi,
]
/** `sql.table(…)`, `sql.id(…)` and the like hide a table's name behind a value. */
const HIDDEN =
  /(?:insertInto|updateTable|deleteFrom)\(\s*[^'"`\s)]|(?:insert into|update|delete from)\s+(?:[\w.]+\.)?\$\{|copy \$\{\w+\} from stdin/g

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
const withoutRemarks = (text: string): string =>
  text.replaceAll(/^\s*(?:--|\/\/).*$/gm, '').replaceAll(/\/\*[\s\S]*?\*\//g, '')
const folderOf = (path: string, text: string): string =>
  path.startsWith('migrations/') ? ownerOf(text) : path.split('/').slice(1, 3).join('/')

/** Everything that one file writes, by Kysely's calls and by SQL. */
function writesIn({ path, text }: { path: string; text: string }): Written[] {
  const read = withoutRemarks(text)
  const tables = WRITES.flatMap(pattern => [...read.matchAll(pattern)].map(([, name = '']) => snake(name)))
  return [...new Set(tables)]
    .filter(table => OWNERS.has(table))
    .map(table => ({ table, by: folderOf(path, text), path }))
}

/**
 * What one folder writes of another's tables, each with its reason. These stand with `core/access` because policies
 * read them; its administration is a thing that staff do, and nothing in `core/access` writes them.
 */
const administersAccess =
  'policies read it, so core/access owns it; only administration has a reason to change it'
const BY_LEAVE: Readonly<Record<string, readonly [by: string, why: string]>> = {
  agency: ['features/administration', administersAccess],
  team: ['features/administration', administersAccess],
  team_member: ['features/administration', administersAccess],
  user_account: ['features/administration', administersAccess],
  role_grant: ['features/administration', administersAccess],
}

const breach = ({ table, by, path }: Written): string[] =>
  by === (BY_LEAVE[table]?.[0] ?? OWNERS.get(table)) ||
  (path.startsWith('migrations/') && by === OWNERS.get(table))
    ? []
    : [`${path} writes ${table}, which is ${OWNERS.get(table)}'s`]

describe('one writer for each table', () => {
  const written = [...own, ...migrations].flatMap(writesIn)

  test('was looked for in every file', () => {
    expect(OWNERS.size).toBeGreaterThan(35)
    expect(new Set(written.map(one => one.table)).size).toBeGreaterThan(30)
    expect(migrations.filter(({ text }) => ownerOf(text) === 'nobody')).toEqual([])
  })

  test('is the folder that its migration names', () => {
    expect(written.flatMap(breach)).toEqual([])
  })

  test('leave that nobody takes is given back', () => {
    const taken = (table: string): boolean =>
      written.some(one => one.table === table && one.by === BY_LEAVE[table]?.[0])
    expect(Object.keys(BY_LEAVE).filter(table => !taken(table))).toEqual([])
  })

  test('no table’s name is hidden behind a value, but where a backup is put back and a made-up area is filled', () => {
    const hidden = own.filter(file => withoutRemarks(file.text).match(HIDDEN))
    expect(hidden.map(file => file.path)).toEqual([
      'src/entry/backup/restore.ts',
      'src/entry/made-up/heaps.sql.ts',
    ])
  })

  test.each([
    ['src/features/notes/queries.ts', `tx.insertInto('concern').values(row)`, 'concern'],
    ['src/features/notes/queries.ts', `tx\n    .updateTable(\n'concernPickUp')`, 'concern_pick_up'],
    ['src/features/concerns/decide/queries.ts', `tx.deleteFrom('note')`, 'note'],
    ['src/features/sign-in/queries.ts', 'sql`insert into\n session (user_id) values (1)`', 'session'],
    ['src/features/sign-in/queries.ts', 'sql`update session as s set ended_at = now()`', 'session'],
    ['src/platform/http/sessions.sql.ts', 'sql`with a as (delete from audit_link) select 1`', 'audit_link'],
    ['src/core/access/grants.ts', `tx.insertInto('roleGrant')`, 'role_grant'],
    ['migrations/9999-x.sql', '-- owner: features/notes\nupdate clock set due_at = now();', 'clock'],
  ])('a breach planted in %s is found: %s', (path, text, table) => {
    expect(writesIn({ path, text }).flatMap(breach)).toEqual([expect.stringContaining(`writes ${table},`)])
  })

  test('a name behind a value, planted, is found', () => {
    expect('tx.insertInto(table)'.match(HIDDEN)).not.toBeNull()
    expect('sql`delete from ${sql.table(name)}`'.match(HIDDEN)).not.toBeNull()
  })
})
