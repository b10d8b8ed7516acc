import type { Feature } from '#core/manifest/feature.ts'

export { categoriesOf, questionsOf, type Question, type Template } from './template.ts'
export { currentTemplate, templateOfVersion } from './queries.ts'
export { isAsked, readAnswers, type Answer, type AnswerValue } from './read-answers.ts'
export { QuestionField, type AreaChoice } from './question-fields.tsx'
export { sayAnswer } from './say-answer.ts'

export const standard: Feature = { name: 'standard' }
