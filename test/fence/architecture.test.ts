import { describe, expect, test } from 'vitest'
import { features } from '#entry/feature-list.ts'
import { breachesOf } from './floors.ts'
import { isTest, sourceFiles } from './source-files.ts'

const files = sourceFiles()
const own = files.filter(file => !isTest(file.path))

describe(`the house (${files.length} files read)`, () => {
  test('was read at all', () => {
    expect(own.length).toBeGreaterThan(120)
  })

  test('imports go down, and into a feature only by its door', () => {
    expect(own.flatMap(breachesOf)).toEqual([])
  })

  test.each([
    ['src/platform/http/x.ts', `import { a } from '#core/access/act.ts'`],
    ['src/core/access/x.ts', `import { a } from '#core/clocks/clocks.ts'`],
    ['src/core/audit/x.ts', `import { a } from '#features/people/public.ts'`],
    ['src/features/people/x.ts', `import { a } from '#features/concerns/public.ts'`],
    ['src/features/concerns/x.ts', `import { a } from '#features/people/queries.ts'`],
    ['src/vocabulary/x/y.ts', `import { readFile } from 'node:fs'`],
    ['src/vocabulary/x/y.ts', `import { a } from '#platform/http/page.ts'`],
    ['src/features/people/x.ts', `export { default } from 'lodash'`],
    ['src/analysis/linkage/x.ts', `const a = await import('pg')`],
    ['src/features/concerns/x.ts', `import { a } from '../people/queries.ts'`],
    ['src/features/concerns/decide/x.ts', `import { a } from '../../people/queries.ts'`],
    ['src/features/people/x.ts', `import { a } from '../concerns/public.ts'`],
    ['src/core/access/x.ts', `import { a } from '../clocks/clocks.ts'`],
    ['src/core/clocks/x.ts', `import { a } from '../unlisted/x.ts'`],
    ['src/platform/http/x.ts', `export * from '../../core/access/act.ts'`],
    ['src/features/concerns/x.ts', `import { a } from '../../../test/kit/test-app.ts'`],
  ])('a breach planted in %s is found: %s', (path, text) => {
    expect(breachesOf({ path, text })).toHaveLength(1)
  })

  test('sub-folders of one feature may import from each other', () => {
    const path = 'src/features/concerns/decide/x.ts'
    const text = `import { a } from '../status/queries.ts'; import { b } from '../../people/public.ts'`
    expect(breachesOf({ path, text })).toEqual([])
  })

  test('platform and core name no feature', () => {
    const names = features
      .map(feature => feature.name)
      .filter(name => !['people', 'standard', 'home'].includes(name))
    const named = (text: string): string[] =>
      names.filter(name => new RegExp(`['"/#]${name}['"/]`).test(text))
    const ground = own.filter(file => /^src\/(platform|core)\//.test(file.path))
    expect(ground.flatMap(file => named(file.text).map(name => `${file.path} names ${name}`))).toEqual([])
    expect(named(`'concerns'`)).toEqual(['concerns'])
  })

  test('no drawer of odds and ends', () => {
    const drawers = (paths: readonly string[]): string[] =>
      paths.filter(path => /(^|\/)(utils?|helpers?|common|types|shared|index)(\/|\.tsx?$)/.test(path))
    expect(drawers(files.map(file => file.path))).toEqual([])
    expect(drawers(['src/core/utils/x.ts'])).toHaveLength(1)
  })
})

const SQL_MAY_STAND =
  /(^|\/)queries\.ts$|\.sql\.ts$|^src\/platform\/database\/|^src\/entry\/backup\/|\.test\.tsx?$/
const holdsSql = (text: string): boolean =>
  /\bsql(\.raw)?[`<(]|\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\.query\(/.test(text)
/** The made-up area and the grants are written by their owners' own code; the operator's first steps likewise. */
const SQL_BY_LEAVE = [
  'src/core/access/grants.ts',
  'src/core/audit/ledger.ts',
  'src/core/notices/notices.ts',
  'src/features/administration/demo-rows.ts',
  'src/features/administration/operator.ts',
  'src/entry/make-area.ts',
]

test('SQL stands only where it is looked for', () => {
  const loose = own.filter(
    file => holdsSql(file.text) && !SQL_MAY_STAND.test(file.path) && !SQL_BY_LEAVE.includes(file.path),
  )
  expect(loose.map(file => file.path)).toEqual([])
  expect(holdsSql(`await tx.selectFrom('concern')`)).toBe(true)
  expect(SQL_BY_LEAVE.filter(path => !own.some(file => file.path === path && holdsSql(file.text)))).toEqual(
    [],
  )
})

const FORBIDDEN =
  /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\brandomUUID\(|\bprocess\.env\b|\bglobalThis\b|\bconsole\./
const WORLDLY = /^src\/(platform\/(world|config)|entry)\//

test('time, chance and settings come from the world', () => {
  const loose = own.filter(file => FORBIDDEN.test(file.text) && !WORLDLY.test(file.path))
  expect(loose.map(file => file.path)).toEqual([])
  for (const planted of ['const now = new Date()', 'Date.now()', 'Math.random()', 'process.env.HOME'])
    expect(FORBIDDEN.test(planted)).toBe(true)
})

const CAST = /\bas\s+(readonly\s+)?([A-Z]\w*)?Id\b/

test('a string becomes an id where it is checked or made, and nowhere by a cast', () => {
  const everywhere = sourceFiles(['src', 'test', 'bench', 'scripts'])
  expect(everywhere.length).toBeGreaterThan(files.length)
  const cast = (text: string): boolean => CAST.test(text)
  expect(everywhere.filter(file => cast(file.text)).map(file => file.path)).toEqual([])
  for (const type of ['ConcernId', 'Id<', 'readonly PersonRecordId[]'])
    expect(cast(`typed as ${type}`)).toBe(true)
})

test('files are short: half under 60 lines, nine in ten under 150, none over 400', () => {
  const lengths = own.map(file => file.lines).sort((one, other) => one - other)
  const at = (share: number): number => lengths[Math.floor(lengths.length * share)] ?? 0
  expect(at(0.5)).toBeLessThan(60)
  expect(at(0.9)).toBeLessThan(150)
  expect(files.filter(file => file.lines > 400).map(file => `${file.path}: ${file.lines}`)).toEqual([])
})
