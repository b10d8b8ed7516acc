import type { SubjectId } from '#core/access/generated/tables.ts'
import { actAs } from '#core/audit/acting.ts'
import type { Act } from '#core/access/act.ts'
import type { TestApp } from './test-app.ts'
import { testWorld } from './test-world.ts'

let seed = 1000

/**
 * Does something as one of the made-up people in a world of its own, so that the app's chances (form keys, sessions)
 * stay the same as in a database where it was not done.
 */
export function plantAs<T>(t: TestApp, name: string, work: (act: Act) => Promise<T>): Promise<T> {
  seed += 1
  return actAs(
    { db: t.database.connect('sightline_app', 1), world: testWorld(t.world.now().toISOString(), seed) },
    t.idOf(`user ${name}`),
    work,
  )
}

/** Seals a subject as from birth, naming nobody: no screen of any agency shows that it exists. */
export async function sealFromEveryone(t: TestApp, subject: SubjectId): Promise<void> {
  const row = await t.database.superuser
    .selectFrom('subject')
    .select('ownerAgency')
    .where('id', '=', subject)
    .executeTakeFirstOrThrow()
  await t.database.superuser
    .insertInto('seal')
    .values({
      subject,
      ownerAgency: row.ownerAgency,
      reason: 'works-with-children',
      sealedBy: t.idOf('user Grace Okafor'),
      sealedAt: t.world.now(),
    })
    .onConflict(on => on.doNothing())
    .execute()
}

/** Opens a record of the council's to one person of another agency, who they are and nothing more. */
export async function openTo(t: TestApp, subject: SubjectId, name: string): Promise<void> {
  await t.database.superuser
    .insertInto('accessGrant')
    .values({
      id: t.world.uuid(),
      ownerAgency: t.idOf('agency local-authority'),
      subject,
      category: 'identity',
      grantee: t.idOf(`user ${name}`),
      granteeKind: 'user',
      validDuring: '[2026-01-01,)',
      sourceKind: 'disclosure',
      source: subject,
      grantedBy: t.idOf('user Helen Marsh'),
    })
    .execute()
}
