import { z } from 'zod'
import { Id } from '#vocabulary/ids/uuid.ts'

export const AdministratorAt = z.object({ agencyId: Id, userId: Id })
