import { z } from 'zod'
import { CATEGORIES } from '#vocabulary/categories.ts'
import { ABSENCES } from '#vocabulary/absence.ts'

const Words = z.object({ en: z.string().min(1), cy: z.string().min(1).optional() })

const Option = z.object({ code: z.string(), label: Words, hint: Words.optional() })

/** A question is asked only when another one has this answer. */
const AskedWhen = z.object({ question: z.string(), is: z.string() })

export const Question = z.object({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  label: Words,
  hint: Words.optional(),
  type: z.enum([
    'yes-no',
    'text',
    'long-text',
    'person-name',
    'birth',
    'choice',
    'choices',
    'area',
    'spoken-to',
  ]),
  each: z.enum(['concern', 'child']),
  step: z.string().regex(/^[a-z][a-z-]*$/),
  category: z.enum(CATEGORIES),
  absences: z.array(z.enum(ABSENCES)),
  options: z.array(Option).optional(),
  askedWhen: AskedWhen.optional(),
  /** A tick here is a sign noticed: a decision of no further action then needs a supervisor's agreement. */
  sign: z.boolean().optional(),
})
export type Question = z.infer<typeof Question>

export const Template = z.object({
  version: z.number().int(),
  title: Words,
  steps: z.array(z.object({ id: z.string(), title: Words })),
  questions: z.array(Question),
})
export type Template = z.infer<typeof Template>

export const questionsOf = (template: Template, step: string): Question[] =>
  template.questions.filter(question => question.step === step)

/** The categories whose answers a concern holds: what sending it opens to the agency that receives it. */
export const categoriesOf = (template: Template): Template['questions'][number]['category'][] => [
  ...new Set(template.questions.map(question => question.category)),
]
