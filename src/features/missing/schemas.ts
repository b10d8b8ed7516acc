import { z } from 'zod'
import { holdsImage, NO_IMAGES } from '#vocabulary/no-images.ts'
import { words } from './words.ts'

export const MOST = 1_000

export const line = z.string().trim().max(200, 'Enter 200 characters or fewer').optional().default('')
export const text = z
  .string()
  .trim()
  .max(MOST, 'Enter 1,000 characters or fewer')
  .refine(said => !holdsImage(said), NO_IMAGES)
  .optional()
  .default('')

export const given = (says: string) => text.refine(said => said !== '', says)
export const givenLine = (says: string) => line.refine(said => said !== '', says)

export const code = z.string().max(60, words.chooseOne).optional().default('')

/** Which day and what time, under a name. */
export const whenFields = <Name extends string>(name: Name) =>
  ({
    [`${name}-on`]: z
      .union([z.literal(''), z.enum(['today', 'yesterday', 'earlier'])])
      .optional()
      .default(''),
    [`${name}-day`]: line,
    [`${name}-month`]: line,
    [`${name}-year`]: line,
    [`${name}-time`]: line,
  }) as {
    [K in `${Name}-on`]: z.ZodType<'' | 'today' | 'yesterday' | 'earlier'>
  } & { [K in `${Name}-${'day' | 'month' | 'year' | 'time'}`]: typeof line }
