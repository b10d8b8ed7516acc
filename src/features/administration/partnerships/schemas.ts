import { z } from 'zod'
import type { AgencyId, PartnershipId } from '#core/access/generated/tables.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { chosen, line } from '../schemas.ts'

export const NewPartnershipTyped = z.object({
  name: line('Enter the name of the partnership'),
  nation: z.string('Choose a nation').max(60),
  lead: chosen<AgencyId>('Choose the agency that leads it'),
})
export type NewPartnershipTyped = z.output<typeof NewPartnershipTyped>

export const PartnershipTyped = NewPartnershipTyped.omit({ nation: true })
export type PartnershipTyped = z.output<typeof PartnershipTyped>

export const PartnershipAt = z.object({ partnershipId: idOf<PartnershipId>() })
