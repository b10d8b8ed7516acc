import { z } from 'zod'
import { readReference } from '#vocabulary/ids/reference.ts'
import { words } from '../words.ts'

const email = z
  .string({ error: words.sayYourEmail })
  .trim()
  .max(320, words.sayYourEmail)
  .pipe(z.email(words.sayYourEmail))

export const EmailTyped = z.object({ email })

export const CodeTyped = z.object({
  code: z.string({ error: words.enterCode }).trim().min(1, words.enterCode).max(40, words.enterCode),
})

/** Whatever is typed as a reference is asked after alike: what is none leads nowhere, as one of nobody's does. */
export const BackTyped = z.object({
  reference: z
    .string({ error: words.enterReference })
    .trim()
    .min(1, words.enterReference)
    .max(60, words.enterReference)
    .transform(typed => readReference(typed) ?? ''),
  email,
})

/** Fields of a draft that say who writes it; they are asked by no template. */
export const KIND = 'referrer-kind'
export const NAME = 'referrer-name'

export const WhoTyped = z.object({
  [KIND]: z.string({ error: words.sayWhoYouAre }).max(40, words.sayWhoYouAre),
  [NAME]: z.string().trim().max(200, 'Enter 200 characters or fewer').optional().default(''),
})

export const FurtherTyped = z.object({
  'danger-now': z.enum(['yes', 'no'], words.sayDangerNow),
  says: z
    .string({ error: words.sayFurther })
    .trim()
    .min(1, words.sayFurther)
    .max(10_000, 'Enter 10,000 characters or fewer'),
})
