import { expect, test } from 'vitest'
import { EVERY_ROLE } from '#test/kit/routes/roles.ts'
import { differences, TABLE } from '#test/kit/routes/table.ts'
import { testApp } from '#test/kit/test-app.ts'

test('every route has its row in test/kit/routes, and every row its route', async () => {
  await using t = await testApp([])
  expect(t.lines.length).toBeGreaterThan(110)
  expect(differences(t.lines)).toEqual({ withoutRow: [], withoutRoute: [] })
  // One that is forgotten, and one that has gone, are named.
  const [first, ...rest] = t.lines
  expect(differences([...rest, { method: 'GET', path: '/planted' }])).toEqual({
    withoutRow: ['GET /planted'],
    withoutRoute: [`${first?.method} ${first?.path}`],
  })
})

test('rows name roles that there are, and nothing about a child is an administrator’s', () => {
  const roles = new Set<string>(EVERY_ROLE)
  const unknown = TABLE.flatMap(row => (typeof row.may === 'string' ? [] : row.may)).filter(
    role => !roles.has(role),
  )
  expect(unknown).toEqual([])
  const ofChildren = TABLE.filter(row => row.of === 'children')
  expect(ofChildren.length).toBeGreaterThan(25)
  expect(ofChildren.filter(row => row.may.includes('administrator')).map(row => row.path)).toEqual([])
  expect(TABLE.filter(row => /^(\/api\/v1)?\/(people|concerns|missing)/.test(row.path))).toEqual(
    expect.arrayContaining(ofChildren),
  )
})
