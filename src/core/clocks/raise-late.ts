import type { ClockId, NoticeId } from '#core/access/generated/tables.ts'
import type { WorkKind } from '#core/manifest/feature.ts'
import { transactAs } from '#core/access/scoped-tx.ts'
import { writeEntry } from '#core/audit/ledger.ts'
import type { Door } from '#core/audit/acting.ts'
import { insertNotices } from '#core/notices/notices.sql.ts'
import { clocksNowLate, goUp } from './late.sql.ts'

const AT_ONCE = 100

/**
 * Finds the clocks that have run out, tells the supervisors of the agency that owns each, and marks it so that it
 * is said once. What goes up by itself ends, and the next begins. Marking and telling are one transaction: after a crash either both have happened or neither.
 *
 * @returns how many were raised
 */
export async function raiseLate(door: Door, kinds: readonly WorkKind[]): Promise<number> {
  return transactAs(door, { kind: 'service', name: 'late-clocks' }, async tx => {
    const now = door.world.now()
    const late = await clocksNowLate(tx, now, AT_ONCE)
    for (const clock of late) {
      const shared = { subject: clock.subject, clockId: clock.id, saidAt: now }
      const kind = kinds.find(one => one.kind === clock.kind)
      const also = await kind?.alsoTellWhenLate?.(tx, clock.subject)
      const next = await kind?.goesUpTo?.(tx, clock, now)
      if (next) await goUp(tx, { from: clock, to: next, id: door.world.uuid<ClockId>(), now })
      await writeEntry(tx, {
        deed: 'clock.raised-late',
        subject: clock.subject,
        detail: { clock: clock.id, kind: clock.kind },
      })
      await insertNotices(tx, [
        {
          id: door.world.uuid(),
          kind: 'clock.late',
          toAgency: clock.ownerAgency,
          // Supervisors may not know of it; those who may are told, whatever their role.
          ...(clock.sealed ? {} : { forDeed: 'supervise' }),
          ...shared,
        },
        ...(also ? [{ id: door.world.uuid<NoticeId>(), ...also, ...shared }] : []),
      ])
    }
    return late.length
  })
}
