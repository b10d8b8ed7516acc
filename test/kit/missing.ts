import type { AgencyId, MissingEpisodeId, UserAccountId } from '#core/access/generated/tables.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { openEpisode, type From } from '#features/missing/open/service.ts'
import { OpenTyped } from '#features/missing/open/schemas.ts'
import { ACCOUNT, CHILD, REASONS } from './routes/words.ts'
import type { TestApp } from './test-app.ts'

/** What the police type who open a child as missing. */
export const policeTyped = (t: TestApp, area = 'Wexcombe North') => ({
  called: `Rosa ${CHILD}`,
  'born-day': '8',
  'born-month': '5',
  'born-year': '2012',
  looks: ACCOUNT,
  'seen-on': 'yesterday',
  'seen-time': '16:30',
  where: 'Bus station',
  'told-by': 'Her mother, 01632 960123',
  worry: REASONS,
  area: t.idOf(`area ${area as 'Wexcombe North'}`),
  police: 'told',
  'police-reference': 'WX 214',
  grade: 'medium',
  'grade-why': 'Out overnight before, and came back.',
})

/** The same by children's services, who rang the police. */
export const councilTyped = (t: TestApp) => ({
  ...policeTyped(t),
  'police-told': 'Control room, PC Ames, 21:40',
  grade: '',
  'grade-why': '',
  word: 'missing',
})

export const openedBy = (
  t: TestApp,
  by: string,
  { typed, from = {} }: { typed: FormValues; from?: From },
): Promise<MissingEpisodeId> => t.act(by, act => openEpisode(act, OpenTyped.parse(typed), from))

/** Opened by the council, and with the police. */
export const openedByCouncil = (t: TestApp) => openedBy(t, 'Priya Raman', { typed: councilTyped(t) })

/** Opened by the police, and with the council. */
export const openedByPolice = (t: TestApp) => openedBy(t, 'Daniel Frost', { typed: policeTyped(t) })

/** An episode of an agency that nobody else looks for, put there without a deed. */
export async function plantEpisode(
  t: TestApp,
  of: { id: MissingEpisodeId; agency: AgencyId; by: UserAccountId },
): Promise<MissingEpisodeId> {
  const now = t.world.now()
  await t.database.superuser
    .insertInto('missingEpisode')
    .values({
      id: of.id,
      subject: of.id,
      ownerAgency: of.agency,
      category: 'welfare',
      since: now,
      reference: 'MIS-0000-0000',
      areaId: t.idOf('area Wexcombe North'),
      called: `Rosa ${CHILD}`,
      bornAbsence: 'not-known',
      looksLike: ACCOUNT,
      lastSeenAt: now,
      lastSeenExact: true,
      lastSeenWhere: 'Bus station',
      toldBy: 'Her mother',
      worry: REASONS,
      openedBy: of.by,
      openedByName: 'Moira Kelly',
      openedAt: now,
    })
    .execute()
  return of.id
}
