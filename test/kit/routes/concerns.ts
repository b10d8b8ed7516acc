import { linkRecord } from '#features/concerns/decide/link.ts'
import type { AreaId, ConcernId, TeamId } from '#core/access/generated/tables.ts'
import { disagree } from '#features/concerns/disagree/service.ts'
import { decideOnChild, takeConcern } from '#features/concerns/decide/service.ts'
import { startDraft, writeDraft } from '#features/concerns/record/draft.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { partRecord } from '#features/concerns/part/service.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { makePerson } from '../made-people.ts'
import type { TestApp } from '../test-app.ts'
import { worker, word } from './making.ts'
import { ASKERS, DECIDERS, HOLDERS, KEEPERS, RECORDERS, SUPERVISORS } from './roles.ts'
import { form, page } from './row.ts'
import { ACCOUNT, CHILD, REASONS } from './words.ts'

/** A whole concern as its writer typed it. */
export const concernTyped = (t: TestApp): FormValues => ({
  ...stories(t.made)[0]?.typed,
  'child-1-child-name-family': CHILD,
  account: ACCOUNT,
})

/** A concern that names an officer of the police. */
export const sealedTyped = (t: TestApp): FormValues => ({
  ...concernTyped(t),
  'people-known': 'yes',
  people: ['1'],
  'person-1-person-name-absence': '',
  'person-1-person-name-given': 'Daniel',
  'person-1-person-name-family': 'Frost',
  'person-1-person-works-absence': '',
  'person-1-person-works': 'yes',
  'person-1-person-works-for': 'police',
  'person-1-person-works-where-absence': 'not-known',
})

/** The number under which someone is answered who looked for a thing. */
export async function lookedFor(t: TestApp, name: string, thing: string): Promise<string> {
  const sent = await (await t.as(name)).submit('/concerns/seen', { thing })
  return sent.headers.location?.split('/').at(-1) ?? ''
}

/** A child on a concern who is joined to a record of the council's. */
async function joinedTo(t: TestApp) {
  const ids = await sent(t)
  const record = await makePerson(t, { familyName: CHILD })
  await t.act('Priya Raman', act =>
    linkRecord(act, { concernId: ids.concernId, concernChildId: ids.childId, record }),
  )
  return ids
}

const recorders = { may: RECORDERS, by: 'Leah Brandt', of: 'children' } as const
const deciders = { may: DECIDERS, by: 'Priya Raman', of: 'children' } as const
/** The sender hears steps and outcome words: no child's name, no reasons. */
const hears = { ...recorders, hides: [CHILD, ACCOUNT, REASONS] } as const

/** Sent by a school to the council. */
export async function sent(t: TestApp, by = 'Leah Brandt', typed = concernTyped(t)) {
  const { concernId } = await t.act(by, act => sendConcern(act, typed))
  const child = await t.database.superuser
    .selectFrom('concernChild')
    .select('id')
    .where('subject', '=', concernId)
    .executeTakeFirstOrThrow()
  return { concernId, childId: child.id }
}

async function decided(t: TestApp, outcome: string) {
  const ids = await sent(t)
  await t.act('Priya Raman', act =>
    decideOnChild(act, {
      concernId: ids.concernId,
      concernChildId: ids.childId,
      outcomes: [outcome],
      reasons: REASONS,
    }),
  )
  return ids
}

/** Two children on it. */
const siblingsTyped = (t: TestApp): FormValues => {
  const one = concernTyped(t)
  const second = Object.entries(one).flatMap(([name, value]) =>
    name.startsWith('child-1-') ? [[name.replace('child-1-', 'child-2-'), value] as const] : [],
  )
  return { ...one, ...Object.fromEntries(second), children: ['1', '2'] }
}

/** An area that another team of the council receives. */
async function otherArea(t: TestApp): Promise<AreaId> {
  const [team, area] = [t.world.uuid<TeamId>(), t.world.uuid<AreaId>()]
  const council = t.idOf('agency local-authority')
  const db = t.database.superuser
  await db
    .insertInto('team')
    .values({ id: team, agencyId: council, name: word(t) })
    .execute()
  await db
    .insertInto('area')
    .values({
      id: area,
      partnershipId: t.idOf('partnership Wexcombe'),
      name: word(t),
      nation: 'england',
      receivingAgency: council,
      receivingTeam: team,
    })
    .execute()
  return area
}

/** Leah's disagreement with a decision of the council, or another's with one of theirs. */
export async function disagreed(t: TestApp, by = 'Leah Brandt', concernId?: ConcernId): Promise<string> {
  const on = concernId ?? (await decided(t, 'early-help')).concernId
  return t.act(by, act => disagree(act, { concernId: on, about: 'decision', says: 'Too little for him.' }))
}

/** A concern with danger now, of an area that has an emergency duty team; it is with one of the two. */
async function urgent(t: TestApp, by: 'day' | 'night'): Promise<string> {
  const area = await otherArea(t)
  const db = t.database.superuser
  const night = t.world.uuid<TeamId>()
  const agencyId = t.idOf('agency local-authority')
  await db
    .insertInto('team')
    .values({ id: night, agencyId, name: word(t) })
    .execute()
  await db.updateTable('area').set({ outOfHoursTeam: night }).where('id', '=', area).execute()
  const danger = { 'danger-now': 'yes', 'spoken-to': 'Police control room', 'child-area': area }
  const { concernId } = await sent(t, 'Leah Brandt', { ...concernTyped(t), ...danger })
  // Whatever the hour of these tests.
  const teamId = by === 'day' ? await dayTeam(t, area) : night
  await db.updateTable('clock').set({ teamId }).where('subject', '=', concernId).execute()
  const clock = await db
    .selectFrom('clock')
    .select('id')
    .where('subject', '=', concernId)
    .where('kind', '=', 'concern.decide')
    .executeTakeFirstOrThrow()
  return clock.id
}

const urgentByDay = (t: TestApp) => urgent(t, 'day')
const urgentByNight = (t: TestApp) => urgent(t, 'night')

const dayTeam = async (t: TestApp, area: AreaId): Promise<TeamId> =>
  (
    await t.database.superuser
      .selectFrom('area')
      .select('receivingTeam')
      .where('id', '=', area)
      .executeTakeFirstOrThrow()
  ).receivingTeam

const heard = async (t: TestApp) => ({ concernId: (await decided(t, 'early-help')).concernId })

/** A concern that someone is still writing. */
export const drafted = (t: TestApp, typed: FormValues = {}, by = 'Leah Brandt'): Promise<string> =>
  t.act(by, async act => {
    const draftId = await startDraft(act, 'referrer')
    await writeDraft(act, draftId, { children: ['1'], ...typed })
    return draftId
  })

export const concernRows = [
  page('/concerns/mine', hears),
  page('/concerns/sent/:concernId', { ...hears, ready: heard }),
  page('/api/v1/concerns/:concernId/status', { ...hears, ready: heard }),
  page('/concerns/queue', deciders),
  page('/concerns/:concernId', {
    may: [...KEEPERS, 'professional-standards'],
    by: 'Grace Okafor',
    of: 'children',
    ready: async t => ({ concernId: (await decided(t, 'early-help')).concernId }),
  }),
  page('/concerns/:concernId/copy', {
    may: DECIDERS,
    by: 'Grace Okafor',
    of: 'children',
    ready: async t => ({ concernId: (await decided(t, 'early-help')).concernId }),
  }),
  form('/concerns/:concernId/allegation', {
    may: [...new Set([...HOLDERS, ...DECIDERS])],
    by: 'Judith Amos',
    of: 'children',
    ready: async t => ({
      ids: { concernId: (await sent(t, 'Leah Brandt', sealedTyped(t))).concernId },
      typed: { action: 'allegations-meeting', reasons: REASONS },
    }),
  }),
  form('/concerns/seen', {
    may: ASKERS,
    by: 'Priya Raman',
    of: 'children',
    ready: async () => ({ ids: {}, typed: { thing: 'AB12 CDE' } }),
  }),
  page('/concerns/seen/:searchId', {
    may: ASKERS,
    by: 'Priya Raman',
    of: 'children',
    ready: async t => ({ searchId: await lookedFor(t, 'Priya Raman', 'AB12 CDE') }),
  }),
  form('/concerns/:concernId/hand-over', {
    ...deciders,
    names: { to: 'account' },
    ready: async t => {
      const { concernId } = await sent(t)
      await t.act('Priya Raman', act => takeConcern(act, concernId))
      return { ids: { concernId }, typed: { to: t.idOf('user Tom Ashdown'), why: REASONS } }
    },
  }),
  form('/concerns/:concernId/oversight', {
    may: SUPERVISORS,
    by: 'Grace Okafor',
    of: 'children',
    ready: async t => ({
      ids: { concernId: (await sent(t)).concernId },
      typed: { says: REASONS, nextStep: '' },
    }),
  }),
  page('/concerns/crimes', deciders),
  page('/concerns/passed-on', deciders),
  form('/concerns/:concernId/pass-on', {
    ...deciders,
    names: { area: 'everyone’s' },
    ready: async t => ({
      ids: { concernId: (await sent(t)).concernId },
      typed: { area: await otherArea(t), why: REASONS },
    }),
  }),
  form('/concerns/:concernId/children/:childId/add', {
    ...deciders,
    ready: async t => ({
      ids: await sent(t),
      typed: { to: (await sent(t)).childId, reference: '', why: REASONS },
    }),
  }),
  form('/concerns/:concernId/children/:childId/give', {
    ...deciders,
    names: { to: 'account' },
    ready: async t => ({
      ids: await sent(t, 'Leah Brandt', siblingsTyped(t)),
      typed: { to: t.idOf('user Tom Ashdown'), why: REASONS },
    }),
  }),
  form('/concerns/sent/:concernId/disagree', {
    ...hears,
    ready: async t => ({ ids: await heard(t), typed: { about: 'decision', says: 'Too little for him.' } }),
  }),
  form('/concerns/disagreements/:disagreementId', {
    ...deciders,
    ready: async t => ({
      ids: { disagreementId: await disagreed(t) },
      typed: { outcome: 'goes-up', says: REASONS },
    }),
  }),
  page('/concerns/handed-to-us', deciders),
  form('/concerns/shift-night', {
    ...deciders,
    ready: async t => ({ ids: {}, typed: { clocks: await urgentByDay(t), note: REASONS } }),
  }),
  form('/concerns/shift-morning', {
    ...deciders,
    ready: async t => ({ ids: {}, typed: { clocks: await urgentByNight(t), note: REASONS } }),
  }),
  page('/concerns/caseload', { may: SUPERVISORS, by: 'Grace Okafor', of: 'children' }),
  form('/concerns/caseload/:userId', {
    may: SUPERVISORS,
    by: 'Grace Okafor',
    of: 'children',
    names: { to: 'account' },
    ready: async t => {
      const { id, name } = await worker(t, 'duty-worker')
      const { concernId } = await sent(t)
      await t.act(name, act => takeConcern(act, concernId))
      return { ids: { userId: id }, typed: { to: t.idOf('user Tom Ashdown'), why: REASONS } }
    },
  }),
  form('/concerns/:concernId/crime', {
    ...deciders,
    ready: async t => ({
      ids: { concernId: (await sent(t)).concernId },
      typed: { recorded: 'no', whyNot: REASONS, byWhom: 'Wexcombe Police, control room' },
    }),
  }),
  form('/concerns/:concernId/outside', {
    may: [...KEEPERS, 'professional-standards'],
    by: 'Priya Raman',
    of: 'children',
    ready: async t => ({ ids: { concernId: (await sent(t)).concernId }, typed: {} }),
  }),
  form('/concerns/:concernId/take', {
    ...deciders,
    ready: async t => ({ ids: { concernId: (await sent(t)).concernId }, typed: {} }),
  }),
  form('/concerns/:concernId/children/:childId/decide', {
    ...deciders,
    ready: async t => ({
      ids: await sent(t),
      typed: { outcomes: ['early-help', 'services'], reasons: REASONS },
    }),
  }),
  form('/concerns/:concernId/children/:childId/agree', {
    may: SUPERVISORS,
    by: 'Grace Okafor',
    of: 'children',
    ready: async t => ({
      ids: await decided(t, 'no-further-action'),
      typed: { agree: 'no', note: 'Ask the school again.' },
    }),
  }),
  form('/concerns/:concernId/children/:childId/record', {
    ...deciders,
    names: { record: 'person' },
    buttons: true,
    ready: async t => ({ ids: await sent(t), typed: { record: 'new' } }),
  }),
  form('/concerns/:concernId/children/:childId/part', {
    ...deciders,
    ready: async t => ({ ids: await joinedTo(t), typed: { why: REASONS } }),
  }),
  page('/concerns/:concernId/children/:childId/parted', {
    ...deciders,
    ready: async t => {
      const { concernId, childId } = await joinedTo(t)
      await t.act('Priya Raman', act => partRecord(act, { concernId, childId, why: REASONS }))
      return { concernId, childId }
    },
  }),
  form('/concerns/:concernId/children/:childId/carry', {
    ...deciders,
    ready: async t => {
      const typed = {
        ...concernTyped(t),
        'child-1-child-safe-contact-absence': '',
        'child-1-child-safe-contact': 'At school.',
      }
      const ids = await sent(t, 'Leah Brandt', typed)
      const record = await makePerson(t, { familyName: CHILD })
      await t.act('Priya Raman', act =>
        linkRecord(act, { concernId: ids.concernId, concernChildId: ids.childId, record }),
      )
      return { ids, typed: { take: 'safe-contact' } }
    },
  }),
  form('/concerns/new', { ...recorders, ready: async () => ({ ids: {}, typed: {} }) }),
  form('/concerns/draft/:draftId/:step', {
    ...recorders,
    tells: 'concern.draft-saved',
    ready: async t => ({
      ids: { draftId: await drafted(t), step: 'danger' },
      typed: { 'danger-now': 'yes', 'spoken-to': 'Police control room' },
    }),
  }),
  form('/concerns/draft/:draftId/:step/:number', {
    ...recorders,
    tells: 'concern.draft-saved',
    ready: async t => ({
      ids: { draftId: await drafted(t), step: 'child', number: '1' },
      typed: {
        'child-1-child-name-given': 'Rosa',
        'child-1-child-name-family': CHILD,
        'child-1-child-born-year': '2012',
        'child-1-child-sex': 'F',
        ...Object.fromEntries(
          ['ethnicity', 'address', 'school', 'safe-contact'].map(name => [
            `child-1-child-${name}-absence`,
            'not-known',
          ]),
        ),
      },
    }),
  }),
  form('/concerns/draft/:draftId/check', {
    ...recorders,
    ready: async t => ({ ids: { draftId: await drafted(t, concernTyped(t)) }, typed: {} }),
  }),
  form('/concerns/draft/:draftId/remove/:each/:number', {
    ...recorders,
    ready: async t => ({
      ids: { draftId: await drafted(t, { children: ['1', '2'] }), each: 'child', number: '2' },
      typed: {},
    }),
  }),
]
