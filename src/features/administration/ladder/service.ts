import type { Act } from '#core/access/act.ts'
import type { PartnershipId } from '#core/access/generated/tables.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { ledPartnership } from '../partnerships/service.ts'
import { replaceSteps, type SourcedStep } from './queries.ts'
import { MOST_STEPS, type LadderTyped } from './schemas.ts'

/** Says by what steps a disagreement goes up in a partnership; with none, those of its nation hold again. */
export async function setLadder(act: Act, id: PartnershipId, typed: LadderTyped): Promise<void> {
  const partnership = await ledPartnership(act, id)
  const steps = stepsIn(typed)
  if (steps.length > 0 && typed.source === '')
    throw new Refusal({ source: 'Enter where this is written down' })
  await replaceSteps(act.tx, partnership.id, steps)
  await act.record('partnership.ladder-set', null, { partnership: partnership.id, steps: steps.length })
}

function stepsIn(typed: LadderTyped): SourcedStep[] {
  const steps: SourcedStep[] = []
  for (let n = 1; n <= MOST_STEPS; n += 1) {
    const who = typed[`who-${n}`]
    const days = typed[`days-${n}`]
    const answers = typed[`answers-${n}`]
    if (!who && !days) continue
    if (!who) throw new Refusal({ [`who-${n}`]: 'Enter who it goes to, or leave the days empty too' })
    if (!days) throw new Refusal({ [`days-${n}`]: 'Enter how many working days, from 0 to 30' })
    steps.push({
      position: steps.length + 1,
      who,
      answers: answers === 'decide-concern' ? 'decide-concern' : 'supervise',
      workingDays: Number(days),
      source: typed.source,
      status: typed.status,
    })
  }
  return steps
}
