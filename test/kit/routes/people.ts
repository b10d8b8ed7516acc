import type { PersonRecordId } from '#core/access/generated/tables.ts'
import {
  addAround,
  addIdentifier,
  addOtherName,
  IdentifierTyped,
  OtherNameTyped,
  personToKnow,
} from '#features/people/public.ts'
import { keepSearch } from '#features/people/find/searches.ts'
import { answersKept } from '#features/people/family/queries.ts'
import { versionOf } from '#features/people/family/family.ts'
import { PlanTyped } from '#features/safety-plan/schemas.ts'
import { writePlan } from '#features/safety-plan/service.ts'
import { adultTyped, familyTyped, planTyped } from '../family.ts'
import { makePerson } from '../made-people.ts'
import type { TestApp } from '../test-app.ts'
import { word } from './making.ts'
import { KEEPERS, RECORDS_OFFICERS } from './roles.ts'
import { form, page } from './row.ts'
import { CHILD } from './words.ts'

const keepers = { may: KEEPERS, by: 'Helen Marsh', of: 'children' } as const

const person = async (t: TestApp) => ({ personId: await makePerson(t, { familyName: CHILD }) })

const withAround = async (t: TestApp) => {
  const { personId } = await person(t)
  return { personId, aroundId: await t.act('Helen Marsh', act => addAround(act, personId, adultTyped)) }
}

const withPlan = async (t: TestApp) => {
  const ids = await person(t)
  await t.act('Helen Marsh', act => writePlan(act, ids.personId, PlanTyped.parse(planTyped(t))))
  return ids
}

const referenceOf = async (t: TestApp, id: PersonRecordId): Promise<string> =>
  (
    await t.database.superuser
      .selectFrom('personRecord')
      .select('reference')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).reference

export const peopleRows = [
  form('/people', {
    ...keepers,
    ready: async () => ({ ids: {}, typed: { given: 'Rosa', family: CHILD } }),
  }),
  page('/people/found/:searchId', {
    ...keepers,
    ready: async t => ({
      searchId: await t.act('Helen Marsh', act => keepSearch(act, { given: 'Rosa', family: CHILD })),
    }),
  }),
  form('/people/new', {
    ...keepers,
    ready: async () => ({
      ids: {},
      typed: {
        given: 'Rosa',
        family: CHILD,
        'born-day': '8',
        'born-month': '5',
        'born-year': '2012',
        sex: 'F',
        'none-of-these': 'yes',
      },
    }),
  }),
  page('/people/:personId', { ...keepers, ready: person }),
  page('/people/:personId/before', { ...keepers, ready: person }),
  form('/people/:personId/correct', {
    ...keepers,
    ready: async t => {
      const ids = await person(t)
      const { version } = await t.act('Helen Marsh', act => personToKnow(act, ids.personId))
      return {
        ids,
        typed: {
          given: 'Rosie',
          family: CHILD,
          'born-absence': 'not-known',
          sex: 'F',
          reason: 'Seen on her passport.',
          version,
        },
      }
    },
  }),
  form('/people/:personId/names/new', {
    ...keepers,
    ready: async t => ({ ids: await person(t), typed: { kind: 'nickname', given: 'Ro', family: '' } }),
  }),
  form('/people/:personId/names/:nameId/end', {
    ...keepers,
    ready: async t => {
      const { personId } = await person(t)
      const name = OtherNameTyped.parse({ kind: 'nickname', given: 'Ro' })
      const nameId = await t.act('Helen Marsh', act => addOtherName(act, personId, name))
      return { ids: { personId, nameId }, typed: { why: 'recorded-by-mistake' } }
    },
  }),
  form('/people/:personId/identifiers/new', {
    ...keepers,
    ready: async t => ({
      ids: await person(t),
      typed: { kind: 'nhs-number', value: '999 000 0018', 'from-day': '', 'from-month': '', 'from-year': '' },
    }),
  }),
  form('/people/:personId/identifiers/:identifierId/end', {
    ...keepers,
    ready: async t => {
      const { personId } = await person(t)
      const number = IdentifierTyped.parse({ kind: 'nhs-number', value: '999 000 0018' })
      const identifierId = await t.act('Helen Marsh', act => addIdentifier(act, personId, number))
      return { ids: { personId, identifierId }, typed: { why: 'no-longer-used' } }
    },
  }),
  form('/people/:personId/notes/new', {
    ...keepers,
    ready: async t => ({
      ids: await person(t),
      typed: {
        kind: 'call',
        contact: 'could-not-wait',
        words: `Rang as agreed. ${word(t)}`,
        when: 'just-now',
      },
    }),
  }),
  form('/people/:personId/safe-contact', {
    ...keepers,
    ready: async t => ({
      ids: await person(t),
      typed: { way: 'Ring at noon.', 'do-not': 'Write.', version: '' },
    }),
  }),
  form('/people/:personId/family', {
    ...keepers,
    ready: async t => ({ ids: await person(t), typed: familyTyped }),
  }),
  page('/people/:personId/family/before', { ...keepers, ready: person }),
  form('/people/:personId/around/new', {
    ...keepers,
    ready: async t => ({ ids: await person(t), typed: adultTyped }),
  }),
  form('/people/:personId/around/:aroundId', {
    ...keepers,
    ready: async t => {
      const ids = await withAround(t)
      const { version } = await t.act('Helen Marsh', async act => {
        const answers = await answersKept(act.tx, ids.personId)
        return { version: versionOf(answers) }
      })
      return { ids, typed: { ...adultTyped, 'adult-safe-to-tell': 'not-told', version } }
    },
  }),
  form('/people/:personId/around/:aroundId/end', {
    ...keepers,
    ready: async t => ({ ids: await withAround(t), typed: { why: 'Moved away.' } }),
  }),
  form('/people/:personId/safety-plan', {
    ...keepers,
    ready: async t => ({ ids: await person(t), typed: planTyped(t) }),
  }),
  form('/people/:personId/safety-plan/end', {
    ...keepers,
    ready: async t => ({ ids: await withPlan(t), typed: { why: 'Written anew elsewhere.' } }),
  }),
  page('/people/:personId/safety-plan/print', { ...keepers, ready: withPlan }),
  form('/people/:personId/protection', {
    ...keepers,
    ready: async t => ({ ids: await person(t), typed: { say: 'protect', reason: 'Adopted.' } }),
  }),
  form('/people/who-looked', {
    may: RECORDS_OFFICERS,
    by: 'Ruth Adeyemi',
    of: 'children',
    ready: async t => ({
      ids: {},
      typed: { reference: await referenceOf(t, (await person(t)).personId) },
    }),
  }),
  page('/people/:personId/who-looked', {
    may: RECORDS_OFFICERS,
    by: 'Ruth Adeyemi',
    of: 'children',
    ready: person,
  }),
]
