import { describe, expect, test } from 'vitest'
import type { Nation } from '#vocabulary/nations.ts'
import { openStep, stepsReached, type Outcome } from './standing.ts'

const nation: Nation = 'england'
const steps = [
  { position: 1, who: 'Worker', answers: 'decide-concern', workingDays: 1 },
  { position: 2, who: 'Manager', answers: 'supervise', workingDays: 2 },
  { position: 3, who: 'Chair', answers: 'supervise', workingDays: 5 },
] as const
/** A Thursday. */
const raisedAt = new Date('2026-11-26T10:00:00Z')
const raised = { steps, raisedAt, nation }
const answered = (position: number, outcome: Outcome, at: string) => ({
  position,
  outcome,
  answeredAt: new Date(at),
})
const said = (answers: Parameters<typeof stepsReached>[1], now: string) =>
  stepsReached(raised, answers, new Date(now)).map(
    step => `${step.position} ${step.state} ${step.from.toISOString()} ${step.dueAt.toISOString()}`,
  )
const first = '2026-11-26T10:00:00.000Z 2026-11-27T23:59:00.000Z'

describe('where a disagreement stands', () => {
  test.each([
    ['as it is raised', [], '2026-11-26T10:00:00Z', [`1 now ${first}`]],
    ['one minute before its first step runs out', [], '2026-11-27T23:58:00Z', [`1 now ${first}`]],
    [
      'when it does, it is with the manager, for two working days from then',
      [],
      '2026-11-27T23:59:00Z',
      [`1 ran-out ${first}`, '2 now 2026-11-27T23:59:00.000Z 2026-12-01T23:59:00.000Z'],
    ],
    [
      'sent up before its time, the next counts from then',
      [answered(1, 'goes-up', '2026-11-26T12:00:00Z')],
      '2026-11-26T12:00:00Z',
      [`1 answered ${first}`, '2 now 2026-11-26T12:00:00.000Z 2026-11-30T23:59:00.000Z'],
    ],
    [
      'the last step waits for ever',
      [],
      '2027-06-01T12:00:00Z',
      [
        `1 ran-out ${first}`,
        '2 ran-out 2026-11-27T23:59:00.000Z 2026-12-01T23:59:00.000Z',
        '3 now 2026-12-01T23:59:00.000Z 2026-12-08T23:59:00.000Z',
      ],
    ],
    [
      'once it is agreed nothing more happens',
      [answered(1, 'agreed', '2026-11-26T12:00:00Z')],
      '2027-06-01T12:00:00Z',
      [`1 answered ${first}`],
    ],
  ] as const)('%s', (_, answers, now, expected) => {
    expect(said(answers, now)).toEqual(expected)
  })

  test.each(['agreed', 'looked-at-again', 'stands', 'goes-up'] as const)(
    'the last step ends with any answer: %s',
    outcome => {
      const now = new Date('2027-01-01T12:00:00Z')
      const answers = [answered(3, outcome, '2026-12-10T12:00:00Z')]
      expect(openStep(stepsReached(raised, answers, now))).toBeNull()
    },
  )
})
