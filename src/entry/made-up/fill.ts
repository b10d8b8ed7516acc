import type { Question, Template } from '#features/standard/public.ts'
import type { Chance } from './chance.ts'

export type Typed = Record<string, string | string[]>

/** What is always answered where nothing else was said, as someone answers who has said no more than what happened. */
const PLAIN: Typed = {
  'danger-now': 'no',
  'you-know-child': 'works',
  'asked-child': 'nothing',
  'told-whom': ['manager'],
  'keep-name': 'no',
  'adult-safe-to-tell': 'not-yet-known',
  'person-basis': 'other-told',
}

/** Questions whose part is not among what was typed get the reason why there is no answer. Part by part, as they are numbered. */
export function filled(template: Template, typed: Typed, chance: Chance): Typed {
  const parts = new Map(
    template.repeats.map(repeat => [
      repeat.id,
      [...(typed[repeat.many] ?? [])].map(n => `${repeat.id}-${n}-`),
    ]),
  )
  for (const question of template.questions)
    for (const prefix of parts.get(question.each) ?? ['']) fill(question, prefix + question.id, typed, chance)
  return typed
}

// oxlint-disable-next-line max-params -- one question at one name
function fill(question: Question, name: string, typed: Typed, chance: Chance): void {
  if (isTyped(question, name, typed)) return
  const plain = PLAIN[question.id]
  if (plain !== undefined) typed[name] = plain
  else if (question.type === 'grid') typed[`${name}-rest`] = chance.hit(0.8) ? 'not-seen' : 'not-known'
  else if (question.absences.length > 0) typed[`${name}-absence`] = chance.pick(question.absences)
}

/** By what field an answer is known to be there, where it is not the one of its own name. */
const FIELDS: Partial<Record<Question['type'], readonly string[]>> = {
  'person-name': ['-given', '-family'],
  birth: ['-year'],
  day: ['-year'],
  'spoken-to': ['', '-nobody'],
  grid: ['-rest'],
}

function isTyped(question: Question, name: string, typed: Typed): boolean {
  if (`${name}-absence` in typed) return true
  return (FIELDS[question.type] ?? ['']).some(field => name + field in typed)
}
