import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { concernTyped, sealedTyped, sent } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { sendConcern } from '../send/service.ts'
import { words } from '../words.ts'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t[Symbol.asyncDispose]())

const copied = async (id: ConcernId, by = 'Priya Raman') => (await t.as(by)).get(`/concerns/${id}/copy`)

describe('a concern copied for another system', () => {
  test('has every answer under its question, and leaves an entry that says that it was', async () => {
    const { concernId } = await sent(t)
    const { body } = await copied(concernId)
    const answers = await t.database.superuser
      .selectFrom('concernAnswer')
      .select('question')
      .where('subject', '=', concernId)
      .execute()
    expect(answers.length).toBeGreaterThan(20)
    const { rows } = await sql<{ label: string }>`
      select q -> 'label' ->> 'en' as label from template_version, jsonb_array_elements(definition -> 'questions') q
      where version = 2 and q ->> 'id' in (${sql.join(answers.map(one => one.question))})`.execute(
      t.database.superuser,
    )
    for (const { label } of rows) expect(body).toMatch(new RegExp(`${label.replaceAll('?', '\\?')}:? `))
    const entries = await t.database.superuser
      .selectFrom('auditEntry')
      .select('deed')
      .where('subject', '=', concernId)
      .where('deed', '=', 'concern.copied-out')
      .execute()
    expect(entries).toHaveLength(1)
  })

  test('has neither the name nor what tells it, where that is kept from the family', async () => {
    const kept = { 'keep-name': 'yes', 'keep-name-why': 'They live next door', 'ring-back': '01632 960999' }
    const { concernId } = await t.act('Leah Brandt', act => sendConcern(act, { ...concernTyped(t), ...kept }))
    const text = /<textarea.*<\/textarea>/s.exec((await copied(concernId)).body)?.[0] ?? ''
    expect(text).toContain(words.nameKept)
    for (const telling of ['Leah Brandt', 'They live next door', '01632 960999'])
      expect(text).not.toContain(telling)
  })

  test('of a question that the definition no longer has there is nothing, with no other edit', async () => {
    const { concernId } = await sent(t)
    const says = 'Has the child said anything? '
    expect((await copied(concernId)).body).toContain(says)
    await sql`update template_version set definition = jsonb_set(definition, '{questions}', (
      select jsonb_agg(q) from jsonb_array_elements(definition -> 'questions') q where q ->> 'id' not in
        ('asked-child', 'asked-words', 'child-words'))) where version = 2`.execute(t.database.superuser)
    expect((await copied(concernId)).body).not.toContain(says)
  })

  test('is not there for a sealed one, even for those who hold it', async () => {
    const { concernId } = await sent(t, 'Leah Brandt', sealedTyped(t))
    expect((await copied(concernId, 'Judith Amos')).statusCode).toBe(404)
    expect((await copied(concernId)).statusCode).toBe(404)
  })
})
