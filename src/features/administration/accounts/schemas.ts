import { z } from 'zod'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'

export const RoleTyped = z.object({ role: z.string('Choose a role').min(1, 'Choose a role').max(60) })

export const UserAt = z.object({ userId: idOf<UserAccountId>() })
