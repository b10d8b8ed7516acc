import { z } from 'zod'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { line } from '#features/administration/public.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'

export const SystemAt = z.object({ userId: idOf<UserAccountId>() })

export const SystemTyped = z.object({
  name: line('Enter what the system is called'),
  contact: line('Enter who runs it, by telephone or email'),
})
export type SystemTyped = z.output<typeof SystemTyped>

const WHERE = 'Enter an address that begins with https://, or leave it blank'

export const HookTyped = z.object({
  url: z
    .string(WHERE)
    .trim()
    .max(500, WHERE)
    .refine(text => text === '' || isHttps(text), WHERE),
})

/** No name and password in it: it would stand on the page. */
function isHttps(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === ''
}
