import { z } from 'zod'
import type { TeamId } from '#core/access/generated/tables.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { line } from '../schemas.ts'

export const TeamTyped = z.object({ name: line('Enter the name of the team') })
export type TeamTyped = z.output<typeof TeamTyped>

export const TeamAt = z.object({ teamId: idOf<TeamId>() })
