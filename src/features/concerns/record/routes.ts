import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import { areasToSendTo, whomToRingAnywhere } from '#features/administration/public.ts'
import {
  askedOf,
  currentTemplate,
  faceOf,
  holds,
  readAnswers,
  sayAnswer,
  type Question,
  type Template,
} from '#features/standard/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { dropDraft } from '#platform/http/drafts.sql.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { Routes, Saved } from '#platform/http/routes.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { wordsToLookAt } from '#vocabulary/careful-words.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { mayRecord, NEVER_HELD_UP } from '../policy.ts'
import { words } from '../words.ts'
import { FACE, numbersOf, readConcern, templateAsked } from '../reading.ts'
import { sendConcern } from '../send/service.ts'
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
  startDraft,
  withNumbers,
  withStep,
  writeDraft,
  type DraftPage,
} from './draft.ts'
import { CheckPage, RemovePage, StartPage, StepPage, type CheckSection } from './pages.tsx'

/** What was typed is read by the template's own rules, inside the deed; here it only has to be text. */
const Typed = z.record(z.string().max(100), z.union([z.string(), z.array(z.string())]))

const DraftAt = z.object({
  draftId: idOf(),
  step: z.string().max(40),
  number: z.coerce.number().int().optional(),
})
const OneAt = z.object({ draftId: idOf(), each: z.string().max(40), number: z.coerce.number().int() })

export function routes(app: Routes<Act>): void {
  app.form('/concerns/new', {
    may: mayRecord,
    looksAt: 'nothing',
    counts: NEVER_HELD_UP,
    input: z.object({ [FACE]: z.string().max(40).optional() }),
    show: async ({ act, form }) => ({
      title: 'Record a concern about a child',
      body: StartPage({
        form,
        faces: (await currentTemplate(act.tx)).faces.map(face => ({
          id: face.id,
          title: face.title.en,
          hint: face.hint.en,
        })),
        rings: await whomToRingAnywhere(act),
      }),
    }),
    save: async ({ act, input }) => {
      const draftId = await startDraft(act, faceOf(await currentTemplate(act.tx), input[FACE]))
      await act.record('concern.begun', null, { draft: draftId })
      return { to: `/concerns/draft/${draftId}/danger` }
    },
  })

  for (const path of ['/concerns/draft/:draftId/:step', '/concerns/draft/:draftId/:step/:number']) {
    app.form(path, {
      may: mayRecord,
      looksAt: 'nothing',
      counts: NEVER_HELD_UP,
      params: DraftAt,
      input: Typed,
      start: ({ act, params }) => readDraft(act, params.draftId),
      show: async ({ act, params, form }) => {
        const draft = await readDraft(act, params.draftId)
        const template = await templateAsked(act, draft)
        const page = pageAt(template, draft, params)
        const areas = await areasToSendTo(act)
        const rings = page.step === 'danger' ? await whomToRingAnywhere(act) : []
        const { repeat } = page
        const numbers = repeat ? numbersOf(draft, repeat) : []
        const mayAdd = repeat?.step === page.step && freeNumber(repeat, numbers) !== null
        const mayRemove = repeat !== null && numbers.length > repeat.least
        return {
          title: page.title,
          body: StepPage({ form, page, areas, rings, mayAdd, mayRemove }),
          back: HOME,
        }
      },
      save: ({ act, params, input }) => saveStep(act, params, input),
    })
  }

  app.form('/concerns/draft/:draftId/remove/:each/:number', {
    may: mayRecord,
    looksAt: 'nothing',
    counts: NEVER_HELD_UP,
    params: OneAt,
    input: z.object({}),
    show: async ({ act, params, form }) => {
      const draft = await readDraft(act, params.draftId)
      const template = await templateAsked(act, draft)
      const { repeat, index, of } = oneOn(template, draft, params)
      const whole = readConcern(template, draft, londonDay(act.world.now()))
      const called =
        whole.parts.find(part => part.each === repeat.id && part.position === index + 1)?.called ?? ''
      return {
        title: `Remove ${repeat.one.en} ${index + 1} from this concern`,
        body: RemovePage({ form, each: repeat.id, one: repeat.one.en, called, index, of }),
        back: { href: `/concerns/draft/${params.draftId}/check`, text: 'Check your answers' },
      }
    },
    save: async ({ act, params }) => {
      await removeOne(act, params)
      return { to: `/concerns/draft/${params.draftId}/check`, notice: 'They are removed from this concern' }
    },
  })

  app.form('/concerns/draft/:draftId/check', {
    may: mayRecord,
    looksAt: 'nothing',
    counts: NEVER_HELD_UP,
    params: z.object({ draftId: idOf() }),
    input: z.object({}),
    show: async ({ act, params, form }) => {
      const draft = await readDraft(act, params.draftId)
      const sections = await checkSections(act, draft)
      return {
        title: 'Check your answers before you send',
        body: CheckPage({ form, draftId: params.draftId, sections, rings: await whomToRingAnywhere(act) }),
        back: HOME,
      }
    },
    save: async ({ act, params }) => {
      const draft = await readDraft(act, params.draftId)
      // Sent once, whatever else is open: another page of the same draft that is being sent finds it gone.
      if (!(await dropDraft(act.tx, act.viewer.id, draftName(params.draftId)))) throw fault('not-found')
      const sent = await sendConcern(act, draft).catch((error: unknown) => {
        // The fields stand on other pages; here each unanswered line says so beside its own link.
        const fields = error instanceof Refusal && Object.keys(error.errors).some(name => name !== '')
        throw fields ? new Refusal({ '': words.notAllAnswered }) : error
      })
      return { to: `/concerns/sent/${sent.concernId}` }
    },
  })
}

const HOME = { href: '/', text: 'Home' }

async function saveStep(act: Act, params: z.output<typeof DraftAt>, typed: FormValues): Promise<Saved> {
  const { then, ...answers } = typed
  const draft = await readDraft(act, params.draftId)
  const template = await templateAsked(act, draft)
  const page = pageAt(template, draft, params)
  const at = `/concerns/draft/${params.draftId}`
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
  await writeDraft(
    act,
    params.draftId,
    repeat && added ? withNumbers(whole, repeat, [...numbers, added]) : whole,
  )
  await act.record('concern.draft-saved', null, { draft: params.draftId, step: page.step })
  if (refused) return { refused: errors }
  if (then === 'later') return { to: '/concerns/mine', notice: 'Saved. You can come back to it from here.' }
  if (then === 'remove' && repeat && numbers.length > repeat.least)
    return { to: `${at}/remove/${repeat.id}/${number}` }
  if (added) return { to: `${at}/${page.step}/${added}` }
  return { to: nextPage(act, params.draftId, { template, typed: whole, page }) }
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

async function checkSections(act: Act, draft: FormValues): Promise<CheckSection[]> {
  const template = await templateAsked(act, draft)
  const areas = new Map((await areasToSendTo(act)).map(area => [area.id, area.name]))
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
      path: page.path,
      rows,
      remove: removable ? { path: `remove/${repeat.id}/${page.number}`, one: repeat.one.en } : null,
    }
  })
}

/** In narrative alone, and never in the child's own words (practice B22). Nothing is kept of it, and it stops nobody. */
const wordsOf = (question: Question, value: unknown): readonly { word: string; instead: string }[] =>
  question.type === 'long-text' && question.category !== 'voice' && typeof value === 'string'
    ? wordsToLookAt(value)
    : []
