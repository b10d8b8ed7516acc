import { z } from 'zod'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { words } from './words.ts'

const email = z
  .string({ error: 'Enter your email address' })
  .trim()
  .min(1, 'Enter your email address')
  .max(320, 'Enter an email address')
export const code = (says: string) => z.string({ error: says }).trim().min(1, says).max(60, says)

export const SHORTEST_PASSWORD = 12

export const SignInTyped = z.object({
  email,
  password: z
    .string({ error: 'Enter your password' })
    .min(1, 'Enter your password')
    .max(1000, 'Enter your password'),
})

export const CodeTyped = z.object({ code: code('Enter the code') })

export const newPassword = z
  .string({ error: 'Enter a password' })
  .min(
    SHORTEST_PASSWORD,
    `Enter a password of ${SHORTEST_PASSWORD} characters or more. Three words together are easy to keep in mind`,
  )
  .max(1000, 'Enter a shorter password')

export const SetUpTyped = z.object({
  email,
  code: code('Enter the set-up code that you were given'),
  password: newPassword,
})

export const MadeUpPerson = z.object({ user: idOf<UserAccountId>(words.oneOfThePeople) })

export const Nothing = z.object({})
