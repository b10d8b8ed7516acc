import { currentTemplate, type Question } from '#features/standard/public.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'

/** Of the questions that a concern asks about a child, those whose answers are kept on the record, in the order of the page. */
const OF_CHILD = [
  'child-lives-with',
  'child-siblings',
  'child-legal-status',
  'child-placed-by',
  'child-plan',
  'child-workers',
  'child-language',
  'child-interpreter',
  'child-communication',
]
const LEGAL_STATUS = 'child-legal-status'
const NO_STATUS = 'none'
const ADULT = 'adult'

export const ADULT_NAME = 'adult-name'
export const RELATIONSHIP = 'adult-relationship'
export const SAFE_TO_TELL = 'adult-safe-to-tell'
export const MUST_NOT_BE_TOLD = 'not-told'
export const LANGUAGE = 'child-language'
export const INTERPRETER = 'child-interpreter'

export interface FamilyQuestions {
  readonly ofChild: readonly Question[]
  /** Of each adult around the child. */
  readonly ofAround: readonly Question[]
}

/** What a record is asked: by the same template as a concern, so that one answer serves both, with all its reasons for having none. */
export async function familyQuestions(tx: ScopedTx): Promise<FamilyQuestions> {
  const template = await currentTemplate(tx)
  const ofChild = OF_CHILD.flatMap(id => {
    const question = template.questions.find(one => one.id === id)
    if (question?.id !== LEGAL_STATUS) return question ? [question] : []
    const source = template.lists[question.list ?? '']?.source
    return [{ ...question, ...(source ? { hint: { en: `After: ${source}` } } : {}) }, sinceOf(question)]
  })
  return { ofChild, ofAround: template.questions.filter(question => question.each === ADULT) }
}

/** A concern asks which legal status a child has, and a record also since when. */
const sinceOf = (status: Question): Question => ({
  id: 'child-legal-status-since',
  label: { en: 'Since when do they have this legal status?' },
  hint: { en: 'If you only know the month or the year, leave the rest empty.' },
  type: 'day',
  each: status.each,
  step: status.step,
  category: status.category,
  absences: ['not-known', 'not-asked'],
  askedWhen: {
    question: status.id,
    is: status.options.map(option => option.code).filter(code => code !== NO_STATUS),
  },
  options: [],
  states: [],
})
