import { z } from 'zod'
import type { AgencyId, UserAccountId } from '#core/access/generated/tables.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'

export const AdministratorAt = z.object({ agencyId: idOf<AgencyId>(), userId: idOf<UserAccountId>() })
