import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonRecordId } from '#core/access/generated/tables.ts'
import { makePerson } from '#test/kit/made-people.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { setSafeContact } from '#features/people/public.ts'
import { testWorld } from '#test/kit/test-world.ts'
import { recordNote } from './service.ts'
import { sayWhen, WHEN_SAID, whenOf, type WhenSaid } from './when.ts'

describe('when something happened', () => {
  // Half past midnight in London, in summer.
  const night = new Date('2026-07-01T00:30:00+01:00')
  const [day, before] = ['2026-07-01', '2026-06-30']
  test.each([
    ['just-now', 'moment', day, day, night, undefined],
    ['last-hours', 'hours', before, day, night, 'In the hour or two before Wednesday 1 July 2026 at 12:30am'],
    ['earlier-today', 'day', day, day, night, '1 July 2026'],
    ['yesterday', 'day', before, before, new Date('2026-06-30T23:59:59+01:00'), '30 June 2026'],
    ['last-few-days', 'days', '2026-06-24', day, night, 'In the few days up to 1 July 2026'],
  ] as const)(
    'said as %s is kept and said no more exactly',
    (said, precision, fromDay, toDay, happenedBy, says) => {
      const when = whenOf(said, night)
      expect(when).toEqual({ precision, fromDay, toDay, happenedBy })
      expect(sayWhen(when)).toBe(says)
    },
  )
})

const SAFE = {
  way: 'Ring at noon.',
  wayAbsence: null,
  wordsToUse: null,
  doNot: null,
  notToBeTold: null,
  interpreter: null,
}

describe('a note', () => {
  let t: TestApp
  let person: PersonRecordId
  beforeAll(async () => {
    t = await testApp(['administration'], { world: testWorld('2026-03-03T15:00:00Z') })
    person = await makePerson(t)
  })
  afterAll(() => t[Symbol.asyncDispose]())

  const chronology = async (): Promise<string> => {
    const { body } = await (await t.as('Helen Marsh')).get(`/people/${person}`)
    return /<section[^>]* id="chronology".*?<\/section>/s.exec(body)?.[0] ?? ''
  }

  test('says on the chronology when it was as its writer said it, and stands by the latest that it can have been', async () => {
    const helen = await t.as('Helen Marsh')
    const form = await helen.get(`/people/${person}/notes/new`)
    expect(form.body).toMatch(/name="when"[^>]*value="just-now" checked/)
    for (const when of WHEN_SAID) {
      t.world.advance(1)
      const sent = { kind: 'call', contact: 'they-made-it', when, words: `Said as ${when}.` }
      expect((await helen.submit(`/people/${person}/notes/new`, sent)).statusCode).toBe(303)
    }
    const shown = await chronology()
    expect(shown).toContain('In the few days up to 3 March 2026')
    expect(shown).toContain('In the hour or two before Tuesday 3 March 2026 at 3:02pm')
    expect(shown).toMatch(/<time [^>]*>Tuesday 3 March 2026 at 3:01pm<\/time>/)
    // Nothing but a moment is marked up as one.
    expect(shown.match(/<time /g)).toHaveLength(1)
    const order = [...shown.matchAll(/Said as ([\w-]+)\./g)].map(([, said]) => said)
    expect(order).toEqual(['last-few-days', 'earlier-today', 'last-hours', 'just-now', 'yesterday'])
  })

  test.each(['call', 'message'])(
    'of a %s asks whether it was safe, beneath how to reach them safely',
    async kind => {
      const id = await makePerson(t)
      const path = `/people/${id}/notes/new`
      const helen = await t.as('Helen Marsh')
      const page = (await helen.get(path)).body
      expect(page.indexOf('Nobody has recorded a safe way')).toBeLessThan(
        page.indexOf('Was it safe to make contact?'),
      )
      expect(page).toContain(`/people/${id}/safe-contact`)
      // Where there is no safe way nobody can have used it.
      expect(page).not.toContain('value="as-recorded"')
      const typed = { kind, when: 'just-now', words: 'Spoke with her.' }
      const unsaid = await helen.submit(path, typed)
      expect(unsaid.statusCode).toBe(422)
      expect(unsaid.body).toContain('Choose whether it was safe to make contact')
      const claimed = await helen.submit(path, { ...typed, contact: 'as-recorded' })
      expect(claimed.body).toContain('No safe way is recorded')
      // What is urgent is not held up.
      expect((await helen.submit(path, { ...typed, contact: 'could-not-wait' })).statusCode).toBe(303)
      expect((await helen.get(`/people/${id}`)).body).toContain('It could not wait.')
      await t.act('Helen Marsh', act => setSafeContact(act, id, { said: SAFE, over: null }))
      expect((await helen.get(path)).body).toContain('Ring at noon.')
      expect((await helen.submit(path, { ...typed, contact: 'as-recorded' })).statusCode).toBe(303)
    },
  )

  test('of a visit keeps no answer to it', async () => {
    const id = await makePerson(t)
    const helen = await t.as('Helen Marsh')
    const typed = { kind: 'visit', contact: 'could-not-wait', when: 'just-now', words: 'Seen at home.' }
    expect((await helen.submit(`/people/${id}/notes/new`, typed)).statusCode).toBe(303)
    const kept = t.database.superuser.selectFrom('note').select('contact').where('subject', '=', id)
    expect(await kept.execute()).toEqual([{ contact: null }])
  })

  test('without saying when is refused, and what was typed comes back', async () => {
    const helen = await t.as('Helen Marsh')
    for (const when of ['', 'long ago']) {
      const answer = await helen.submit(`/people/${person}/notes/new`, {
        kind: 'call',
        contact: 'they-made-it',
        when,
        words: 'Kept.',
      })
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('Choose when it was')
      expect(answer.body).toContain('Kept.')
    }
  })

  test.each([
    ['a precision that is none', { precision: 'about', from_day: '2026-03-03' }, 'note_precision_check'],
    ['days in the wrong order', { precision: 'days', from_day: '2026-03-05' }, 'note_days_in_order'],
    ['a moment on one of several days', { precision: 'moment', from_day: '2026-03-01' }, 'note_on_one_day'],
    ['a day that is several', { precision: 'day', from_day: '2026-03-01' }, 'note_on_one_day'],
    ['a latest moment on another day', { happened_by: '2026-03-02T12:00:00Z' }, 'note_by_its_last_day'],
    ['an answer of a visit to what is asked of calls', { contact: 'not-made' }, 'note_check'],
    ['something to come', { happened_by: '2026-03-03T23:00:00Z' }, 'note_before_it_was_written'],
  ])('with %s is refused by the database', async (_, changed, rule) => {
    await recordIt('last-few-days')
    const planted = sql`insert into note select made.* from note one, jsonb_populate_record(one,
        ${JSON.stringify({ ...changed, id: t.world.uuid() })}::jsonb) made
      where one.id = (select id from note order by written_at desc, id desc limit 1)`
    await expect(planted.execute(t.database.superuser)).rejects.toThrow(rule)
  })

  const recordIt = (when: WhenSaid) =>
    t.act('Helen Marsh', act => recordNote(act, person, { kind: 'visit', when, words: 'Seen.' }))
})
