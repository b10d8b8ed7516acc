import { z } from 'zod'
import { Id } from '#vocabulary/ids/uuid.ts'

const line = (says: string) =>
  z.string({ error: says }).trim().min(1, says).max(200, 'Enter 200 characters or fewer')

export const AccountTyped = z.object({
  name: line('Enter their name'),
  email: line('Enter their email address').regex(
    /^[^\s@]+@[^\s@]+$/,
    'Enter an email address, like name@example.org',
  ),
  'job-title': line('Enter their job title'),
})
export type AccountTyped = z.output<typeof AccountTyped>

export const RoleTyped = z.object({ role: z.string('Choose a role').min(1, 'Choose a role').max(60) })

export const AnswerTyped = z.object({ grant: Id, answer: z.enum(['agree', 'end'], 'Choose what to do') })

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

export const AreaTyped = z.object({
  'day-phone': phone,
  'out-of-hours-phone': phone,
  ...Object.fromEntries(
    WEEKDAYS.flatMap((_, n) => [
      [`opens-${n + 1}`, time.optional().default('')],
      [`closes-${n + 1}`, time.optional().default('')],
    ]),
  ),
})

export const UserAt = z.object({ userId: Id })
export const AreaAt = z.object({ areaId: Id })
