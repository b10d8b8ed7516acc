import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { BuiltApp } from '#entry/build-app.ts'
import type { RouteLine } from '#platform/http/routes.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

const LIST = new URL('routes.txt', import.meta.url)

let t: TestApp
beforeAll(async () => {
  t = await testApp([])
})
afterAll(() => t[Symbol.asyncDispose]())

/** Every route that the framework was given, with who may and what it shows; the house's own list only describes. */
function routesOf({ given, lines }: Pick<BuiltApp, 'given' | 'lines'>): string {
  const said = given.flatMap(route =>
    [route.method].flat().map(method => {
      const line = lines.find(one => one.method === method && one.path === route.url)
      // An asset's name holds the digest of what is in it, which changes with every word of it.
      const path = route.url.replace(/^(\/assets\/.*-)[0-9a-f]{12}\./, '$1*.')
      const what = line
        ? `${line.who} | looks at ${line.looksAt} | ${line.answers}${countsOf(line)}`
        : 'anyone | sent as it stands'
      return `${method.padEnd(4)} ${path} | ${what}${repliesOf(route.schema?.response)}`
    }),
  )
  return `${said.sort().join('\n')}\n`
}

/** Which limit it meets, where that is not the one of its kind: reading a page meets none, sending one does. */
const countsOf = ({ method, counts, who, answers }: RouteLine): string => {
  const sent = who === 'anyone' ? 'openForms' : 'posts'
  const usual = answers.startsWith('json') ? 'api' : method === 'GET' ? 'nothing' : sent
  return counts === usual ? '' : ` | counts towards ${counts}`
}

/** The fields that may go out, by status. */
const repliesOf = (response: unknown): string =>
  Object.entries(response ?? {})
    .map(([status, schema]) => ` | ${status}: ${fieldsOf(z.toJSONSchema(schema as z.ZodType))}`)
    .join('')

function fieldsOf(schema: z.core.JSONSchema.BaseSchema): string {
  const { properties, items } = schema
  if (properties) {
    const fields = Object.entries(properties).map(([name, of]) => `${name}${fieldsOf(of as typeof schema)}`)
    const open = schema.additionalProperties === false ? '' : ', …'
    return `{ ${fields.join(', ')}${open} }`
  }
  if (items) return `[${fieldsOf(items as typeof schema)}]`
  const either = schema.anyOf ?? schema.oneOf ?? []
  return either.map(one => fieldsOf(one)).join('')
}

/** A route that nobody has seen in review does not exist: each stands in routes.txt. */
describe('the routes', () => {
  test('are those that are checked in', () => {
    const text = routesOf(t)
    expect(text.split('\n').length).toBeGreaterThan(100)
    if (process.env['SIGHTLINE_WRITE_ROUTES']) writeFileSync(LIST, text)
    expect(text).toBe(readFileSync(LIST, 'utf8'))
  })

  test('the house’s list names none that is not there', () => {
    const there = t.given.flatMap(route => [route.method].flat().map(method => `${method} ${route.url}`))
    expect(t.lines.filter(line => !there.includes(`${line.method} ${line.path}`))).toEqual([])
    expect(new Set(there).size).toBe(there.length)
  })

  test('that answer in JSON each have a schema of what goes out', () => {
    const api = t.given.filter(
      route =>
        route.url.startsWith('/api/') && route.url !== '/api/v1/openapi.json' && !route.schema?.response,
    )
    expect(api.map(route => route.url)).toEqual([])
  })

  test('one planted beside the house’s list is seen, and so is a field more that goes out', async () => {
    await using other = await testApp([])
    const reply = other.given.find(route => route.url.endsWith('/status'))?.schema?.response as {
      200: z.ZodObject
    }
    reply[200] = reply[200].extend({ sentByName: z.string() })
    other.app.get('/planted', (_request, answer) => answer.send('x'))
    const [before, after] = [routesOf(t), routesOf(other)].map(text => text.split('\n')) as [
      string[],
      string[],
    ]
    expect(after.filter(line => !before.includes(line))).toEqual([
      expect.stringContaining('sentByName'),
      'GET  /planted | anyone | sent as it stands',
    ])
  })
})
