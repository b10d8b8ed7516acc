import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './source-files.ts'

interface Package {
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const read = (path: string): Package => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Package

/** Under an older Node npm chooses older versions without a word; an exact pin that is not met shows it. */
test('what is installed is what is pinned', () => {
  const own = read('package.json')
  const pins = Object.entries({ ...own.dependencies, ...own.devDependencies })
  expect(pins.length).toBeGreaterThan(20)
  const wrong = pins.filter(([name, pin]) => read(`node_modules/${name}/package.json`).version !== pin)
  expect(wrong).toEqual([])
})

test('the lock file names no registry', () => {
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "http/)
})
