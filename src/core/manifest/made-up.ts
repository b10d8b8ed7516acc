import type {
  AgencyId,
  AreaId,
  PartnershipId,
  PersonRecordId,
  TeamId,
  UserAccountId,
} from '#core/access/generated/tables.ts'

/** What each name in the made-up area begins with, and what it names. */
interface Ids {
  readonly agency: AgencyId
  readonly area: AreaId
  readonly partnership: PartnershipId
  readonly person: PersonRecordId
  readonly team: TeamId
  readonly user: UserAccountId
}
type Name<K extends keyof Ids> = `${K} ${string}`

/** The ids of the made-up area by name: 'user Priya Raman', 'area Wexcombe North'. */
export class MadeUp {
  readonly #ids: {
    get<K extends keyof Ids>(name: Name<K>): Ids[K] | undefined
    set<K extends keyof Ids>(name: Name<K>, id: Ids[K]): unknown
  } = new Map<string, never>()

  set<K extends keyof Ids>(name: Name<K>, id: Ids[K]): void {
    this.#ids.set(name, id)
  }

  has(name: Name<keyof Ids>): boolean {
    return this.#ids.get(name) !== undefined
  }

  /** @throws Error where nothing of that name has been made */
  idOf<K extends keyof Ids>(name: Name<K>): Ids[K] {
    const id = this.#ids.get(name)
    if (id === undefined) throw new Error(`the made-up area has no ${name}`)
    return id
  }
}
