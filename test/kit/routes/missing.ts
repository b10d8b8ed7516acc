import { makePerson } from '../made-people.ts'
import { councilTyped, openedByCouncil, openedByPolice, policeTyped } from '../missing.ts'
import type { TestApp } from '../test-app.ts'
import { sent } from './concerns.ts'
import { LOOKERS } from './roles.ts'
import { form, page } from './row.ts'
import { CHILD } from './words.ts'

const council = { may: LOOKERS, by: 'Priya Raman', of: 'children' } as const
const police = { ...council, by: 'Daniel Frost' } as const

const byCouncil = async (t: TestApp) => ({ episodeId: await openedByCouncil(t) })
const byPolice = async (t: TestApp) => ({ episodeId: await openedByPolice(t) })

/** A deed on an episode that the council has opened. */
const deed = <Under extends string>(under: Under, typed: Readonly<Record<string, string>>) =>
  form(`/missing/:episodeId/${under}`, {
    ...council,
    ready: async t => ({ ids: await byCouncil(t), typed }),
  })

/** Drawn again after a refusal it still points to who is missing already and called so: that is a look, and stands in the ledger. */
const points = { tells: 'missing.listed' } as const

export const missingRows = [
  page('/missing', council),
  form('/missing/new', {
    ...police,
    ...points,
    of: 'nothing',
    ready: async t => ({ ids: {}, typed: policeTyped(t) }),
  }),
  form('/concerns/:concernId/children/:childId/missing', {
    ...council,
    ...points,
    may: ['duty-worker', 'supervisor'],
    ready: async t => {
      const { concernId, childId } = await sent(t)
      return { ids: { concernId, childId }, typed: councilTyped(t) }
    },
  }),
  form('/people/:personId/missing', {
    ...council,
    ...points,
    may: ['duty-worker', 'supervisor', 'allocated-worker', 'detective'],
    by: 'Helen Marsh',
    ready: async t => ({
      ids: { personId: await makePerson(t, { familyName: CHILD }) },
      typed: councilTyped(t),
    }),
  }),
  page('/missing/:episodeId', { ...council, ready: byCouncil }),
  form('/missing/:episodeId/grade', {
    ...police,
    ready: async t => ({
      ids: await byPolice(t),
      typed: { grade: 'high', why: 'No contact for a day, and no coat.' },
    }),
  }),
  deed('word', { word: 'away', why: 'We know that she is at her aunt’s.' }),
  deed('on-it', {}),
  deed('look', { says: 'Rang her mother: nothing new.' }),
  deed('entry', { kind: 'seen', says: 'By a bus driver at the station, 18:10.' }),
  deed('report', { police: 'told', 'police-told': 'PC Ames, 22:00', 'police-reference': 'WX 300' }),
  deed('found', {
    'found-on': 'today',
    'found-time': '00:10',
    where: 'At her aunt’s',
    by: 'Her aunt rang',
    how: 'Not hurt, tired. With her mother now.',
  }),
  deed('outside', {}),
  deed('mistake', { why: 'She was with her father, as agreed.' }),
]
