import type { Feature } from '#core/manifest/feature.ts'

export {
  categoriesOf,
  faceOf,
  questionsOf,
  readTemplate,
  templateFor,
  type Question,
  type Repeat,
  type Template,
} from './template.ts'
export { currentTemplate, templateOfVersion } from './queries.ts'
export { ABSENT, CHOSEN, askedOf, holds, readAnswers, type Answer, type AnswerValue } from './read-answers.ts'
export { noticesSign } from './signs.ts'
export { QuestionFields, type AreaChoice } from './question-fields.tsx'
export { sayAnswer } from './say-answer.ts'

export const standard: Feature = { name: 'standard' }
