import type { AgencyId } from '#core/access/generated/tables.ts'
import { askForRole } from '#features/administration/accounts/service.ts'
import { addAgency, closeAgency } from '#features/administration/agencies/service.ts'
import { addArea } from '#features/administration/areas/service.ts'
import {
  answerAdministrator,
  nameAdministrator,
} from '#features/administration/first-administrators/service.ts'
import { addPartnership } from '#features/administration/partnerships/service.ts'
import { addTeam } from '#features/administration/teams/service.ts'
import type { Act } from '#core/access/act.ts'
import type { TestApp } from '../test-app.ts'
import { account, word } from './making.ts'
import { ADMINISTRATORS, AGREERS } from './roles.ts'
import { form, page } from './row.ts'

const administrators = { may: ADMINISTRATORS, by: 'Alan Pike', of: 'agencies' } as const
const host = { ...administrators, host: true, knows: ['agencyId', 'partnershipId'] } as const
const agreers = { may: AGREERS, by: 'Ruth Adeyemi', of: 'agencies' } as const
/** Of a partnership that another agency leads the host's administrators know, and may not change it. */
const leads = { ...administrators, knows: ['partnershipId'] } as const

const alan = <T>(t: TestApp, work: (act: Act) => Promise<T>): Promise<T> => t.act('Alan Pike', work)

const agency = async (t: TestApp) => ({
  agencyId: await alan(t, act => addAgency(act, { name: word(t), kind: 'health', sensitive: 'no' })),
})

const closed = async (t: TestApp) => {
  const made = await agency(t)
  await alan(t, act => closeAgency(act, made.agencyId))
  return made
}

const person = (t: TestApp) => ({ name: word(t), email: `${word(t)}@new.example`, 'job-title': 'Manager' })

/** A role that was asked for, and not agreed to yet. */
const waiting = (t: TestApp, agencyId: AgencyId) =>
  t.database.superuser
    .selectFrom('roleGrant')
    .select(['id', 'userId'])
    .where('agencyId', '=', agencyId)
    .where('agreedBy', 'is', null)
    .where('endedAt', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()

const named = async (t: TestApp) => {
  const { agencyId } = await agency(t)
  await alan(t, act => nameAdministrator(act, agencyId, person(t)))
  return { agencyId, grant: await waiting(t, agencyId) }
}

const colleague = async (t: TestApp) => ({ userId: (await account(t)).id })

const team = async (t: TestApp) => ({ teamId: await alan(t, act => addTeam(act, { name: word(t) })) })

const partnership = async (t: TestApp) => ({
  partnershipId: await alan(t, act =>
    addPartnership(act, { name: word(t), nation: 'england', lead: t.idOf('agency local-authority') }),
  ),
})

const areaTyped = (t: TestApp) => ({
  name: word(t),
  nation: 'england',
  team: t.idOf('team local-authority'),
  night: '' as const,
})

const area = async (t: TestApp) => {
  const { partnershipId } = await partnership(t)
  return { areaId: await alan(t, act => addArea(act, partnershipId, areaTyped(t))) }
}

export const accountRows = [
  page('/administration', agreers),
  page('/administration/roles', { may: 'anyone signed in', by: 'Leah Brandt', of: 'nothing' }),
  form('/administration/people/new', {
    ...administrators,
    ready: async t => ({ ids: {}, typed: person(t) }),
  }),
  form('/administration/people/:userId', {
    ...agreers,
    names: { grant: 'grant' },
    buttons: true,
    ready: async t => {
      const ids = await colleague(t)
      await alan(t, act => askForRole(act, ids.userId, 'duty-worker'))
      const grant = await waiting(t, t.idOf('agency local-authority'))
      return { ids, typed: { grant: grant.id, answer: 'agree' } }
    },
  }),
  form('/administration/people/:userId/role', {
    ...administrators,
    ready: async t => ({ ids: await colleague(t), typed: { role: 'duty-worker' } }),
  }),
  form('/administration/people/:userId/set-up-code', {
    ...administrators,
    ready: async t => ({ ids: await colleague(t), typed: {} }),
  }),
  form('/administration/people/:userId/end', {
    ...administrators,
    ready: async t => ({ ids: await colleague(t), typed: {} }),
  }),
  page('/administration/teams', administrators),
  form('/administration/teams/new', {
    ...administrators,
    ready: async t => ({ ids: {}, typed: { name: word(t) } }),
  }),
  form('/administration/teams/:teamId', {
    ...administrators,
    names: { member: 'account' },
    buttons: true,
    ready: async t => ({
      ids: await team(t),
      typed: { member: (await account(t)).id, answer: 'add' },
    }),
  }),
  form('/administration/teams/:teamId/name', {
    ...administrators,
    ready: async t => ({ ids: await team(t), typed: { name: word(t) } }),
  }),
]

export const agencyRows = [
  page('/administration/agencies', { ...agreers, host: true }),
  form('/administration/agencies/new', {
    ...host,
    ready: async t => ({ ids: {}, typed: { name: word(t), kind: 'school', sensitive: 'no' } }),
  }),
  form('/administration/agencies/:agencyId', {
    ...agreers,
    host: true,
    knows: ['agencyId'],
    names: { grant: 'grant' },
    buttons: true,
    ready: async t => {
      const { agencyId, grant } = await named(t)
      return { ids: { agencyId }, typed: { grant: grant.id, answer: 'agree' } }
    },
  }),
  form('/administration/agencies/:agencyId/administrators/new', {
    ...host,
    ready: async t => ({ ids: await agency(t), typed: person(t) }),
  }),
  form('/administration/agencies/:agencyId/administrators/:userId/set-up-code', {
    ...host,
    ready: async t => {
      const { agencyId, grant } = await named(t)
      await t.act('Ruth Adeyemi', act =>
        answerAdministrator(act, agencyId, { grant: grant.id, answer: 'agree' }),
      )
      return { ids: { agencyId, userId: grant.userId }, typed: {} }
    },
  }),
  form('/administration/agencies/:agencyId/change', {
    ...host,
    ready: async t => ({
      ids: await agency(t),
      typed: { name: word(t), kind: 'school', sensitive: 'yes' },
    }),
  }),
  form('/administration/agencies/:agencyId/close', {
    ...host,
    ready: async t => ({ ids: await agency(t), typed: {} }),
  }),
  form('/administration/agencies/:agencyId/reopen', {
    ...host,
    ready: async t => ({ ids: await closed(t), typed: {} }),
  }),
]

export const partnershipRows = [
  page('/administration/partnerships', administrators),
  form('/administration/partnerships/new', {
    ...host,
    names: { lead: 'everyone’s' },
    ready: async t => ({
      ids: {},
      typed: { name: word(t), nation: 'england', lead: t.idOf('agency police') },
    }),
  }),
  form('/administration/partnerships/:partnershipId', {
    ...leads,
    names: { member: 'everyone’s' },
    buttons: true,
    ready: async t => ({
      ids: await partnership(t),
      typed: { member: t.idOf('agency police'), answer: 'add' },
    }),
  }),
  form('/administration/partnerships/:partnershipId/ladder', {
    ...leads,
    ready: async t => ({
      ids: await partnership(t),
      typed: {
        'who-1': 'Team managers of both',
        'answers-1': 'supervise',
        'days-1': '2',
        source: 'Procedure 4.2',
        status: 'confirmed',
      },
    }),
  }),
  form('/administration/partnerships/:partnershipId/change', {
    ...host,
    names: { lead: 'everyone’s' },
    ready: async t => ({
      ids: await partnership(t),
      typed: { name: word(t), lead: t.idOf('agency police') },
    }),
  }),
  form('/administration/partnerships/:partnershipId/areas/new', {
    ...leads,
    names: { team: 'team' },
    ready: async t => ({ ids: await partnership(t), typed: areaTyped(t) }),
  }),
  form('/administration/areas/:areaId', {
    ...administrators,
    ready: async t => ({
      ids: await area(t),
      typed: {
        'day-phone': '01632 960003',
        'out-of-hours-phone': '',
        'opens-1': '09:00',
        'closes-1': '17:00',
      },
    }),
  }),
  form('/administration/areas/:areaId/change', {
    ...administrators,
    names: { team: 'team' },
    ready: async t => ({ ids: await area(t), typed: areaTyped(t) }),
  }),
]
