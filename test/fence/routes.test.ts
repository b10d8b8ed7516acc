import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

const LIST = new URL('routes.txt', import.meta.url)

let t: TestApp
beforeAll(async () => {
  t = await testApp([])
})
afterAll(() => t[Symbol.asyncDispose]())

/** A route that nobody has seen in review does not exist: each stands in routes.txt with who may and what it shows. */
test('the routes are those that are checked in', () => {
  const lines = t.lines
    .map(
      line =>
        `${line.method.padEnd(4)} ${line.path} | ${line.who} | looks at ${line.looksAt} | ${line.answers}`,
    )
    .sort()
  expect(lines.length).toBeGreaterThan(20)
  const text = `${lines.join('\n')}\n`
  if (process.env['SIGHTLINE_WRITE_ROUTES']) writeFileSync(LIST, text)
  expect(text).toBe(readFileSync(LIST, 'utf8'))
})
