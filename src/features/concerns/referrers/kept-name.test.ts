import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { referred, typedWhole } from '#test/kit/referring.ts'
import { concernTyped, lookedFor } from '#test/kit/routes/concerns.ts'
import { at } from '#test/kit/routes/standing.ts'
import { TABLE } from '#test/kit/routes/table.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { linkRecord } from '../decide/link.ts'
import { decideOnChild } from '../decide/service.ts'
import { sendConcern } from '../send/service.ts'

/** A name that stands on these two concerns and nowhere else, and what else would tell who it is. */
const NAME = 'Zephyrine Ostlere'
const WHY = 'She lives beside them'
const RING = '01632 960777'
const EMAIL = 'zephyrine@fresh.example'

let t: TestApp
const concerns: { id: ConcernId; childId: string; personId: string }[] = []
beforeAll(async () => {
  t = await testApp(['administration', 'concerns', 'notes'])
  const kept = { 'keep-name': 'yes', 'keep-name-why': WHY, 'ring-back': RING, vehicles: 'AB12 CDE' }
  await referred(t, { email: EMAIL, kind: 'family', name: NAME }, { ...typedWhole(t), ...kept })
  // The same by someone with an account, who is called so.
  await t.database.superuser
    .updateTable('userAccount')
    .set({ name: NAME })
    .where('id', '=', t.idOf('user Owen Price'))
    .execute()
  await t.act('Owen Price', act => sendConcern(act, { ...concernTyped(t), ...kept }))
  const found = await t.database.superuser
    .selectFrom('concern')
    .innerJoin('concernChild', 'concernChild.subject', 'concern.id')
    .select(['concern.id', 'concernChild.id as childId'])
    .where('sentByName', '=', NAME)
    .execute()
  for (const { id, childId } of found) {
    const of = { concernId: id, concernChildId: childId }
    const personId = await t.act('Priya Raman', act => linkRecord(act, { ...of, record: 'new' }))
    await t.act('Priya Raman', act =>
      decideOnChild(act, { ...of, outcomes: ['no-further-action'], reasons: 'Talked over.' }),
    )
    concerns.push({ id, childId, personId })
  }
})
afterAll(() => t[Symbol.asyncDispose]())

/** What is on a page for whoever sees it on paper: without what stands on the screen alone. */
const onPaper = (body: string): string =>
  body
    .replaceAll(/<span class="[^"]*sl-no-print[^"]*"[^>]*>[^<]*<\/span>/g, '')
    .replaceAll(/<span>[^<]*<\/span>\s*<a class="govuk-link" href="\/account">/g, '')

const telling = (body: string): string[] => [NAME, WHY, RING, EMAIL].filter(word => body.includes(word))

const WHO = ['Priya Raman', 'Grace Okafor', 'Helen Marsh', 'Ruth Adeyemi', 'Leah Brandt', 'Judith Amos']
/** Pages that say who looked or acted are for those who keep the records, by name, and for no family. */
const NAMES_WORKERS = ['/people/:personId/who-looked', '/administration']

describe('a name that is kept from the family', () => {
  const pages = TABLE.filter(row => row.path.includes(':') && /^\/(concerns|people)\//.test(row.path))

  test('stands on no page that could be shown or printed, whoever opens it, whatever became of it', async () => {
    expect(concerns).toHaveLength(2)
    let opened = 0
    for (const { id, childId, personId } of concerns)
      for (const name of WHO) {
        const browser = await t.as(name)
        const searchId = await lookedFor(t, name, 'AB12 CDE')
        const ids = {
          concernId: id,
          childId,
          personId,
          searchId,
          nameId: id,
          identifierId: id,
          userId: id,
          aroundId: id,
          disagreementId: id,
        }
        const paths = [
          '/',
          '/concerns/queue',
          '/concerns/crimes',
          '/concerns/mine',
          ...pages
            .filter(row => !NAMES_WORKERS.includes(row.path) && !/draft/.test(row.path))
            .map(row => at(row, { ...ids, draftId: id, step: 'x', each: 'x', number: '1' })),
        ]
        for (const path of paths) {
          const page = await browser.get(path)
          if (page.statusCode !== 200) continue
          opened += 1
          expect(telling(onPaper(page.body)), `${path} by ${name}`).toEqual([])
        }
      }
    expect(opened).toBeGreaterThan(60)
  })

  test('is read by whoever receives it, with the words that it is to be kept', async () => {
    for (const { id } of concerns) {
      const { body } = await (await t.as('Priya Raman')).get(`/concerns/${id}`)
      expect(body).toContain(NAME)
      expect(body).toContain('Keep this name from the family')
      expect(telling(body)).toEqual(expect.arrayContaining([NAME, WHY, RING]))
    }
  })

  test('is not replaced by what would tell it: neither their kind nor that they were the only one', async () => {
    const [referrers] = concerns
    const { body } = await (await t.as('Helen Marsh')).get(`/people/${referrers?.personId ?? ''}`)
    expect(body).toContain('Name kept from the family')
    expect(body).not.toContain('Family of the child')
  })

  test('stands where nothing is kept: the walk would find it', async () => {
    const [first] = concerns
    await t.database.superuser.updateTable('concern').set({ keepName: false }).execute()
    const { body } = await (await t.as('Helen Marsh')).get(`/people/${first?.personId ?? ''}`)
    expect(body).toContain(NAME)
    const page = await (await t.as('Priya Raman')).get(`/concerns/${first?.id ?? ''}`)
    expect(telling(onPaper(page.body)).length).toBeGreaterThan(0)
  })
})
