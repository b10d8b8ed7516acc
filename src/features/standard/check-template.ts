import type { z } from 'zod'
import type { StoredTemplate } from './template.ts'

/** What a template's shape does not say: every name in it stands for something, and a condition for what comes before. */
export function checkTemplate(template: StoredTemplate, check: z.RefinementCtx): void {
  const wrong = (says: string): void => check.addIssue({ code: 'custom', message: says })
  const repeats = new Map(template.repeats.map(repeat => [repeat.id, repeat]))
  const steps = new Set(template.steps.map(step => step.id))
  const faces = new Set(template.faces.map(face => face.id))
  const earlier = new Map<string, StoredTemplate['questions'][number]>()
  for (const question of template.questions) {
    const { id, step, each, list, states, askedWhen } = question
    if (earlier.has(id)) wrong(`two questions are called ${id}`)
    if (!steps.has(step)) wrong(`${id} stands on a step that is not there: ${step}`)
    if (each !== 'concern' && !repeats.has(each))
      wrong(`${id} is asked of each ${each}, which is not repeated`)
    for (const face of question.faces ?? [])
      if (!faces.has(face)) wrong(`${id} stands on a face that is not there: ${face}`)
    for (const name of [list, states])
      if (name && !template.lists[name]) wrong(`${id} is answered from a list that is not there: ${name}`)
    if (CHOSEN.has(question.type) && !list && !question.options) wrong(`${id} has nothing to choose from`)
    if ((question.type === 'grid') !== (states !== undefined))
      wrong(`${id}: a grid, and only a grid, has states`)
    if (askedWhen) {
      const first = earlier.get(askedWhen.question)
      if (!first || first.step !== step || first.each !== each)
        wrong(`${id} is asked after ${askedWhen.question}, which does not come before it on its step`)
    }
    earlier.set(id, question)
  }
  for (const { id, least, most, step, after } of template.repeats) {
    if (least > most) wrong(`there are to be at least ${least} of ${id} and at most ${most}`)
    if (!steps.has(step)) wrong(`${id} is added on a step that is not there: ${step}`)
    if (after && earlier.get(after.question)?.each !== 'concern')
      wrong(`${id} is asked of after ${after.question}, which is no question of the whole concern`)
    if ((least === 0) !== (after !== undefined))
      wrong(`${id}: what there may be none of is asked about first`)
  }
}

const CHOSEN: ReadonlySet<string> = new Set(['choice', 'choices', 'grid'])
