import { z } from 'zod'
import type { AreaId, TeamId } from '#core/access/generated/tables.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { chosen, line } from '../schemas.ts'

const phone = z
  .string()
  .trim()
  .regex(/^[0-9 +()]{5,20}$|^$/, 'Enter a telephone number in digits, like 01632 960001')
const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^$/, 'Enter a time like 08:30')

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

export const NumbersTyped = z.object({
  'day-phone': phone,
  'out-of-hours-phone': phone,
  ...Object.fromEntries(
    WEEKDAYS.flatMap((_, n) => [
      [`opens-${n + 1}`, time.optional().default('')],
      [`closes-${n + 1}`, time.optional().default('')],
    ]),
  ),
})

/** Which area it is, whose rules hold there, and the team that receives its concerns. */
export const AreaTyped = z.object({
  name: line('Enter the name of the area'),
  nation: z.string('Choose a nation').max(60),
  team: chosen<TeamId>('Choose a team'),
  night: z
    .union([z.literal(''), idOf<TeamId>()], 'Choose a team, or none')
    .optional()
    .default(''),
})
export type AreaTyped = z.output<typeof AreaTyped>

export const AreaAt = z.object({ areaId: idOf<AreaId>() })
