import type { Act, WritingAct } from '#core/access/act.ts'
import { calledIn, FACE, numbersOf, prefixOf, readConcern, templateAsked } from '../reading.ts'
import { questionsOf, type Question, type Repeat, type Template } from '#features/standard/public.ts'
import { DAYS_KEPT, dropDraft, draftsLike, keepDraft, keptDraft } from '#platform/http/drafts.sql.ts'
import { fault } from '#platform/errors/fault.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { londonDay } from '#vocabulary/dates/london.ts'

/** Where drafts of one kind of writer stand, and for how long. */
export interface Drafting {
  readonly base: string
  readonly days: number
}

/** A concern that is being written lies among its author's drafts; nobody else can read it. */
export const draftName = (draftId: string): string => `concern:${draftId}`

export async function startDraft(
  act: WritingAct,
  face: string,
  draftId: string = act.world.uuid(),
): Promise<string> {
  await writeDraft(act, draftId, { [FACE]: face })
  return draftId
}

export async function readDraft(act: WritingAct, draftId: string): Promise<FormValues> {
  const typed = await keptDraft(act.tx, act.viewer.id, draftName(draftId))
  if (!typed) throw fault('not-found')
  return typed
}

export const writeDraft = (act: WritingAct, draftId: string, typed: FormValues): Promise<void> =>
  saveDraft(act, { draftId, days: DAYS_KEPT }, typed)

export const saveDraft = (
  act: WritingAct,
  of: { draftId: string; days: number },
  typed: FormValues,
): Promise<void> =>
  keepDraft(act.tx, {
    userId: act.viewer.id,
    form: draftName(of.draftId),
    typed,
    now: act.world.now(),
    hours: of.days * 24,
  })

export interface DraftListed {
  readonly draftId: string
  readonly savedAt: Date
}

export async function draftsOf(act: Act): Promise<DraftListed[]> {
  const drafts = await draftsLike(act.tx, act.viewer.id, 'concern:')
  return drafts.map(draft => ({ draftId: draft.form.slice('concern:'.length), savedAt: draft.savedAt }))
}

/** A question's field, or one of the fields it is made of. */
const belongs = (name: string, questions: readonly string[]): boolean =>
  questions.some(own => name === own || name.startsWith(`${own}-`))

/** Where one step's answers go over what was there: boxes that are no longer ticked are gone from what is sent. */
export function withStep(draft: FormValues, typed: FormValues, names: readonly string[]): FormValues {
  const kept = Object.entries(draft).filter(([name]) => !belongs(name, names))
  const asked = Object.entries(typed).filter(([name]) => belongs(name, names))
  return Object.fromEntries([...kept, ...asked])
}

export const namesOn = (page: DraftPage): string[] =>
  page.questions.map(question => page.prefix + question.id)

/** The lowest number that none of them has; null when there are as many as there may be. */
export function freeNumber(repeat: Repeat, numbers: readonly number[]): number | null {
  const all = Array.from({ length: repeat.most }, (_, index) => index + 1)
  return all.find(number => !numbers.includes(number)) ?? null
}

export const withNumbers = (typed: FormValues, repeat: Repeat, numbers: readonly number[]): FormValues => ({
  ...typed,
  [repeat.many]: numbers.map(String),
})

/** Which of them a number on a draft is, where one may be taken out. */
export function oneOn(
  template: Template,
  draft: FormValues,
  at: { each: string; number: number },
): { repeat: Repeat; index: number; of: number } {
  const repeat = template.repeats.find(one => one.id === at.each)
  const numbers = repeat ? numbersOf(draft, repeat) : []
  const index = numbers.indexOf(at.number)
  if (!repeat || index < 0 || numbers.length <= repeat.least) throw fault('not-found')
  return { repeat, index, of: numbers.length }
}

/** Takes a child or another person, and all that was answered about them, out of a draft. */
export async function removeOne(
  act: WritingAct,
  of: Drafting,
  at: { draftId: string; each: string; number: number },
): Promise<void> {
  const draft = await readDraft(act, at.draftId)
  const template = await templateAsked(act, draft)
  const { repeat } = oneOn(template, draft, at)
  const left = numbersOf(draft, repeat).filter(number => number !== at.number)
  // With nobody left it is asked again whether there is someone.
  const asked = left.length === 0 ? repeat.after?.question : undefined
  const kept = Object.entries(draft).filter(
    ([name]) => !name.startsWith(prefixOf(at.each, at.number)) && name !== asked,
  )
  await saveDraft(
    act,
    { draftId: at.draftId, days: of.days },
    withNumbers(Object.fromEntries(kept), repeat, left),
  )
  // What was typed on this one's pages when a session ended would otherwise come back under the next.
  for (const page of pagesOf(template, draft)) {
    if (page.repeat?.id === at.each && page.number === at.number)
      await dropDraft(act.tx, act.viewer.id, `${of.base}/${at.draftId}/${page.path}`)
  }
  await act.record('concern.draft-part-removed', null, { draft: at.draftId, each: at.each })
}

/** The page after this one: the next that still lacks something, or the check of the answers. */
export function nextPage(
  act: WritingAct,
  base: string,
  at: { template: Template; typed: FormValues; page: DraftPage },
): string {
  const { errors } = readConcern(at.template, at.typed, londonDay(act.world.now()))
  const pages = pagesOf(at.template, at.typed)
  const here = pages.findIndex(page => page.path === at.page.path)
  const lacking = pages.slice(here + 1).find(page => namesOn(page).some(name => hasError(errors, name)))
  return `${base}/${lacking ? lacking.path : 'check'}`
}

export const hasError = (errors: Readonly<Record<string, string>>, name: string): boolean =>
  Object.keys(errors).some(field => field === name || field.startsWith(`${name}-`))

export interface DraftPage {
  readonly step: string
  readonly title: string
  readonly lead: string | null
  /** Set on a page about one of several, with which of them it is. */
  readonly repeat: Repeat | null
  readonly number: number | null
  /** Whom it is about, as far as their name is known. Never in a page's title: a browser remembers those. */
  readonly called: string
  readonly prefix: string
  readonly path: string
  readonly questions: readonly Question[]
}

/** The pages of a draft in order: of each step what is asked once, then what is asked of each child or other person. */
export function pagesOf(template: Template, typed: FormValues): DraftPage[] {
  return template.steps.flatMap(step => {
    const questions = questionsOf(template, step.id)
    const shared = { step: step.id, lead: step.lead?.en ?? null }
    const once = questions.filter(question => question.each === 'concern')
    const first: DraftPage = {
      ...shared,
      title: step.title.en,
      repeat: null,
      number: null,
      called: '',
      prefix: '',
      path: step.id,
      questions: once,
    }
    const each = template.repeats.flatMap((repeat): DraftPage[] => {
      const own = questions.filter(question => question.each === repeat.id)
      const numbers = own.length > 0 ? numbersOf(typed, repeat) : []
      return numbers.map((number, index) => ({
        ...shared,
        title: numbers.length > 1 ? `${step.title.en} (${index + 1} of ${numbers.length})` : step.title.en,
        repeat,
        number,
        called: calledIn(typed, repeat.id, number),
        prefix: prefixOf(repeat.id, number),
        path: `${step.id}/${number}`,
        questions: own,
      }))
    })
    return once.length > 0 ? [first, ...each] : each
  })
}
