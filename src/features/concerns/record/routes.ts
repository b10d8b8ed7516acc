import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import { areasToSendTo, whomToRingAnywhere } from '#features/administration/public.ts'
import {
  currentTemplate,
  isAsked,
  questionsOf,
  readAnswers,
  sayAnswer,
  type Template,
} from '#features/standard/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { dropDraft } from '#platform/http/drafts.sql.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { Routes, Saved } from '#platform/http/routes.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { mayRecord, NEVER_HELD_UP } from '../policy.ts'
import { words } from '../words.ts'
import { childrenOf, readConcern } from '../reading.ts'
import { sendConcern } from '../send/service.ts'
import {
  draftName,
  freeNumber,
  namesOf,
  nextPage,
  pagesOf,
  readDraft,
  removeChild,
  startDraft,
  withStep,
  writeDraft,
  type DraftPage,
} from './draft.ts'
import { CheckPage, RemoveChildPage, StartPage, StepPage, type CheckSection } from './pages.tsx'

/** What was typed is read by the template's own rules, inside the deed; here it only has to be text. */
const Typed = z.record(z.string().max(100), z.union([z.string(), z.array(z.string())]))

const DraftAt = z.object({
  draftId: idOf(),
  step: z.string().max(40),
  child: z.coerce.number().int().optional(),
})

export function routes(app: Routes<Act>): void {
  app.form('/concerns/new', {
    may: mayRecord,
    looksAt: 'nothing',
    counts: NEVER_HELD_UP,
    input: z.object({}),
    show: async ({ act, form }) => ({
      title: 'Record a concern about a child',
      body: StartPage({ form, rings: await whomToRingAnywhere(act) }),
    }),
    save: async ({ act }) => {
      const draftId = await startDraft(act)
      await act.record('concern.begun', null, { draft: draftId })
      return { to: `/concerns/draft/${draftId}/danger` }
    },
  })

  for (const path of ['/concerns/draft/:draftId/:step', '/concerns/draft/:draftId/:step/:child']) {
    app.form(path, {
      may: mayRecord,
      looksAt: 'nothing',
      counts: NEVER_HELD_UP,
      params: DraftAt,
      input: Typed,
      start: ({ act, params }) => readDraft(act, params.draftId),
      show: async ({ act, params, form }) => {
        const draft = await readDraft(act, params.draftId)
        const template = await currentTemplate(act.tx)
        const page = pageAt(template, draft, params)
        const areas = await areasToSendTo(act)
        const rings = page.step === 'danger' ? await whomToRingAnywhere(act) : []
        const children = childrenOf(draft)
        const mayAddChild = page.child !== undefined && freeNumber(children) !== null
        const mayRemove = page.child !== undefined && children.length > 1
        return {
          title: page.title,
          body: StepPage({ form, template, page, areas, rings, mayAddChild, mayRemove }),
          back: HOME,
        }
      },
      save: ({ act, params, input }) => saveStep(act, params, input),
    })
  }

  app.form('/concerns/draft/:draftId/remove/:child', {
    may: mayRecord,
    looksAt: 'nothing',
    counts: NEVER_HELD_UP,
    params: z.object({ draftId: idOf(), child: z.coerce.number().int() }),
    input: z.object({}),
    show: async ({ act, params, form }) => {
      const draft = await readDraft(act, params.draftId)
      const child = childOn(draft, params.child)
      const whole = readConcern(await currentTemplate(act.tx), draft, londonDay(act.world.now()))
      return {
        title: 'Remove a child from this concern',
        body: RemoveChildPage({ form, called: whole.children[child.index]?.called ?? '', ...child }),
        back: { href: `/concerns/draft/${params.draftId}/check`, text: 'Check your answers' },
      }
    },
    save: async ({ act, params }) => {
      await removeChild(act, params)
      return { to: `/concerns/draft/${params.draftId}/check`, notice: 'The child is removed' }
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
        throw error instanceof Refusal ? new Refusal({ '': words.notAllAnswered }) : error
      })
      return { to: `/concerns/sent/${sent.concernId}` }
    },
  })
}

const HOME = { href: '/', text: 'Home' }

async function saveStep(act: Act, params: z.output<typeof DraftAt>, typed: FormValues): Promise<Saved> {
  const { then, ...answers } = typed
  const template = await currentTemplate(act.tx)
  const draft = await readDraft(act, params.draftId)
  const page = pageAt(template, draft, params)
  let whole = withStep(draft, answers, namesOf(template, page.step, page.prefix))
  const { errors } = readAnswers(questionsOf(template, page.step), whole, {
    prefix: page.prefix,
    today: londonDay(act.world.now()),
  })
  const unfinished = then === 'later' || then === 'remove-child'
  if (!unfinished && Object.keys(errors).length > 0) {
    // What is typed is saved even where something is still missing.
    await writeDraft(act, params.draftId, whole)
    await act.record('concern.draft-saved', null, { draft: params.draftId, step: page.step })
    return { refused: errors }
  }
  const numbers = childrenOf(whole)
  const added = then === 'add-child' ? freeNumber(numbers) : null
  if (added) whole = { ...whole, children: [...numbers, added].map(String) }
  await writeDraft(act, params.draftId, whole)
  await act.record('concern.draft-saved', null, { draft: params.draftId, step: page.step })
  if (then === 'later') return { to: '/concerns/mine', notice: 'Saved. You can come back to it from here.' }
  if (then === 'remove-child' && page.child && numbers.length > 1)
    return { to: `/concerns/draft/${params.draftId}/remove/${page.child}` }
  if (added) return { to: `/concerns/draft/${params.draftId}/${page.step}/${added}` }
  return {
    to: nextPage(act, params.draftId, {
      template,
      typed: whole,
      step: page.step,
      ...(page.child ? { child: page.child } : {}),
    }),
  }
}

/** Which of the children a number on a draft is; the only child cannot be removed. */
function childOn(draft: FormValues, child: number): { index: number; of: number } {
  const children = childrenOf(draft)
  const index = children.indexOf(child)
  if (index < 0 || children.length < 2) throw fault('not-found')
  return { index, of: children.length }
}

function pageAt(
  template: Template,
  draft: FormValues,
  at: { step: string; child?: number | undefined },
): DraftPage {
  const page = pagesOf(template, draft).find(one => one.step === at.step && one.child === at.child)
  if (!page) throw fault('not-found')
  return page
}

async function checkSections(act: Act, draft: FormValues): Promise<CheckSection[]> {
  const template = await currentTemplate(act.tx)
  const areas = new Map((await areasToSendTo(act)).map(area => [area.id, area.name]))
  return pagesOf(template, draft).map(page => {
    const asked = questionsOf(template, page.step).filter(question => isAsked(question, draft, page.prefix))
    const { answers } = readAnswers(asked, draft, { prefix: page.prefix, today: londonDay(act.world.now()) })
    const rows = asked.map(question => {
      const answer = answers.find(one => one.question === question.id)
      return { label: question.label.en, said: answer ? sayAnswer(question, answer, areas) : null }
    })
    const removable = page.child !== undefined && childrenOf(draft).length > 1
    return { title: page.title, path: page.path, rows, remove: removable ? `remove/${page.child}` : null }
  })
}
