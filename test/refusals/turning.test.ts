import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { Ready, Row } from '#test/kit/routes/row.ts'
import { at, makeReady, send, typedFor, userOf } from '#test/kit/routes/standing.ts'
import { named, TABLE } from '#test/kit/routes/table.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'

/** Everything after the mark is shown from right to left, until the block or the isolation that it stands in ends. */
const TURNED = 'Quill\u202Erehtaef'

/** What people write about a child, who may write from right to left. */
const WRITTEN: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['person_record', ['given_names', 'family_name', 'known_as']],
  ['person_alias', ['given_names']],
  ['safe_contact', ['way', 'do_not']],
  ['note', ['words']],
  ['concern', ['spoken_to']],
  ['concern_child', ['called']],
  ['concern_decision', ['reasons', 'agreement_note']],
  ['missing_episode', ['called', 'looks_like', 'last_seen_where', 'told_by', 'worry']],
  ['missing_entry', ['says', 'police_told']],
]

let t: TestApp
let readyFor: (row: Row) => Ready
beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  readyFor = await makeReady(t)
  const { superuser } = t.database
  for (const [table, columns] of WRITTEN) {
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(superuser)
    const set = sql.join(columns.map(name => sql`${sql.ref(name)} = ${sql.ref(name)} || ${TURNED}`))
    await sql`update ${sql.table(table)} set ${set}`.execute(superuser)
  }
})
afterAll(() => t[Symbol.asyncDispose]())

/** Blocks, in which a turn ends; and what the official style makes one. */
const BLOCK = /^(div|p|dd|td|li|h1|h2|option|textarea|title)$|^(span|a) class="govuk-(caption-l|back-link)"/

/** Where on a page a mark stands and turns words that are not its own. */
function turnsOthers(body: string): string[] {
  const runs = body.matchAll(/<([^<>]+)>([^<>]*\u202E[^<>]*)<(\/?)/g)
  return [...runs].flatMap(([run, tag = '', text = '', ends]) => {
    if (tag === 'bdi') return []
    const alone = ends === '/' && text.trim().endsWith('rehtaef')
    const attributes = tag.replaceAll(/ (href|id|dir|lang)="[^"]*"/g, '')
    const name =
      attributes.startsWith('span') || attributes.startsWith('a') ? attributes : attributes.split(' ')[0]
    return alone && BLOCK.test(name ?? '') ? [] : [run]
  })
}

describe('a mark that turns the writing turns no words beside it', () => {
  test.each(named(TABLE.filter(row => row.of === 'children')))('on %s', async (_, row) => {
    const browser = await userOf(t, row, readyFor(row))
    expect(turnsOthers((await browser.get(at(row, readyFor(row).ids))).body)).toEqual([])
  })

  test('and it is read on some of them, and would be found', async () => {
    const row = TABLE.find(one => one.path === '/people/:personId') ?? expect.unreachable()
    const { body } = await (await userOf(t, row, readyFor(row))).get(at(row, readyFor(row).ids))
    expect(body).toContain(TURNED)
    expect(turnsOthers(`<p>Sent by ${TURNED}, today</p>`)).toHaveLength(1)
    expect(turnsOthers(`<a href="/">${TURNED}</a>`)).toHaveLength(1)
  })
})

// The names of agencies, teams and staff stand in the middle of sentences.
const NAMED = /\/(new|change|name)$/
const naming = TABLE.filter(row => row.form && row.of === 'agencies' && NAMED.test(row.path))

test.each(named(naming))('%s takes such marks out of a name', async (_, row) => {
  const typed = await typedFor(readyFor(row))
  const browser = await userOf(t, row, readyFor(row))
  const path = at(row, readyFor(row).ids)
  const turned = { ...typed, name: `\u2066${String(typed['name'])}\u202E` }
  const answer = await send(t, browser, { path, typed: turned })
  expect(answer.statusCode).toBe(303)
  const { body } = await browser.get(answer.headers.location ?? '')
  expect(body).toContain(typed['name'])
  expect(body).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
})
