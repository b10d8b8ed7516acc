import { z } from 'zod'
import { code, newPassword } from '../schemas.ts'

export const PasswordTyped = z.object({
  present: z
    .string({ error: 'Enter your present password' })
    .min(1, 'Enter your present password')
    .max(1000, 'Enter your present password'),
  password: newPassword,
  code: code('Enter the code from your app'),
})
export type PasswordTyped = z.output<typeof PasswordTyped>

/** The name of a set of codes: chance, so that those shown on one page are never those of another. */
export const SetName = z.string().regex(/^[\w-]{22}$/)

export const CodesTyped = z.object({
  set: SetName,
  code: code('Enter the code from your app'),
})
export type CodesTyped = z.output<typeof CodesTyped>
