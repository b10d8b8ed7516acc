import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { AgencyId, SubjectId, UserAccountId } from './generated/tables.ts'

/**
 * Opens to another agency what was opened to the viewer's, in the same categories. These of its people are outside it from the
 * start.
 */
export async function openInTurn(
  act: Act,
  subject: SubjectId,
  to: { agency: AgencyId; outside: readonly UserAccountId[] },
): Promise<void> {
  await sql`select access.open_in_turn(${subject}, ${to.agency}, ${to.outside}::uuid[])`.execute(act.tx)
}

/** From now on the viewer's agency no longer has what was opened to it. What it wrote itself stays its own. */
export async function letGo(act: Act, subject: SubjectId): Promise<void> {
  await sql`select access.let_go(${subject})`.execute(act.tx)
}
