import { z } from 'zod'
import type { RoleGrantId } from '#core/access/generated/tables.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { withoutTurningMarks } from '#vocabulary/turning-marks.ts'

/** A name that stands within sentences. */
export const line = (says: string) =>
  z
    .string({ error: says })
    .overwrite(withoutTurningMarks)
    .trim()
    .min(1, says)
    .max(200, 'Enter 200 characters or fewer')

/** One of those offered; anything else is answered as if nothing had been chosen. */
export const chosen = <I extends string>(says: string) => idOf<I>(says)

/** A new person of an agency: the administrator's own, or one that has no administrators yet. */
export const AccountTyped = z.object({
  name: line('Enter their name'),
  email: line('Enter their email address').regex(
    /^[^\s@]+@[^\s@]+$/,
    'Enter an email address, like name@example.org',
  ),
  'job-title': line('Enter their job title'),
})
export type AccountTyped = z.output<typeof AccountTyped>

/** Agreeing to a role that someone asked for, or ending it. */
export const AnswerTyped = z.object({
  grant: idOf<RoleGrantId>(),
  answer: z.enum(['agree', 'end'], 'Choose what to do'),
})
export type AnswerTyped = z.output<typeof AnswerTyped>

/** One of those listed, put in or taken out by its button. */
export const memberTyped = <I extends string>() =>
  z.object({
    member: chosen<I>('Choose one from the list'),
    answer: z.enum(['add', 'remove'], 'Choose what to do'),
  })
export type MemberTyped<I extends string> = z.output<ReturnType<typeof memberTyped<I>>>

export const Nothing = z.object({})
