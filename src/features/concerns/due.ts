import { addWorkingDays } from '#core/clocks/working-days.ts'
import type { Nation } from '#vocabulary/nations.ts'

/** With danger now: taken within half an hour, or it goes up and the sender is told (practice B3). */
export const MINUTES_TO_OPEN = 30

/** With danger now the decision too runs in elapsed time. To be confirmed by each area. */
const HOURS_TO_DECIDE_DANGER = 4

/** A crime is recorded within a day of its report ([R], practice A17: to be confirmed). */
export const HOURS_TO_RECORD_CRIME = 24

/**
 * By when a concern must be decided. Without danger now: one working day from receipt, which is the most that
 * Working Together allows (practice A1), ending at 23:59.
 */
export function decisionDue(sentAt: Date, concern: { dangerNow: boolean; nation: Nation }): Date {
  if (concern.dangerNow) return minutesAfter(sentAt, HOURS_TO_DECIDE_DANGER * 60)
  return addWorkingDays(sentAt, 1, concern.nation)
}

export const minutesAfter = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)
