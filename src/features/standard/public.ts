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
export { answersSchema, type Choosable } from './json/schema-of.ts'
export { typedFrom, type GivenAnswers } from './json/typed-from.ts'
export { SAYS_SOMETHING } from './json/patterns.ts'
export { LONGEST_NAME } from './json/limits.ts'
export { sayAnswer } from './say-answer.ts'

export const standard: Feature = { name: 'standard' }
