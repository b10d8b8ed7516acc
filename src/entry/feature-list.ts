import type { Feature } from '#core/manifest/feature.ts'
import { administration } from '#features/administration/public.ts'
import { concerns } from '#features/concerns/public.ts'
import { home } from '#features/home/public.ts'
import { missing } from '#features/missing/public.ts'
import { notes } from '#features/notes/public.ts'
import { outbox } from '#features/outbox/public.ts'
import { people } from '#features/people/public.ts'
import { safetyPlan } from '#features/safety-plan/public.ts'
import { signIn } from '#features/sign-in/public.ts'
import { systems } from '#features/systems/public.ts'
import { standard } from '#features/standard/public.ts'

/** Every feature, in the order in which they may know of one another: each of those before it, none after. */
export const features: readonly Feature[] = [
  outbox,
  signIn,
  administration,
  standard,
  people,
  concerns,
  systems,
  notes,
  safetyPlan,
  missing,
  home,
]
