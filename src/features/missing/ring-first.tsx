import { RingNow, type WhomToRing } from '#features/administration/public.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Para } from '#platform/ui/page-parts.tsx'
import { words } from './words.ts'

/** On pages that are read: whom to ring. What stands here calls nobody (practice F1). */
export const RingFirst = (p: { rings: readonly WhomToRing[]; police: boolean }): Html => (
  <>
    <Para>{words.ringFirst(p.police)}</Para>
    <ul class="govuk-list govuk-list--bullet">
      {p.rings.map(ring => (
        <li>
          <RingNow ring={ring} />
        </li>
      ))}
    </ul>
  </>
)
