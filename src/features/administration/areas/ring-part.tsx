import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Danger, Para } from '#platform/ui/page-parts.tsx'
import type { WhomToRing } from './whom-to-ring.ts'

/**
 * Whom to ring at this moment, inside a sentence that begins 'ring': the team, or the out-of-hours one, the area that it
 * answers for, its number, and that it answers now.
 */
export const RingNow = (p: { ring: WhomToRing }): Html => {
  const { areas, team, phone, openNow } = p.ring
  const whom = `${openNow ? team : 'the out-of-hours team'} for ${areas.join(' and ')}`
  return phone ? (
    <>
      {whom},{' '}
      <a class="govuk-link sl-phone" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
        {phone}
      </a>
      , open now
    </>
  ) : (
    <>the council’s switchboard (the number of {whom} has not been set)</>
  )
}

/** Practice F1, in its words: on every page on which someone may think that a form calls for help. */
export const NotACallForHelp = (p: { rings: readonly WhomToRing[] }): Html => {
  const [only, ...others] = p.rings
  return (
    <Danger>
      <Para>
        <strong>Sending this form does not call for help.</strong> If a child is in danger now, ring 999.{' '}
        {only && others.length === 0 ? (
          <>
            Then ring <RingNow ring={only} />.{' '}
          </>
        ) : null}
        {others.length > 0 ? 'Then ring one of these. ' : null}
        Tell us who you spoke to.
      </Para>
      {others.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {p.rings.map(ring => (
            <li>
              <RingNow ring={ring} />
            </li>
          ))}
        </ul>
      ) : null}
    </Danger>
  )
}
