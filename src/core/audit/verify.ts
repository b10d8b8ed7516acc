import type { QueryExecutorProvider } from 'kysely'
import type { AnchorStore } from './anchors.ts'
import {
  checkLinks,
  entriesOutside,
  entriesSealedLate,
  gapsInChain,
  hashAt,
  lastPosition,
  linkOutside,
  newestSeal,
  sealsAfter,
  type Seal,
  type WrongLink,
} from './seals.sql.ts'

export interface LedgerFault {
  readonly kind:
    | 'entry-changed'
    | 'entry-missing'
    | 'links-missing'
    | 'link-outside-seals'
    | 'entry-outside-seals'
    | 'sealed-late'
    | 'seal-broken'
    | 'tail-missing'
    | 'head-differs-outside'
    | 'head-missing-outside'
  /** The entry, position or seal that it is about. */
  readonly at: number
  readonly says: string
}

export interface Verification {
  readonly entries: number
  readonly seals: number
  readonly anchors: number
  readonly faults: readonly LedgerFault[]
}

export interface HowToVerify {
  readonly onProgress?: (entries: number) => void
  /** How many pages at once: as many as there are connections, one on a transaction. */
  readonly atOnce?: number
  /** How many positions a page holds. */
  readonly page?: number
}

const PAGE = 50_000
/** Sealing follows writing within seconds; more than this is no slow moment. */
const LATE_MINUTES = 10

/**
 * Works the whole chain out again and holds it against the heads kept outside. Names each entry that was changed,
 * removed, added or moved. What it cannot show: an entry removed before it was sealed.
 */
export async function verifyLedger(
  sealer: QueryExecutorProvider,
  anchors: AnchorStore,
  how: HowToVerify = {},
): Promise<Verification> {
  const faults: LedgerFault[] = []
  const entries = await verifyChain(sealer, faults, how)
  for (const gap of await gapsInChain(sealer)) {
    faults.push({
      kind: 'links-missing',
      at: gap.after + 1,
      says: `positions ${gap.after + 1} to ${gap.before - 1} of the chain are missing`,
    })
  }
  const beyond = await linkOutside(sealer)
  if (beyond !== null) {
    faults.push({
      kind: 'link-outside-seals',
      at: beyond,
      says: `the chain goes on at position ${beyond}, which no seal covers: entries were added to its end`,
    })
  }
  for (const id of await entriesOutside(sealer, LATE_MINUTES)) {
    faults.push({
      kind: 'entry-outside-seals',
      at: id,
      says: `entry ${id} is in no seal: it was added afterwards, or sealing has stopped`,
    })
  }
  for (const id of await entriesSealedLate(sealer, LATE_MINUTES)) {
    faults.push({
      kind: 'sealed-late',
      at: id,
      says: `entry ${id} stands behind entries that were written long after the time it bears: it was added afterwards`,
    })
  }
  const seals = await verifySeals(sealer, faults)
  const kept = await anchors.all()
  for (const anchor of kept) {
    const seal = seals.get(anchor.number)
    if (!seal) {
      faults.push({
        kind: 'tail-missing',
        at: anchor.number,
        says: `seal ${anchor.number} was sent outside and is no longer here: entries up to position ${anchor.lastPosition} have been cut off`,
      })
    } else if (seal.head.toString('hex') !== anchor.head) {
      faults.push({
        kind: 'head-differs-outside',
        at: anchor.number,
        says: `seal ${anchor.number} is not the one that was sent outside: the chain has been made anew`,
      })
    }
  }
  const outside = new Set(kept.map(anchor => anchor.number))
  const settled = await newestSeal(sealer, SECONDS_TO_SEND)
  const without = [...seals.keys()].filter(number => number <= settled && !outside.has(number))
  for (const number of without.slice(0, MOST_NAMED)) {
    faults.push({
      kind: 'head-missing-outside',
      at: number,
      says: `seal ${number} has no head outside: the heads were removed or moved, and the entries in it are proven by nothing outside the database`,
    })
  }
  return { entries, seals: seals.size, anchors: kept.length, faults }
}

const SECONDS_TO_SEND = 60
/** Where everything is missing, a hundred lines say it. */
const MOST_NAMED = 100

/** Every page of the chain, so many at once. @returns how many links there are */
async function verifyChain(
  sealer: QueryExecutorProvider,
  faults: LedgerFault[],
  how: HowToVerify,
): Promise<number> {
  const positions = how.page ?? PAGE
  const last = await lastPosition(sealer)
  const pages = Array.from({ length: Math.ceil(last / positions) }, (_, n) => n * positions)
  const wrong = new Map<number, LedgerFault[]>()
  let entries = 0
  const next = pages.values()
  const oneAfterAnother = async () => {
    for (const after of next) {
      const page = await checkLinks(sealer, { after, positions })
      wrong.set(after, page.wrong.map(faultOf))
      entries += page.count
      how.onProgress?.(entries)
    }
  }
  await Promise.all(Array.from({ length: how.atOnce ?? 1 }, oneAfterAnother))
  for (const after of pages) faults.push(...(wrong.get(after) ?? []))
  return entries
}

const faultOf = (link: WrongLink): LedgerFault =>
  link.entryThere
    ? { kind: 'entry-changed', at: link.entryId, says: `entry ${link.entryId} is not as it was sealed` }
    : { kind: 'entry-missing', at: link.entryId, says: `entry ${link.entryId} has been removed` }

/** Each seal begins where the one before it ended, and its head is the chain's at its last position. */
async function verifySeals(sealer: QueryExecutorProvider, faults: LedgerFault[]): Promise<Map<number, Seal>> {
  const seals = new Map<number, Seal>()
  let before: Seal | null = null
  for (;;) {
    const page: Seal[] = await sealsAfter(sealer, before?.number ?? 0, 1_000)
    if (page.length === 0) return seals
    for (const seal of page) {
      const follows =
        before === null ||
        (seal.number === before.number + 1 &&
          seal.firstPosition === before.lastPosition + 1 &&
          seal.previousHead.equals(before.head))
      const head = await hashAt(sealer, seal.lastPosition)
      if (!follows || !head?.equals(seal.head)) {
        faults.push({
          kind: 'seal-broken',
          at: seal.number,
          says: `seal ${seal.number} does not fit the chain`,
        })
      }
      seals.set(seal.number, seal)
      before = seal
    }
  }
}
