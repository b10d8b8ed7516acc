import { z } from 'zod'
import type { ReferrerAct } from '#core/access/act.ts'
import type { ReferrerId } from '#core/access/generated/tables.ts'
import { whoeverProved, whoeverSent, whoeverWrites } from '#core/access/referrer-policy.ts'
import { writeServiceEntry } from '#core/audit/ledger.ts'
import { referrerKinds } from '#core/access/referrers.sql.ts'
import type { Handed } from '#core/manifest/feature.ts'
import {
  areasForAnyone,
  whomToRing,
  whomToRingForAnyone,
  type WhomToRing,
} from '#features/administration/public.ts'
import { faceOf, currentTemplate } from '#features/standard/public.ts'
import { draftsLike, dropDraft, keptDraft } from '#platform/http/drafts.sql.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { FACE } from '../reading.ts'
import { draftName, saveDraft, startDraft } from '../record/draft.ts'
import type { CheckSection } from '../record/pages.tsx'
import { recordingSteps } from '../record/steps.ts'
import { outcomeLabels, repliesTo } from '../status/queries.ts'
import { words } from '../words.ts'
import { askToBegin, askToComeBack, begin, comeBack } from './door.ts'
import {
  BackPage,
  BeginPage,
  CodePage,
  EmptyPage,
  FurtherPage,
  LeavePage,
  NoMailPage,
  WhoPage,
} from './pages.tsx'
import { wasToldNobodyYet } from './queries.ts'
import { BackTyped, CodeTyped, EmailTyped, FurtherTyped, WhoTyped } from './schemas.ts'
import { SentPage } from './sent-page.tsx'
import {
  DAYS_A_REFERRERS_DRAFT_IS_KEPT,
  ownReceipt,
  sayFurther,
  sendWithoutAccount,
  whoWrites,
} from './service.ts'

const BASE = '/report/draft'

/** Recording a concern without an account, and coming back to it. */
export function routes(has: Handed): void {
  const { world } = has
  const locked = () =>
    writeServiceEntry(has.gate, 'report', { deed: 'report.code-locked', account: null, at: world.now() })
  const door = { gate: has.gate, world, secret: has.secret, locked }
  const anyRing = (): Promise<WhomToRing[]> => has.atDoor(tx => whomToRingForAnyone({ tx, world }))
  doorRoutes(has, door, anyRing)
  writingRoutes(has)
  sentRoutes(has)
}

type Door = Parameters<typeof askToBegin>[0]

function doorRoutes(has: Handed, door: Door, anyRing: () => Promise<WhomToRing[]>): void {
  const app = has.referrerRoutes
  const title = 'Record a concern without an account'

  app.openForm('/report', {
    input: EmailTyped,
    show: async ({ form }) => {
      const rings = await anyRing()
      return { title, body: has.mails ? BeginPage({ form, rings }) : NoMailPage({ rings }) }
    },
    save: async ({ input, visit }) => {
      if (!has.mails) throw new Refusal({ '': words.noMail })
      await askToBegin(door, { token: visit.token, address: visit.address }, input.email)
      return { to: `/report/code?then=${encodeURIComponent(visit.goOnTo)}` }
    },
  })

  app.openForm('/report/code', {
    input: CodeTyped,
    show: async ({ form }) => ({
      title: 'Enter the code from your email',
      body: CodePage({ form, rings: await anyRing(), again: '/report', ifAny: false, demo: has.demo }),
    }),
    save: async ({ input, visit }) => {
      const userId = await begin(door, { token: visit.token, address: visit.address }, input.code)
      return { to: goOn(visit.goOnTo, userId), session: { userId, state: 'open' } }
    },
  })

  app.openForm('/report/back', {
    input: BackTyped,
    show: async ({ form }) => {
      const rings = await anyRing()
      const body = has.mails ? BackPage({ form, rings }) : NoMailPage({ rings })
      return { title: 'Come back to a concern that you sent', body }
    },
    save: async ({ input, visit }) => {
      if (!has.mails) throw new Refusal({ '': words.noMail })
      await askToComeBack(door, { token: visit.token, address: visit.address }, input)
      return { to: '/report/back/code' }
    },
  })

  app.openForm('/report/back/code', {
    input: CodeTyped,
    show: async ({ form }) => ({
      title: 'Enter the code from your email',
      body: CodePage({ form, rings: await anyRing(), again: '/report/back', ifAny: true, demo: has.demo }),
    }),
    save: async ({ input, visit }) => {
      const userId = await comeBack(door, { token: visit.token, address: visit.address }, input.code)
      return { to: '/report/sent', session: { userId, state: 'open' } }
    },
  })

  app.openForm('/report/leave', {
    input: z.object({}),
    // Someone may be coming into the room.
    counts: 'nothing',
    show: async ({ form }) => ({
      title: 'Leave these pages',
      body: LeavePage({ form, rings: await anyRing() }),
    }),
    save: async () => ({ to: '/report', session: 'end', notice: 'You have left these pages' }),
  })
}

/** Back to the page that they were on, where that is one of the draft that they came to. */
const goOn = (then: string, id: ReferrerId): string =>
  then.startsWith(`${BASE}/${id}/`) ? then : '/report/you'

const ownDraft = (act: ReferrerAct): Promise<FormValues | null> =>
  keptDraft(act.tx, act.viewer.id, draftName(act.viewer.id))

function writingRoutes({ referrerRoutes: app }: Handed): void {
  app.form('/report/you', {
    may: whoeverWrites,
    looksAt: 'nothing',
    input: WhoTyped,
    start: async ({ act }) => (await ownDraft(act)) ?? {},
    show: async ({ act, form }) => ({
      title: 'About you',
      body: WhoPage({
        form,
        kinds: await referrerKinds(act.tx),
        begun: (await ownDraft(act)) !== null,
        rings: await whomToRingForAnyone(act),
      }),
    }),
    save: async ({ act, input }) => {
      await whoWrites(act, input)
      const { id } = act.viewer
      const begun = await ownDraft(act)
      const face = faceOf(await currentTemplate(act.tx), 'referrer')
      if (!begun) await startDraft(act, face, id)
      await saveDraft(
        act,
        { draftId: id, days: DAYS_A_REFERRERS_DRAFT_IS_KEPT },
        { ...begun, [FACE]: face, ...input },
      )
      await act.record(begun ? 'concern.draft-saved' : 'concern.begun', null, { draft: id })
      return { to: `${BASE}/${id}/${begun && 'danger-now' in begun ? 'check' : 'danger'}` }
    },
  })

  app.form('/report/empty', {
    may: whoeverWrites,
    looksAt: 'nothing',
    input: z.object({}),
    show: async ({ form }) => ({
      title: 'Start again with an empty form',
      body: EmptyPage({ form }),
      back: { href: '/report/you', text: 'Carry on' },
    }),
    save: async ({ act }) => {
      const { id } = act.viewer
      for (const { form } of await draftsLike(act.tx, id, '')) await dropDraft(act.tx, id, form)
      await act.record('concern.draft-removed', null, { draft: id })
      return { to: '/report/you', notice: 'What you wrote is removed' }
    },
  })

  recordingSteps(app, {
    may: whoeverWrites,
    maySend: whoeverProved,
    // Anyone can be let in by an address alone: what they save is counted, what they send is not.
    counts: 'posts',
    base: BASE,
    days: DAYS_A_REFERRERS_DRAFT_IS_KEPT,
    areas: act => areasForAnyone(act.tx),
    rings: whomToRingForAnyone,
    later: { to: '/report/leave', notice: 'It is saved' },
    before: sayWho,
    afterSending: words.moreLater,
    send: async (act, draft) => {
      await sendWithoutAccount(act, draft)
      return '/report/sent'
    },
  })
}

async function sayWho(act: ReferrerAct, draft: FormValues): Promise<CheckSection[]> {
  const who = await whoWrites(act, draft).catch((error: unknown) => {
    if (error instanceof Refusal) return null
    throw error
  })
  const row = (label: string, said: string | null) => ({ label, said, lookAt: [] })
  return [
    {
      title: 'About you',
      called: '',
      href: '/report/you',
      rows: [row('Who are you?', who?.kind.label ?? null), row('Your name', who?.name ?? null)],
      remove: null,
    },
  ]
}

function sentRoutes({ referrerRoutes: app }: Handed): void {
  app.page('/report/sent', {
    may: whoeverSent,
    looksAt: 'concern',
    show: async ({ act }) => {
      const receipt = await ownReceipt(act)
      await act.record('concern.status-viewed', receipt.concernId)
      const [replies, ring, labels, told] = [
        await repliesTo(act.tx, receipt.concernId),
        await whomToRing(act, receipt.areaId),
        await outcomeLabels(act.tx),
        await wasToldNobodyYet(act.tx, act.viewer.id),
      ]
      const nobodyYet = told && replies.every(reply => reply.step === 'received')
      return { title: 'We have your concern', body: SentPage({ receipt, replies, ring, labels, nobodyYet }) }
    },
  })

  app.form('/report/sent/add', {
    may: whoeverSent,
    looksAt: 'concern',
    input: FurtherTyped,
    show: async ({ act, form }) => {
      const receipt = await ownReceipt(act)
      await act.record('concern.status-viewed', receipt.concernId)
      const ring = await whomToRing(act, receipt.areaId)
      return {
        title: 'Add to what you sent',
        body: FurtherPage({ form, reference: receipt.reference, ring }),
        back: { href: '/report/sent', text: 'Where it stands' },
      }
    },
    save: async ({ act, input }) => {
      await sayFurther(act, { says: input.says, dangerNow: input['danger-now'] === 'yes' })
      return { to: '/report/sent', notice: 'What you added is sent' }
    },
  })
}
