import type { Kysely } from 'kysely'
import type { AgencyId, Database, UserAccountId } from '#core/access/generated/tables.ts'
import { transactAs } from '#core/access/scoped-tx.ts'
import { writeEntry } from '#core/audit/ledger.ts'
import { fault } from '#platform/errors/fault.ts'
import type { World } from '#platform/world/world.ts'
import { AGENCY_KINDS } from '#vocabulary/agencies.ts'

/** The operator at the terminal, before there is anyone who could act: accounts, no child's data. */
export interface Operator {
  readonly operator: Kysely<Database>
  readonly world: World
}

/** Two, because from then on one asks and the other agrees; more would be a way round them. */
const FIRST_ADMINISTRATORS = 2
const words = {
  enoughAdministrators:
    'this agency has two administrators already. They make further accounts in the browser, under People and roles',
}

/**
 * Makes an administrator of an agency, and the agency where it is not there yet. The one way in which a role comes
 * without a second person: someone has to be first, and an administrator opens no child's record.
 */
export async function addFirstAdministrator(
  at: Operator,
  wanted: { agency: string; kind: string; name: string; email: string },
): Promise<UserAccountId> {
  const kind = AGENCY_KINDS.find(one => one === wanted.kind)
  if (!kind) throw fault('wrong-usage', `the kind of an agency is one of ${AGENCY_KINDS.join(', ')}`)
  const now = at.world.now()
  return transactAs({ db: at.operator, world: at.world }, { kind: 'terminal' }, async tx => {
    const known = await tx
      .selectFrom('agency')
      .select('id')
      .where('name', '=', wanted.agency)
      .executeTakeFirst()
    const agencyId = known?.id ?? at.world.uuid<AgencyId>()
    if (!known) {
      // The first agency of an installation hosts it: its administrators add the others in the browser.
      const host = await tx.selectFrom('agency').select('id').where('hosts', '=', true).executeTakeFirst()
      await tx
        .insertInto('agency')
        .values({ id: agencyId, name: wanted.agency, kind, hosts: !host, createdAt: now })
        .execute()
    }
    const live = await tx
      .selectFrom('roleGrant')
      .innerJoin('userAccount', 'userAccount.id', 'roleGrant.userId')
      .select('roleGrant.id')
      .where('roleGrant.agencyId', '=', agencyId)
      .where('role', '=', 'administrator')
      .where('roleGrant.endedAt', 'is', null)
      .where('userAccount.endedAt', 'is', null)
      .execute()
    if (live.length >= FIRST_ADMINISTRATORS) throw fault('wrong-usage', words.enoughAdministrators)
    const userId = at.world.uuid<UserAccountId>()
    await tx
      .insertInto('userAccount')
      .values({
        id: userId,
        agencyId,
        name: wanted.name,
        email: wanted.email,
        jobTitle: 'Administrator',
        createdAt: now,
      })
      .execute()
    await tx
      .insertInto('roleGrant')
      .values({ id: at.world.uuid(), agencyId, userId, role: 'administrator', askedAt: now })
      .execute()
    await writeEntry(tx, {
      deed: 'account.made-at-terminal',
      subject: null,
      detail: { account: userId, agency: agencyId, role: 'administrator' },
    })
    return userId
  })
}
