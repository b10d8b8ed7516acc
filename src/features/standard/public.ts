export { categoriesOf, questionsOf, type Question, type Template } from './template.ts'
export { currentTemplate, templateOfVersion } from './queries.ts'
export { isAsked, readAnswers, type Answer, type AnswerValue } from './read-answers.ts'
