import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { Handed } from '#core/manifest/feature.ts'
import type { Routes } from '#platform/http/routes.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { nameOf, ownPerson, PersonAt } from '../person.ts'
import { mayKeepPeople } from '../policy.ts'
import { words } from '../words.ts'
import { ProtectionPage } from './pages.tsx'
import { protectionOf } from './queries.ts'
import { sayProtection } from './service.ts'

const ProtectionTyped = z.object({
  say: z.enum(['protect', 'lift'], words.openAgain),
  reason: z
    .string(words.sayWhyProtected)
    .trim()
    .min(1, words.sayWhyProtected)
    .max(1_000, 'Enter 1,000 characters or fewer'),
})

export function routes(app: Routes<Act>, has: Handed): void {
  app.form('/people/:personId/protection', {
    may: mayKeepPeople,
    looksAt: 'person',
    params: PersonAt,
    input: ProtectionTyped,
    show: async ({ act, params, form }) => {
      const person = await ownPerson(act, params.personId)
      await act.record('person.viewed', person.id)
      const isProtected = (await protectionOf(act.tx, person.id))?.state === 'protected'
      const known: Html[] = []
      if (!isProtected)
        for (const feature of has.features) {
          const part = await feature.onProtecting?.(act, person.id)
          if (part) known.push(part)
        }
      return {
        title: 'Protected identity',
        body: ProtectionPage({ form, name: nameOf(person), isProtected, known }),
        back: { href: `/people/${person.id}`, text: nameOf(person) },
      }
    },
    save: async ({ act, params, input }) => {
      await sayProtection(act, params.personId, input)
      return {
        to: `/people/${params.personId}`,
        notice: input.say === 'protect' ? 'The identity is protected' : 'The protection is lifted',
      }
    },
  })
}
