import type { Act } from '#core/access/act.ts'
import { childrenOf, childPrefix, MOST_CHILDREN, readConcern } from '../reading.ts'
import { currentTemplate, questionsOf, type Template } from '#features/standard/public.ts'
import { dropDraft, draftsLike, keepDraft, keptDraft } from '#platform/http/drafts.sql.ts'
import { fault } from '#platform/errors/fault.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { londonDay } from '#vocabulary/dates/london.ts'

/** A concern that is being written lies among its author's drafts; nobody else can read it. */
export const draftName = (draftId: string): string => `concern:${draftId}`

export async function startDraft(act: Act): Promise<string> {
  const draftId = act.world.uuid()
  await writeDraft(act, draftId, { children: ['1'] })
  return draftId
}

export async function readDraft(act: Act, draftId: string): Promise<FormValues> {
  const typed = await keptDraft(act.tx, act.viewer.id, draftName(draftId))
  if (!typed) throw fault('not-found')
  return typed
}

export const writeDraft = (act: Act, draftId: string, typed: FormValues): Promise<void> =>
  keepDraft(act.tx, { userId: act.viewer.id, form: draftName(draftId), typed, now: act.world.now() })

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

export const namesOf = (template: Template, step: string, prefix: string): string[] =>
  questionsOf(template, step).map(question => prefix + question.id)

/** The lowest number that no child on the draft has; null when it holds as many as it may. */
export function freeNumber(children: readonly number[]): number | null {
  const numbers = Array.from({ length: MOST_CHILDREN }, (_, index) => index + 1)
  return numbers.find(number => !children.includes(number)) ?? null
}

/** Takes a child and all that was answered about them out of a draft; with one child left there is none to take. */
export async function removeChild(act: Act, at: { draftId: string; child: number }): Promise<void> {
  const draft = await readDraft(act, at.draftId)
  const left = childrenOf(draft).filter(number => number !== at.child)
  if (left.length === 0 || left.length === childrenOf(draft).length) throw fault('not-found')
  const kept = Object.entries(draft).filter(([name]) => !name.startsWith(childPrefix(at.child)))
  await writeDraft(act, at.draftId, { ...Object.fromEntries(kept), children: left.map(String) })
  // What was typed on this child's pages when a session ended would otherwise come back under the next child.
  for (const page of pagesOf(await currentTemplate(act.tx), draft)) {
    if (page.child === at.child)
      await dropDraft(act.tx, act.viewer.id, `/concerns/draft/${at.draftId}/${page.path}`)
  }
  await act.record('concern.draft-child-removed', null, { draft: at.draftId })
}

/** The page after this one: the next that still lacks something, or the check of the answers. */
export function nextPage(
  act: Act,
  draftId: string,
  at: { template: Template; typed: FormValues; step: string; child?: number },
): string {
  const { errors } = readConcern(at.template, at.typed, londonDay(act.world.now()))
  const pages = pagesOf(at.template, at.typed)
  const here = pages.findIndex(page => page.step === at.step && page.child === at.child)
  const lacking = pages
    .slice(here + 1)
    .find(page => namesOf(at.template, page.step, page.prefix).some(name => hasError(errors, name)))
  return `/concerns/draft/${draftId}/${lacking ? lacking.path : 'check'}`
}

export const hasError = (errors: Readonly<Record<string, string>>, name: string): boolean =>
  Object.keys(errors).some(field => field === name || field.startsWith(`${name}-`))

export interface DraftPage {
  readonly step: string
  readonly title: string
  readonly child?: number
  readonly prefix: string
  readonly path: string
}

/** The pages of a draft in order: one for each step, and for the step about a child one for each child. */
export function pagesOf(template: Template, typed: FormValues): DraftPage[] {
  return template.steps.flatMap((step): DraftPage[] => {
    const perChild = questionsOf(template, step.id).some(question => question.each === 'child')
    if (!perChild) return [{ step: step.id, title: step.title.en, prefix: '', path: step.id }]
    const numbers = childrenOf(typed)
    return numbers.map((child, index) => ({
      step: step.id,
      title: numbers.length > 1 ? `${step.title.en} (${index + 1} of ${numbers.length})` : step.title.en,
      child,
      prefix: childPrefix(child),
      path: `${step.id}/${child}`,
    }))
  })
}
