import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import type { ConcernChildId, ConcernId, PersonRecordId } from '#core/access/generated/tables.ts'
import { demand } from '#core/access/policy.ts'
import type { Handed } from '#core/manifest/feature.ts'
import { nationOfArea } from '#features/administration/public.ts'
import { fault } from '#platform/errors/fault.ts'
import type { Routes } from '#platform/http/routes.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { sayBorn } from '#vocabulary/dates/words.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { agreesTo, mayDecide, mayHoldOrStandIn, mayRead, NEVER_HELD_UP } from '../policy.ts'
import { labelIn, outcomeLabels } from '../status/queries.ts'
import { words } from '../words.ts'
import { likelyRecords, linkRecord } from './link.ts'
import { childOn } from './child-on.ts'
import { ConcernPage } from './concern-page.tsx'
import { AgreePage, DecidePage, RecordPage, TakePage } from './pages.tsx'
import * as rows from './queries.ts'
import { answerEnding, concernToDecide, decideOnChild, takeConcern } from './service.ts'
import { viewConcern } from './view.ts'

const ConcernAt = z.object({ concernId: idOf<ConcernId>() })
const ChildAt = z.object({ concernId: idOf<ConcernId>(), childId: idOf<ConcernChildId>() })

const list = z.preprocess(
  value => (value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value),
  z.array(z.string().max(60)),
)

const DecisionTyped = z.object({
  outcomes: list.refine(chosen => chosen.length > 0, words.chooseOutcome),
  reasons: z
    .string({ error: words.giveReasons })
    .trim()
    .min(1, words.giveReasons)
    .max(10_000, 'Enter 10,000 characters or fewer'),
})

const AgreementTyped = z.object({
  agree: z.enum(['yes', 'no'], 'Choose whether you agree'),
  note: z.string().trim().max(2_000, 'Enter 2,000 characters or fewer').optional().default(''),
})

export function routes(app: Routes<Act>, has: Handed): void {
  const fromConcern = has.features.flatMap(feature => feature.fromConcern ?? [])
  app.page('/concerns/:concernId', {
    may: mayRead,
    looksAt: 'concern',
    params: ConcernAt,
    show: async ({ act, params }) => {
      const concern = await viewConcern(act, params.concernId)
      await act.record('concern.viewed', params.concernId)
      const decides = concern.decidedHere && mayDecide.allows(act.viewer)
      const may = {
        mayDecide: decides,
        maySupervise: concern.decidedHere && agreesTo({ sealed: concern.sealed !== null }).allows(act.viewer),
        mayHold: concern.sealed !== null,
        also: decides ? fromConcern.filter(one => one.may.allows(act.viewer)) : [],
      }
      return {
        title: `Concern ${concern.reference}`,
        body: ConcernPage({ concern, ...may }),
        back: may.mayDecide ? { href: '/concerns/queue', text: 'Concerns to decide' } : HOME,
      }
    },
  })

  app.form('/concerns/:concernId/take', {
    may: mayDecide,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: ConcernAt,
    input: z.object({}),
    show: async ({ act, params, form }) => {
      await concernToDecide(act, params.concernId)
      const [child] = await rows.childrenOn(act.tx, params.concernId)
      await act.record('concern.viewed', params.concernId)
      return {
        title: 'Take the concern',
        body: TakePage({ form, called: child?.called ?? '' }),
        back: backTo(params.concernId),
      }
    },
    save: async ({ act, params }) => {
      await takeConcern(act, params.concernId)
      return { to: `/concerns/${params.concernId}`, notice: 'You have taken this concern' }
    },
  })

  app.form('/concerns/:concernId/children/:childId/decide', {
    may: mayDecide,
    looksAt: 'concern',
    counts: NEVER_HELD_UP,
    params: ChildAt,
    input: DecisionTyped,
    show: async ({ act, params, form }) => {
      const { concern, child, decision } = await childOn(act, params)
      await act.record('concern.viewed', concern.id)
      const nation = await nationOfArea(act.tx, concern.areaId)
      const outcomes = await rows.outcomesOn(act.tx, nation, londonDay(act.world.now()))
      const offered = outcomes.map(one => ({ code: one.code, label: labelIn(one.label) }))
      const sentBack =
        decision?.state === 'sent-back'
          ? `${decision.agreedByName ?? ''} sent this back: ${decision.agreementNote ?? ''}`
          : null
      return {
        title: 'What happens next',
        body: DecidePage({ form, called: child.called, outcomes: offered, sentBack }),
        back: backTo(concern.id),
      }
    },
    save: async ({ act, params, input }) => {
      await decideOnChild(act, { concernId: params.concernId, concernChildId: params.childId, ...input })
      return { to: `/concerns/${params.concernId}`, notice: 'The decision is recorded' }
    },
  })

  app.form('/concerns/:concernId/children/:childId/agree', {
    may: mayHoldOrStandIn,
    looksAt: 'concern',
    params: ChildAt,
    input: AgreementTyped,
    show: async ({ act, params, form }) => {
      const { concern, child, decision } = await childOn(act, params)
      if (!decision) throw fault('not-found')
      demand(agreesTo(concern), act.viewer)
      await act.record('concern.viewed', concern.id)
      const labels = await outcomeLabels(act.tx)
      const said = decision.outcomes.map(code => labels.get(code) ?? code).join('; ')
      return {
        title: 'Agree to end this',
        body: AgreePage({
          form,
          called: child.called,
          said,
          reasons: decision.reasons,
          by: decision.decidedByName,
        }),
        back: backTo(concern.id),
      }
    },
    save: async ({ act, params, input }) => {
      const agree = input.agree === 'yes'
      await answerEnding(act, {
        concernId: params.concernId,
        concernChildId: params.childId,
        agree,
        note: input.note || null,
      })
      return {
        to: `/concerns/${params.concernId}`,
        notice: agree ? 'You have agreed' : 'It is back to be decided again',
      }
    },
  })

  app.form('/concerns/:concernId/children/:childId/record', {
    may: mayDecide,
    looksAt: 'concern',
    params: ChildAt,
    input: z.object({ record: z.union([z.literal('new'), idOf<PersonRecordId>()], 'Choose a record') }),
    show: async ({ act, params, form }) => {
      const { concern, child } = await childOn(act, params)
      await act.record('concern.viewed', concern.id)
      const likely = (await likelyRecords(act, concern.id, child.id)).map(one => ({
        id: one.id,
        name: [one.givenNames, one.familyName].filter(Boolean).join(' ') || 'Name not known',
        born: one.bornFrom && one.bornTo ? sayBorn(one.bornFrom, one.bornTo) : 'not known',
        reasonsFor: one.reasonsFor,
        reasonsAgainst: one.reasonsAgainst,
      }))
      return {
        title: 'Which record is this child',
        body: RecordPage({ form, called: child.called, sealed: concern.sealed, likely }),
        back: backTo(concern.id),
      }
    },
    save: async ({ act, params, input }) => {
      await linkRecord(act, {
        concernId: params.concernId,
        concernChildId: params.childId,
        record: input.record,
      })
      const joined = 'The record is joined to this concern'
      if (input.record === 'new') return { to: `/concerns/${params.concernId}`, notice: joined }
      return { to: `/concerns/${params.concernId}/children/${params.childId}/carry`, notice: joined }
    },
  })
}

const HOME = { href: '/', text: 'Home' }

const backTo = (concernId: ConcernId) => ({ href: `/concerns/${concernId}`, text: 'The concern' })
