import type { Act } from '#core/access/act.ts'
import type { PersonRecordId, SubjectId } from '#core/access/generated/tables.ts'
import type { Handed } from '#core/manifest/feature.ts'

/** Every subject that a look at this person can stand under: their record, and where else they are named. */
export async function subjectsNaming(
  act: Act,
  has: Handed,
  personRecordId: PersonRecordId,
): Promise<readonly SubjectId[]> {
  const subjects: SubjectId[] = [personRecordId]
  for (const feature of has.features)
    subjects.push(...((await feature.namedUnder?.(act, personRecordId)) ?? []))
  return subjects
}
