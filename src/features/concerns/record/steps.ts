import { z } from 'zod'
import type { WritingAct } from '#core/access/act.ts'
import type { AreaId } from '#core/access/generated/tables.ts'
import type { WhomToRing } from '#features/administration/public.ts'
import {
  askedOf,
  holds,
  readAnswers,
  sayAnswer,
  type Question,
  type Template,
} from '#features/standard/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { dropDraft } from '#platform/http/drafts.sql.ts'
import type { CountsTowards } from '#platform/http/limits.ts'
import type { Answered, PageBody, RoutePolicy, Routes, Saved } from '#platform/http/routes.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { wordsToLookAt } from '#vocabulary/careful-words.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { NEVER_HELD_UP } from '../policy.ts'
import { numbersOf, readConcern, templateAsked } from '../reading.ts'
import { words } from '../words.ts'
import {
  draftName,
  freeNumber,
  hasError,
  namesOn,
  nextPage,
  oneOn,
  pagesOf,
  readDraft,
  removeOne,
  withNumbers,
  withStep,
  saveDraft,
  type DraftPage,
  type Drafting,
} from './draft.ts'
import { CheckPage, RemovePage, StepPage, type CheckSection } from './pages.tsx'

/** How one kind of writer records: with an account, or without one. The pages and their rules are the same. */
export interface Recording<A extends WritingAct> extends Drafting {
  readonly may: RoutePolicy<A>
  /** Which limit each page that is saved counts towards. Sending meets none. */
  readonly counts: CountsTowards
  /** Who may press Send: also whoever has just done so, and is answered again. */
  readonly maySend: RoutePolicy<A>
  readonly areas: (act: A) => Promise<readonly { readonly id: AreaId; readonly name: string }[]>
  readonly rings: (act: A) => Promise<readonly WhomToRing[]>
  readonly back?: NonNullable<PageBody['back']>
  /** Where whoever comes back later goes from here. */
  readonly later: Answered
  /** What stands before the template's own answers on the last page. */
  readonly before?: (act: A, draft: FormValues) => Promise<readonly CheckSection[]>
  /** How more is said once it is sent. */
  readonly afterSending: string
  /** Sends the draft, and says where its writer goes. */
  readonly send: (act: A, draft: FormValues) => Promise<string>
}

/** What was typed is read by the template's own rules, inside the deed; here it only has to be text. */
const Typed = z.record(z.string().max(100), z.union([z.string(), z.array(z.string())]))

const DraftAt = z.object({
  draftId: idOf(),
  step: z.string().max(40),
  number: z.coerce.number().int().optional(),
})
const OneAt = z.object({ draftId: idOf(), each: z.string().max(40), number: z.coerce.number().int() })

/** The pages of a draft: each step of the template, taking someone out, and the check before sending. */
export function recordingSteps<A extends WritingAct>(app: Routes<A>, of: Recording<A>): void {
  for (const path of [`${of.base}/:draftId/:step`, `${of.base}/:draftId/:step/:number`]) {
    app.form(path, {
      may: of.may,
      looksAt: 'nothing',
      counts: of.counts,
      params: DraftAt,
      input: Typed,
      start: ({ act, params }) => readDraft(act, params.draftId),
      show: async ({ act, params, form }) => {
        const draft = await readDraft(act, params.draftId)
        const template = await templateAsked(act, draft)
        const page = pageAt(template, draft, params)
        const areas = await of.areas(act)
        const rings = page.step === 'danger' ? await of.rings(act) : []
        const { repeat } = page
        const numbers = repeat ? numbersOf(draft, repeat) : []
        const mayAdd = repeat?.step === page.step && freeNumber(repeat, numbers) !== null
        const mayRemove = repeat !== null && numbers.length > repeat.least
        return {
          title: page.title,
          body: StepPage({ form, page, areas, rings, mayAdd, mayRemove }),
          ...(of.back ? { back: of.back } : {}),
        }
      },
      save: ({ act, params, input }) => saveStep(act, of, { params, input }),
    })
  }

  app.form(`${of.base}/:draftId/remove/:each/:number`, {
    may: of.may,
    looksAt: 'nothing',
    counts: of.counts,
    params: OneAt,
    input: z.object({}),
    show: async ({ act, params, form }) => {
      const draft = await readDraft(act, params.draftId)
      const template = await templateAsked(act, draft)
      const { repeat, index, of: count } = oneOn(template, draft, params)
      const whole = readConcern(template, draft, londonDay(act.world.now()))
      const called =
        whole.parts.find(part => part.each === repeat.id && part.position === index + 1)?.called ?? ''
      return {
        title: `Remove ${repeat.one.en} ${index + 1} from this concern`,
        body: RemovePage({ form, each: repeat.id, one: repeat.one.en, called, index, of: count }),
        back: { href: `${of.base}/${params.draftId}/check`, text: 'Check your answers' },
      }
    },
    save: async ({ act, params }) => {
      await removeOne(act, of, params)
      return { to: `${of.base}/${params.draftId}/check`, notice: 'They are removed from this concern' }
    },
  })

  app.form(`${of.base}/:draftId/check`, {
    may: of.maySend,
    looksAt: 'nothing',
    counts: NEVER_HELD_UP,
    params: z.object({ draftId: idOf() }),
    input: z.object({}),
    show: async ({ act, params, form }) => {
      const draft = await readDraft(act, params.draftId)
      const before = (await of.before?.(act, draft)) ?? []
      const sections = [...before, ...(await checkSections(act, of, { draftId: params.draftId, draft }))]
      return {
        title: 'Check your answers before you send',
        body: CheckPage({ form, sections, rings: await of.rings(act), goOn: of.afterSending }),
        ...(of.back ? { back: of.back } : {}),
      }
    },
    save: async ({ act, params }) => {
      const draft = await readDraft(act, params.draftId)
      // Sent once, whatever else is open: another page of the same draft that is being sent finds it gone.
      if (!(await dropDraft(act.tx, act.viewer.id, draftName(params.draftId)))) throw fault('not-found')
      const to = await of.send(act, draft).catch((error: unknown) => {
        // The fields stand on other pages; here each unanswered line says so beside its own link.
        const fields = error instanceof Refusal && Object.keys(error.errors).some(name => name !== '')
        throw fields ? new Refusal({ '': words.notAllAnswered }) : error
      })
      return { to }
    },
  })
}

async function saveStep<A extends WritingAct>(
  act: A,
  of: Recording<A>,
  { params, input: typed }: { params: z.output<typeof DraftAt>; input: FormValues },
): Promise<Saved> {
  const { then, ...answers } = typed
  const draft = await readDraft(act, params.draftId)
  const template = await templateAsked(act, draft)
  const page = pageAt(template, draft, params)
  const at = `${of.base}/${params.draftId}`
  const whole = withFirst(template, withStep(draft, answers, namesOn(page)))
  const { errors } = readAnswers(page.questions, whole, {
    prefix: page.prefix,
    today: londonDay(act.world.now()),
  })
  const { repeat, number } = page
  const numbers = repeat ? numbersOf(whole, repeat) : []
  const unfinished = then === 'later' || then === 'remove'
  const refused = !unfinished && Object.keys(errors).length > 0
  const added = repeat && !refused && then === 'add' ? freeNumber(repeat, numbers) : null
  // What is typed is saved even where something is still missing.
  await saveDraft(
    act,
    { draftId: params.draftId, days: of.days },
    repeat && added ? withNumbers(whole, repeat, [...numbers, added]) : whole,
  )
  await act.record('concern.draft-saved', null, { draft: params.draftId, step: page.step })
  if (refused) return { refused: errors }
  if (then === 'later') return of.later
  if (then === 'remove' && repeat && numbers.length > repeat.least)
    return { to: `${at}/remove/${repeat.id}/${number}` }
  if (added) return { to: `${at}/${page.step}/${added}` }
  return { to: nextPage(act, at, { template, typed: whole, page }) }
}

/** Whoever says that there are others is asked about the first of them at once. */
function withFirst(template: Template, typed: FormValues): FormValues {
  const missing = template.repeats.filter(
    repeat => repeat.after && holds(repeat.after, typed, '') && numbersOf(typed, repeat).length === 0,
  )
  return missing.reduce((whole, repeat) => withNumbers(whole, repeat, [1]), typed)
}

function pageAt(
  template: Template,
  draft: FormValues,
  at: { step: string; number?: number | undefined },
): DraftPage {
  const path = at.number === undefined ? at.step : `${at.step}/${at.number}`
  const page = pagesOf(template, draft).find(one => one.path === path)
  if (!page) throw fault('not-found')
  return page
}

async function checkSections<A extends WritingAct>(
  act: A,
  of: Recording<A>,
  { draftId, draft }: { draftId: string; draft: FormValues },
): Promise<CheckSection[]> {
  const template = await templateAsked(act, draft)
  const areas = new Map((await of.areas(act)).map(area => [area.id, area.name]))
  const today = londonDay(act.world.now())
  const whole = readConcern(template, draft, today)
  return pagesOf(template, draft).map(page => {
    const asked = askedOf(page.questions, draft, page.prefix)
    const { answers } = readAnswers(asked, draft, { prefix: page.prefix, today })
    const rows = asked.map(question => {
      const answer = answers.find(one => one.question === question.id)
      const wrong = hasError(whole.errors, page.prefix + question.id)
      const said = answer && !wrong ? sayAnswer(question, answer, areas) : null
      return { label: question.label.en, said, lookAt: wordsOf(question, answer?.value) }
    })
    const { repeat } = page
    const removable = repeat?.step === page.step && numbersOf(draft, repeat).length > repeat.least
    return {
      title: page.title,
      called: page.called,
      href: `${of.base}/${draftId}/${page.path}`,
      rows,
      remove: removable
        ? { href: `${of.base}/${draftId}/remove/${repeat.id}/${page.number}`, one: repeat.one.en }
        : null,
    }
  })
}

/** In narrative alone, and never in the child's own words (practice B22). Nothing is kept of it, and it stops nobody. */
const wordsOf = (question: Question, value: unknown): readonly { word: string; instead: string }[] =>
  question.type === 'long-text' && question.category !== 'voice' && typeof value === 'string'
    ? wordsToLookAt(value)
    : []
