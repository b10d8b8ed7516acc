import type { Kysely } from 'kysely'
import type { Staff } from '#core/access/bulk.ts'
import type { AgencyId, Database, PartnershipId } from '#core/access/generated/tables.ts'
import type { AreaThere, ConcernSetting } from '#features/concerns/public.ts'
import { faceOf, readTemplate, templateFor, type Template } from '#features/standard/public.ts'
import { seededBytes } from '#platform/world/seeded.ts'
import { Chance } from './chance.ts'
import { familyIsFree } from './free-names.ts'
import { idsFrom } from './ids.ts'

/** One area, and who is there for it. */
export interface AreaAround extends AreaThere {
  /** Of the receiving agency: those who decide, who supervise, and who work with a child over time. */
  readonly deciders: readonly Staff[]
  readonly supervisors: readonly Staff[]
  readonly workers: readonly Staff[]
  /** Of the other agencies of its partnership: those who record concerns and keep records of people. */
  readonly others: readonly Staff[]
  readonly schools: readonly string[]
}

/** Where and among whom the facts take place: what the made-up area already holds. */
export interface Setting extends ConcernSetting {
  readonly areas: readonly AreaAround[]
  readonly everyone: readonly Staff[]
  readonly familyIsFree: (family: string) => boolean
}

/** @param superuser reads accounts and roles, as only what fills a made-up area may */
export async function readSetting(superuser: Kysely<Database>): Promise<Setting> {
  const everyone = await readStaff(superuser)
  const template = await newestTemplate(superuser)
  const areas = await readAreas(superuser, everyone)
  const byName = new Map(everyone.map(one => [one.name, one]))
  const byArea = new Map<string, AreaAround>(areas.map(area => [area.id, area]))
  const outcomes = await superuser
    .selectFrom('decisionOutcome')
    .select('code')
    .where('noFurtherAction', '=', true)
    .execute()
  const randomBytes = seededBytes(11)
  return {
    idAt: idsFrom(new Chance(12)),
    randomBytes,
    staff: name => found(byName.get(name), name),
    areaOf: typed => found(byArea.get(String(typed['child-area'])), 'area'),
    templateFor: template,
    endings: new Set(outcomes.map(one => one.code)),
    areas,
    everyone,
    familyIsFree: familyIsFree(everyone.map(one => one.name)),
  }
}

function found<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new Error(`the made-up area has no ${name}`)
  return one
}

async function readStaff(superuser: Kysely<Database>): Promise<Staff[]> {
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
    .orderBy('userAccount.name')
    .execute()
  const categories = await superuser
    .selectFrom('roleCategory')
    .select(['role', 'category'])
    .where('mayWrite', '=', true)
    .execute()
  return rows.map(row => ({
    ...row,
    writes: new Set(categories.filter(one => one.role === row.role).map(one => one.category)),
  }))
}

async function newestTemplate(superuser: Kysely<Database>): Promise<ConcernSetting['templateFor']> {
  const newest = await superuser
    .selectFrom('templateVersion')
    .select('definition')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const whole = readTemplate(newest.definition)
  const made = new Map<string, Template>()
  return (by, typed) => {
    const face = faceOf(whole, typed['face'])
    const key = `${face} ${by.role}`
    const template = made.get(key) ?? templateFor(whole, { face, writes: by.writes })
    made.set(key, template)
    return template
  }
}

const SENDERS = new Set(['front-line-worker', 'health-professional', 'detective'])

async function readAreas(superuser: Kysely<Database>, everyone: readonly Staff[]): Promise<AreaAround[]> {
  const areas = await superuser
    .selectFrom('area')
    .select(['id', 'nation', 'partnershipId', 'receivingAgency as agency', 'receivingTeam as team'])
    .orderBy('name')
    .execute()
  const members = await superuser
    .selectFrom('partnershipAgency')
    .innerJoin('agency', 'agency.id', 'partnershipAgency.agencyId')
    .select(['partnershipId', 'agencyId', 'agency.name', 'agency.kind'])
    .orderBy('agency.name')
    .execute()
  const around = (partnership: PartnershipId, receiving: AgencyId) => {
    const there = members.filter(one => one.partnershipId === partnership)
    const own = (role: string) => everyone.filter(one => one.agency === receiving && one.role === role)
    return {
      deciders: own('duty-worker'),
      supervisors: own('supervisor'),
      workers: own('allocated-worker'),
      others: everyone.filter(
        one =>
          SENDERS.has(one.role) &&
          one.agency !== receiving &&
          there.some(agency => agency.agencyId === one.agency),
      ),
      schools: there.filter(one => one.kind === 'school').map(one => one.name),
    }
  }
  return areas.map(({ partnershipId, ...area }) => ({ ...area, ...around(partnershipId, area.agency) }))
}
