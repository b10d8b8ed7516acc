import { codeLetter } from '#core/notices/letters.ts'
import { mailNotices } from '#core/notices/mail-notices.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { mailCodes } from '#platform/http/address-proof.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import { browsing, type Browsing } from './browser-like.ts'
import { TEST_SECRET } from './global-setup.ts'
import type { TestApp } from './test-app.ts'

/** Mails what is due, as the worker does, and gives the newest code that went to an address. */
export async function codeFor(t: TestApp, email: string): Promise<string> {
  const db = t.door('sightline_job')
  await mailCodes({ db, world: t.world, secret: TEST_SECRET }, codeLetter)
  const letter = t.world.letters.findLast(one => one.to === email && one.subject === 'Your code')
  return /\d{4} \d{4}/.exec(letter?.text ?? '')?.[0] ?? ''
}

export const mailAll = (t: TestApp) =>
  mailNotices({ db: t.door('sightline_job'), world: t.world }, 'https://sightline.example/x')

/** A browser whose user has proved an address, to write. */
export async function proved(t: TestApp, email: string): Promise<Browsing> {
  const browser = browsing(t.app)
  await browser.submit('/report', { email })
  await browser.submit('/report/code', { code: await codeFor(t, email) })
  return browser
}

/** A browser whose user has come back to what they sent. */
export async function returned(t: TestApp, of: { email: string; reference: string }): Promise<Browsing> {
  const browser = browsing(t.app)
  await browser.submit('/report/back', of)
  await browser.submit('/report/back/code', { code: await codeFor(t, of.email) })
  return browser
}

/** The draft that a browser writes, by its number. */
export async function draftOf(browser: Browsing, who: { kind: string; name?: string }): Promise<string> {
  const answer = await browser.submit('/report/you', {
    'referrer-kind': who.kind,
    'referrer-name': who.name ?? '',
  })
  return /\/report\/draft\/([^/]+)\//.exec(answer.headers.location ?? '')?.[1] ?? ''
}

/** A whole concern as a referrer types it, page by page. */
export const typedWhole = (t: TestApp, more: FormValues = {}): FormValues => ({
  ...stories(t.made)[0]?.typed,
  ...more,
})

/** Answers every page of a draft from what is typed, and sends it. */
export async function fillAndSend(browser: Browsing, draftId: string, typed: FormValues) {
  let at = `/report/draft/${draftId}/danger`
  for (let page = 0; page < 20 && !at.endsWith('/check'); page += 1) {
    const fields = Object.fromEntries(
      Object.entries(typed).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined),
    )
    const answer = await browser.submit(at, fields)
    if (answer.statusCode !== 303) throw new Error(`${at} answered ${answer.statusCode}`)
    at = answer.headers.location ?? ''
  }
  return browser.submit(at, {})
}

export interface Referred {
  readonly browser: Browsing
  readonly reference: string
}

/** Someone without an account who has sent a concern, and where they stand after it. */
export async function referred(
  t: TestApp,
  who: { email: string; kind: string; name?: string },
  more: FormValues = {},
): Promise<Referred> {
  const browser = await proved(t, who.email)
  const draftId = await draftOf(browser, who)
  const sent = await fillAndSend(browser, draftId, typedWhole(t, more))
  if (sent.headers.location !== '/report/sent') throw new Error(`not sent: ${sent.statusCode} ${sent.body}`)
  const page = await browser.get('/report/sent')
  return { browser, reference: /CON-\w{4}-\w{4}/.exec(page.body)?.[0] ?? '' }
}
