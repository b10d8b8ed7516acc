import { actAsReferrer } from '#core/audit/acting.ts'
import type { ReferrerId } from '#core/access/generated/tables.ts'
import { PROVED } from '#entry/build-app.ts'
import { startDraft, writeDraft } from '#features/concerns/record/draft.ts'
import { sendWithoutAccount } from '#features/concerns/referrers/service.ts'
import { startSessionOf } from '#platform/http/sessions.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { browsing, type Browsing } from '../browser-like.ts'
import { codeFor, referred } from '../referring.ts'
import type { TestApp } from '../test-app.ts'
import { concernTyped, sent } from './concerns.ts'
import { word } from './making.ts'
import { DECIDERS } from './roles.ts'
import { form, page, type Row } from './row.ts'
import { ACCOUNT, CHILD, REASONS } from './words.ts'

const anyone = { may: 'anyone', by: 'nobody', of: 'nothing' } as const
/** Whoever proved an address; nobody who is signed in. */
const referrer = { may: 'anyone', by: 'nobody', of: 'children', hides: [CHILD, ACCOUNT, REASONS] } as const
const address = (t: TestApp): string => `${word(t)}@fresh.example`

/** Someone who proved an address and has sent nothing. */
async function someone(t: TestApp): Promise<ReferrerId> {
  const id = t.world.uuid<ReferrerId>()
  const now = t.world.now()
  await t.database.superuser
    .insertInto('referrer')
    .values({ id, email: address(t), begunAt: now, provenAt: now })
    .execute()
  return id
}

const asReferrer = (t: TestApp, id: ReferrerId, work: Parameters<typeof actAsReferrer>[2]) =>
  actAsReferrer({ db: t.door('sightline_app'), world: t.world }, id, work)

const browserOf = (t: TestApp, id: ReferrerId) => async (): Promise<Browsing> => {
  const browser = browsing(t.app)
  const gate = t.door('sightline_gate')
  browser.cookies.set(
    PROVED.cookie,
    await startSessionOf({ gate, world: t.world }, { userId: id, state: 'open', kind: PROVED.kind }),
  )
  return browser
}

async function writing(t: TestApp, typed: FormValues = {}) {
  const id = await someone(t)
  await asReferrer(t, id, async act => {
    await startDraft(act, 'referrer', id)
    await writeDraft(act, id, { face: 'referrer', 'referrer-kind': 'public', children: ['1'], ...typed })
  })
  return { id, browser: browserOf(t, id) }
}

async function whoSent(t: TestApp) {
  const id = await someone(t)
  await asReferrer(t, id, act =>
    sendWithoutAccount(act, { ...concernTyped(t), face: 'referrer', 'referrer-kind': 'hotel' }),
  )
  return { ids: {}, browser: browserOf(t, id) }
}

/** A browser that has asked for a code, and the code that came. */
function asking(t: TestApp, ask: (browser: Browsing) => Promise<string>) {
  let email = ''
  return {
    ids: {},
    browser: async () => {
      const browser = browsing(t.app)
      email = await ask(browser)
      return browser
    },
    typed: async () => ({ code: await codeFor(t, email) }),
  }
}

/** Before anyone is let in; these stand in the table of all. */
export const doorRows = [
  form('/report', { ...anyone, ready: async t => ({ ids: {}, typed: { email: address(t) } }) }),
  form('/report/code', {
    ...anyone,
    ready: async t =>
      asking(t, async browser => {
        const email = address(t)
        await browser.submit('/report', { email })
        return email
      }),
  }),
  form('/report/back', {
    ...anyone,
    ready: async t => ({ ids: {}, typed: { email: address(t), reference: 'CON-7K3M-2QX9' } }),
  }),
  form('/report/back/code', {
    ...anyone,
    ready: async t => {
      const email = address(t)
      const { reference } = await referred(t, { email, kind: 'hotel' })
      return asking(t, async browser => {
        await browser.submit('/report/back', { email, reference })
        return email
      })
    },
  }),
  form('/report/leave', { ...anyone, ready: async () => ({ ids: {}, typed: {} }) }),
  page('/outbox', anyone),
]

/** For those who decide, on what a referrer said later. */
export const furtherRows = [
  form('/concerns/:concernId/further', {
    may: DECIDERS,
    by: 'Priya Raman',
    of: 'children',
    ready: async t => ({ ids: { concernId: (await sent(t)).concernId }, typed: {} }),
  }),
]

/** For a referrer alone: nobody signed in opens them. */
export const referrerRows: readonly Row[] = [
  form('/report/you', {
    ...referrer,
    tells: 'concern.draft-saved',
    ready: async t => {
      const { browser } = await writing(t)
      return { ids: {}, typed: { 'referrer-kind': 'public', 'referrer-name': 'Wren Ackroyd' }, browser }
    },
  }),
  form('/report/empty', {
    ...referrer,
    ready: async t => ({ ids: {}, typed: {}, browser: (await writing(t)).browser }),
  }),
  form('/report/draft/:draftId/:step', {
    ...referrer,
    tells: 'concern.draft-saved',
    ready: async t => {
      const { id, browser } = await writing(t)
      const typed = { 'danger-now': 'yes', 'spoken-to': 'Police control room' }
      return { ids: { draftId: id, step: 'danger' }, typed, browser }
    },
  }),
  form('/report/draft/:draftId/:step/:number', {
    ...referrer,
    tells: 'concern.draft-saved',
    ready: async t => {
      const { id, browser } = await writing(t)
      const typed = { 'child-1-child-name-given': 'Rosa', 'child-1-child-born-year': '2012' }
      return { ids: { draftId: id, step: 'child', number: '1' }, typed, browser }
    },
  }),
  form('/report/draft/:draftId/remove/:each/:number', {
    ...referrer,
    ready: async t => {
      const { id, browser } = await writing(t, { children: ['1', '2'] })
      return { ids: { draftId: id, each: 'child', number: '2' }, typed: {}, browser }
    },
  }),
  form('/report/draft/:draftId/check', {
    ...referrer,
    ready: async t => {
      const { id, browser } = await writing(t, concernTyped(t))
      return { ids: { draftId: id }, typed: {}, browser }
    },
  }),
  page('/report/sent', { ...referrer, ready: async () => ({}) }),
  form('/report/sent/add', {
    ...referrer,
    ready: async t => ({ ...(await whoSent(t)), typed: { 'danger-now': 'no', says: REASONS } }),
  }),
].map(row =>
  row.path === '/report/sent' ? { ...row, ready: async t => ({ ...(await whoSent(t)), typed: {} }) } : row,
)
