import { opened, type Put, type Row, type Staff } from '#core/access/bulk.ts'
import type { ConcernChildId, ConcernId, ConcernReplyId } from '#core/access/generated/tables.ts'
import type { Clocks } from '#core/clocks/bulk.ts'
import type { AreaThere, ConcernSetting } from './facts.ts'

/** One concern on its way, with what still may change. */
export interface ConcernUnderWay {
  readonly id: ConcernId
  readonly by: Staff
  readonly area: AreaThere
  readonly danger: boolean
  readonly signs: boolean
  readonly children: readonly ConcernChildId[]
  readonly clocks: Clocks
  /** In whose hands it is; written once the last are known. */
  pickUp: Row<'concernPickUp'> | null
}

export const onConcern = (under: ConcernUnderWay) => ({
  id: under.id,
  kind: 'concern',
  owner: under.by.agency,
})

/** What the agency that raised it hears: a record of its own, opened to it when someone else says it. */
export function putReply(
  put: Put,
  setting: ConcernSetting,
  reply: {
    under: ConcernUnderWay
    by: Staff
    step: Row<'concernReply'>['step']
    outcomes: readonly string[]
    at: Date
  },
): void {
  const { under, by, at } = reply
  const id = setting.idAt<ConcernReplyId>(at)
  put('subject', { id, kind: 'concern_reply', ownerAgency: by.agency })
  put('concernReply', {
    id,
    ownerAgency: by.agency,
    category: 'concern',
    subject: id,
    since: at,
    concernId: under.id,
    step: reply.step,
    outcomes: [...reply.outcomes],
    areaId: null,
    saidAt: at,
  })
  if (under.by.agency !== by.agency)
    opened(put, setting, {
      by,
      to: under.by.agency,
      at,
      subject: id,
      categories: ['concern'],
      source: { sourceKind: 'reply', source: under.id },
    })
}
