import { z } from 'zod'
import type { AgencyId } from '#core/access/generated/tables.ts'
import { AGENCY_KINDS } from '#vocabulary/agencies.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { line } from '../schemas.ts'

export const AgencyTyped = z.object({
  name: line('Enter the name of the agency'),
  kind: z.enum(AGENCY_KINDS, 'Choose what kind of agency it is'),
  sensitive: z.enum(['yes', 'no'], 'Choose yes or no'),
})
export type AgencyTyped = z.output<typeof AgencyTyped>

export const AgencyAt = z.object({ agencyId: idOf<AgencyId>() })
