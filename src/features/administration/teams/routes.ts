import type { Act } from '#core/access/act.ts'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import type { Routes } from '#platform/http/routes.ts'
import { mayAdminister } from '../policy.ts'
import { memberTyped } from '../schemas.ts'
import { TeamNamePage, TeamPage, TeamsPage } from './pages.tsx'
import * as rows from './queries.ts'
import { TeamAt, TeamTyped } from './schemas.ts'
import { addTeam, changeMember, ownTeam, renameTeam } from './service.ts'

const BACK = { href: '/administration/teams', text: 'Teams' }

export function teamRoutes(app: Routes<Act>): void {
  app.page('/administration/teams', {
    may: mayAdminister,
    looksAt: 'nothing',
    show: async ({ act }) => ({
      title: 'Teams of your agency',
      body: TeamsPage({ teams: await rows.teamsOf(act.tx, act.viewer.agencyId) }),
      back: { href: '/administration', text: 'People and roles' },
    }),
  })

  app.form('/administration/teams/new', {
    may: mayAdminister,
    looksAt: 'nothing',
    input: TeamTyped,
    show: async ({ form }) => ({
      title: 'Add a team',
      body: TeamNamePage({ form, name: null }),
      back: BACK,
    }),
    save: async ({ act, input }) => ({
      to: `/administration/teams/${await addTeam(act, input)}`,
      notice: 'The team is made. Put people in it',
    }),
  })

  app.form('/administration/teams/:teamId', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: TeamAt,
    input: memberTyped<UserAccountId>(),
    show: async ({ act, params, form }) => {
      const team = await ownTeam(act, params.teamId)
      const outside = await rows.colleaguesOutside(act.tx, team.id)
      return {
        title: team.name,
        body: TeamPage({
          form,
          team,
          members: await rows.membersOf(act.tx, team.id),
          outside: outside.filter(colleague => colleague.id !== act.viewer.id),
          receives: await rows.areasReceivedBy(act.tx, team.id),
          someoneDecides: await rows.someoneMay(act.tx, team.id, 'decide-concern'),
        }),
        back: BACK,
      }
    },
    save: async ({ act, params, input }) => {
      await changeMember(act, params.teamId, input)
      return {
        to: `/administration/teams/${params.teamId}`,
        notice: input.answer === 'add' ? 'They are in the team' : 'They are no longer in the team',
      }
    },
  })

  app.form('/administration/teams/:teamId/name', {
    may: mayAdminister,
    looksAt: 'nothing',
    params: TeamAt,
    input: TeamTyped,
    start: async ({ act, params }) => ({ name: (await ownTeam(act, params.teamId)).name }),
    show: async ({ act, params, form }) => ({
      title: 'Rename a team',
      body: TeamNamePage({ form, name: (await ownTeam(act, params.teamId)).name }),
      back: { href: `/administration/teams/${params.teamId}`, text: 'The team' },
    }),
    save: async ({ act, params, input }) => {
      await renameTeam(act, params.teamId, input)
      return { to: `/administration/teams/${params.teamId}`, notice: 'The name is changed' }
    },
  })
}
