import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

const files = ['src', 'test', 'bench', 'scripts'].flatMap(floor => {
  try {
    return readdirSync(join(root, floor), { recursive: true, encoding: 'utf8' })
      .filter(path => /\.tsx?$/.test(path))
      .map(path => join(floor, path))
  } catch {
    return []
  }
})

/** Files outside platform/ui that reach for the door through which text becomes markup. */
const reachingIn = (read: (path: string) => string, paths: readonly string[]): string[] =>
  paths.filter(
    path =>
      !path.startsWith(join('src', 'platform', 'ui')) &&
      /platform\/ui\/html\b|\.\/ui\/html\b/.test(read(path)),
  )

test(`none of ${files.length} files makes markup from text outside platform/ui`, () => {
  expect(files.length).toBeGreaterThan(100)
  expect(reachingIn(path => readFileSync(join(root, path), 'utf8'), files)).toEqual([])
})

test('a planted import is found', () => {
  const planted = `import { trusted } from '#platform/ui/html.ts'`
  expect(reachingIn(() => planted, ['src/features/home/pages.tsx', 'src/platform/ui/layout.tsx'])).toEqual([
    'src/features/home/pages.tsx',
  ])
})
