import { z } from 'zod'
import { CATEGORIES, type Category } from '#vocabulary/categories.ts'
import { ABSENCES } from '#vocabulary/absence.ts'
import { checkTemplate } from './check-template.ts'

const Words = z.object({ en: z.string().min(1), cy: z.string().min(1).optional() })
const Name = z.string().regex(/^[a-z][a-z-]*$/)

/** A line of a grid may be a sign; others there make a child more likely to be harmed, and are none. */
const Option = z.object({
  code: z.string(),
  label: Words,
  hint: Words.optional(),
  sign: z.boolean().optional(),
})
export type Option = z.infer<typeof Option>

/** A question is asked only when another one of its step has one of these answers. */
const AskedWhen = z.object({
  question: Name,
  is: z.union([z.string().transform(one => [one]), z.array(z.string()).min(1)]),
})
export type AskedWhen = z.infer<typeof AskedWhen>

const StoredQuestion = z.object({
  id: Name,
  label: Words,
  hint: Words.optional(),
  type: z.enum([
    'yes-no',
    'text',
    'long-text',
    'lines',
    'person-name',
    'birth',
    'day',
    'choice',
    'choices',
    'grid',
    'area',
    'spoken-to',
  ]),
  /** 'concern', or the repeat of which each one is asked. */
  each: Name,
  step: Name,
  category: z.enum(CATEGORIES),
  absences: z.array(z.enum(ABSENCES)),
  /** The code list that is chosen from, or of a grid what its rows are. */
  list: Name.optional(),
  options: z.array(Option).optional(),
  /** Of a grid: the code list that each row is answered from. */
  states: Name.optional(),
  /** Codes that go with no other. */
  alone: z.array(z.string()).optional(),
  /** A long list is chosen from a box and not from buttons. */
  shown: z.enum(['select']).optional(),
  askedWhen: AskedWhen.optional(),
  /** The faces on which it stands; on all when left out. */
  faces: z.array(Name).optional(),
  /** A sign noticed: a decision of no further action then needs a supervisor's agreement. */
  sign: z.boolean().optional(),
})

/** What is asked several times over: of each child, of each adult around them, of each other person. */
const Repeat = z.object({
  id: Name,
  /** The field of a draft that lists their numbers. */
  many: Name,
  least: z.number().int().min(0),
  most: z.number().int().min(1),
  one: Words,
  /** The step on which another one is added. */
  step: Name,
  /** They are asked about only after this answer of the whole concern's, on that step. */
  after: AskedWhen.optional(),
})
export type Repeat = z.infer<typeof Repeat>

/** Versions 0 and 1 were made when only children were repeated. */
const ONLY_CHILDREN = [
  { id: 'child', many: 'children', least: 1, most: 12, one: { en: 'child' }, step: 'child' },
]

export const StoredTemplate = z
  .object({
    version: z.number().int(),
    title: Words,
    /** Who is asked: the same concern, seen by someone who noticed and by someone who works with the child. */
    faces: z
      .array(
        z.object({
          id: Name,
          title: Words,
          hint: Words,
          /** The only reasons that it offers, but where a question has none of them. */
          absences: z.array(z.enum(ABSENCES)).optional(),
        }),
      )
      .default([]),
    repeats: z.array(Repeat).default(ONLY_CHILDREN),
    steps: z.array(z.object({ id: Name, title: Words, lead: Words.optional() })),
    lists: z
      .record(Name, z.object({ source: z.string().min(1), options: z.array(Option).min(1) }))
      .default({}),
    questions: z.array(StoredQuestion),
  })
  .superRefine(checkTemplate)
export type StoredTemplate = z.infer<typeof StoredTemplate>

/** A question with the options of its code lists beside it. */
export type Question = Omit<z.infer<typeof StoredQuestion>, 'options' | 'states'> & {
  readonly options: readonly Option[]
  readonly states: readonly Option[]
}

export type Template = Omit<StoredTemplate, 'questions'> & { readonly questions: readonly Question[] }

/** @throws ZodError where a document is no whole template */
export function readTemplate(document: unknown): Template {
  const stored = StoredTemplate.parse(document)
  const listed = (name: string | undefined) => (name ? (stored.lists[name]?.options ?? []) : [])
  return {
    ...stored,
    questions: stored.questions.map(question => ({
      ...question,
      options: question.options ?? listed(question.list),
      states: listed(question.states),
    })),
  }
}

/**
 * The template as one sender is asked it: by its face, and of the categories that their role writes. Everything else
 * works from what this returns: a question that is not in it has no field, no check and no answer.
 */
export function templateFor(
  template: Template,
  asked: { face: string; writes: ReadonlySet<Category> },
): Template {
  const only = template.faces.find(face => face.id === asked.face)?.absences
  const questions = template.questions
    .filter(
      question =>
        asked.writes.has(question.category) && (!question.faces || question.faces.includes(asked.face)),
    )
    .map(question => {
      const absences = question.absences.filter(absence => !only || only.includes(absence))
      return absences.length > 0 ? { ...question, absences } : question
    })
  const steps = template.steps.filter(step => questions.some(question => question.step === step.id))
  const repeats = template.repeats.filter(repeat => questions.some(question => question.each === repeat.id))
  return { ...template, questions, steps, repeats }
}

/** The face that was chosen, or the first: a draft from before there were faces has none. */
export const faceOf = (template: Template, chosen: unknown): string =>
  template.faces.find(face => face.id === chosen)?.id ?? template.faces[0]?.id ?? ''

export const questionsOf = (template: Template, step: string): Question[] =>
  template.questions.filter(question => question.step === step)

/** The categories whose answers a concern holds: what sending it opens to the agency that receives it. */
export const categoriesOf = (template: Template): Category[] => [
  ...new Set(template.questions.map(question => question.category)),
]
