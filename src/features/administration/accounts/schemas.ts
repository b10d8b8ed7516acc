import { z } from 'zod'
import { Id } from '#vocabulary/ids/uuid.ts'

export const RoleTyped = z.object({ role: z.string('Choose a role').min(1, 'Choose a role').max(60) })

export const UserAt = z.object({ userId: Id })
