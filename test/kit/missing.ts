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

export const openedBy = (t: TestApp, by: string, typed: FormValues, from: From = {}) =>
  t.act(by, act => openEpisode(act, OpenTyped.parse(typed), from))

/** Opened by the council, and with the police. */
export const openedByCouncil = (t: TestApp) => openedBy(t, 'Priya Raman', councilTyped(t))

/** Opened by the police, and with the council. */
export const openedByPolice = (t: TestApp) => openedBy(t, 'Daniel Frost', policeTyped(t))
