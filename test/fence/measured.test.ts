import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { measuredPage } from '../../bench/measured-page.ts'
import { keptResults } from '../../bench/result.ts'
import { ROOT } from './source-files.ts'

test('docs/measured.md says what the benches kept and nothing else', async () => {
  const results = await keptResults()
  expect(results.length).toBeGreaterThan(0)
  const page = readFileSync(join(ROOT, 'docs/measured.md'), 'utf8')
  expect(page).toBe(measuredPage(results))
  expect(page.replace(/\d/, '8')).not.toBe(measuredPage(results))
})
