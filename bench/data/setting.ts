import type { Kysely } from 'kysely'
import type { AgencyId, AreaId, Database, TeamId, UserAccountId } from '#core/access/generated/tables.ts'
import { categoriesOf, readTemplate, templateFor, type Template } from '#features/standard/template.ts'
import type { World } from '#platform/world/world.ts'
import type { Nation } from '#vocabulary/nations.ts'

export interface Staff {
  readonly id: UserAccountId
  readonly name: string
  readonly agency: AgencyId
  readonly role: string
  readonly title: string
}

/** Where and among whom the facts take place: what the made-up area already holds. */
export interface Setting {
  readonly world: World
  readonly staff: (name: string) => Staff
  readonly template: Template
  readonly categories: ReturnType<typeof categoriesOf>
  readonly area: {
    readonly id: AreaId
    readonly nation: Nation
    readonly agency: AgencyId
    readonly team: TeamId
  }
  /** Outcomes that end a concern. */
  readonly endings: ReadonlySet<string>
}

const AREA = 'Wexcombe North'

/** @param superuser reads accounts and roles, as only a bench may */
export async function readSetting(superuser: Kysely<Database>, world: World): Promise<Setting> {
  const staff = new Map<string, Staff>()
  const rows = await superuser
    .selectFrom('userAccount')
    .innerJoin('roleGrant', 'roleGrant.userId', 'userAccount.id')
    .innerJoin('role', 'role.code', 'roleGrant.role')
    .select([
      'userAccount.id',
      'userAccount.name',
      'userAccount.agencyId as agency',
      'role.code as role',
      'role.title',
    ])
    .execute()
  for (const row of rows) staff.set(row.name, row)
  const area = await superuser
    .selectFrom('area')
    .select(['area.id', 'area.nation', 'receivingAgency as agency', 'receivingTeam as team'])
    .where('area.name', '=', AREA)
    .executeTakeFirstOrThrow()
  const newest = await superuser
    .selectFrom('templateVersion')
    .select('definition')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const template = templateFor(readTemplate(newest.definition), {
    face: 'referrer',
    // What every sender of the made-up area writes.
    writes: new Set(['concern', 'identity', 'welfare', 'education', 'voice']),
  })
  const outcomes = await superuser
    .selectFrom('decisionOutcome')
    .select(['code', 'noFurtherAction'])
    .where('nation', '=', area.nation)
    .execute()
  return {
    world,
    staff: name => {
      const found = staff.get(name)
      if (!found) throw new Error(`the made-up area has no ${name}`)
      return found
    },
    template,
    categories: categoriesOf(template),
    area,
    endings: new Set(outcomes.filter(one => one.noFurtherAction).map(one => one.code)),
  }
}
