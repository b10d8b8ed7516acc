import type { AgencyId, AreaId, PartnershipId, TeamId } from '#core/access/generated/tables.ts'
import { askForRole } from '#features/administration/accounts/service.ts'
import { addIdentifier, addOtherName, IdentifierTyped, OtherNameTyped } from '#features/people/public.ts'
import { keepSearch } from '#features/people/find/searches.ts'
import { plantEpisode } from '../missing.ts'
import { makePerson } from '../made-people.ts'
import type { TestApp } from '../test-app.ts'
import { concernTyped, disagreed, drafted, sent } from './concerns.ts'
import { worker, word } from './making.ts'
import type { Ids, Named } from './row.ts'

/** Rows of another agency, of each kind: they are there, and nobody of the council or the school may know of them. */
export interface Foreign {
  /** By the name that an address gives them. */
  readonly ids: Ids
  /** By what a form's field is of. */
  readonly named: Readonly<Record<Exclude<Named, 'everyone’s'>, string>>
}

/** A health agency's own records; and a concern that a youth service sends to the police, in an area of theirs. */
export async function plantForeign(t: TestApp): Promise<Foreign> {
  const nurse = 'Moira Kelly'
  const personId = await makePerson(t, {}, nurse)
  const name = OtherNameTyped.parse({ kind: 'nickname', given: 'Fee' })
  const number = IdentifierTyped.parse({ kind: 'nhs-number', value: '999 000 0018' })
  const { partnershipId, areaId } = await otherPartnership(t)
  const concern = await sent(t, 'Farah Siddiqui', { ...concernTyped(t), 'child-area': areaId })
  const outside = await outsideTeam(t)
  const administrator = await worker(t, 'administrator', 'health')
  const user = await worker(t, 'health-professional', 'health')
  await t.act(administrator.name, act => askForRole(act, user.id, 'therapist'))
  const grant = await t.database.superuser
    .selectFrom('roleGrant')
    .select('id')
    .where('userId', '=', user.id)
    .where('role', '=', 'therapist')
    .executeTakeFirstOrThrow()
  return {
    ids: {
      personId,
      nameId: await t.act(nurse, act => addOtherName(act, personId, name)),
      identifierId: await t.act(nurse, act => addIdentifier(act, personId, number)),
      searchId: await t.act(nurse, act => keepSearch(act, { given: 'Rosa', family: 'Quill' })),
      ...concern,
      disagreementId: await disagreed(t, 'Farah Siddiqui', concern.concernId),
      episodeId: await plantEpisode(t, {
        id: t.world.uuid(),
        agency: t.idOf('agency health'),
        by: t.idOf('user Moira Kelly'),
      }),
      draftId: await drafted(t, {}, 'Farah Siddiqui'),
      userId: user.id,
      teamId: t.idOf('team health'),
      partnershipId,
      areaId,
      agencyId: t.idOf('agency health'),
    },
    named: { person: personId, account: user.id, team: outside, grant: grant.id },
  }
}

/** Led by the police, whose own team receives. */
async function otherPartnership(t: TestApp) {
  const [partnershipId, areaId] = [t.world.uuid<PartnershipId>(), t.world.uuid<AreaId>()]
  const police = t.idOf('agency police')
  const db = t.database.superuser
  await db
    .insertInto('partnership')
    .values({
      id: partnershipId,
      name: word(t),
      nation: 'england',
      leadAgency: police,
      createdAt: t.world.now(),
    })
    .execute()
  await db
    .insertInto('partnershipAgency')
    .values([police, t.idOf('agency voluntary')].map(agencyId => ({ partnershipId, agencyId })))
    .execute()
  await db
    .insertInto('area')
    .values({
      id: areaId,
      partnershipId,
      name: word(t),
      nation: 'england',
      receivingAgency: police,
      receivingTeam: t.idOf('team police'),
    })
    .execute()
  return { partnershipId, areaId }
}

/** A team of an agency that is in no partnership. */
async function outsideTeam(t: TestApp): Promise<string> {
  const [agencyId, teamId] = [t.world.uuid<AgencyId>(), t.world.uuid<TeamId>()]
  const db = t.database.superuser
  const agency = { id: agencyId, name: word(t), kind: 'other', createdAt: t.world.now() } as const
  await db.insertInto('agency').values(agency).execute()
  await db
    .insertInto('team')
    .values({ id: teamId, agencyId, name: word(t) })
    .execute()
  return teamId
}
