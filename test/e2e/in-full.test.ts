import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernId } from '#core/access/generated/tables.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { chromiumOrSkip, startBrowser } from './browser.ts'
import { PRACTITIONER, TEACHER } from './in-full.ts'
import { recordsInFull } from './recording.ts'
import type { PageOfForm } from './typist.ts'

const path = chromiumOrSkip()
let t: TestApp
let browser: Browser
let base: string

const PHONE = { viewport: { width: 320, height: 640 } }
const STORIES: readonly [
  who: string,
  name: string,
  face: string,
  said: readonly PageOfForm[],
  first: object,
  second: object,
][] = [
  ['a teacher at 320 pixels', 'Leah Brandt', 'Say what worries you', TEACHER, PHONE, {}],
  ['a practitioner', 'Priya Raman', 'Record in full', PRACTITIONER, {}, PHONE],
  [
    'a teacher without JavaScript',
    'Leah Brandt',
    'Say what worries you',
    TEACHER,
    { ...PHONE, javaScriptEnabled: false },
    {},
  ],
]

describe.skipIf(path === null)('recorded in full by someone who has nothing but the page', () => {
  beforeAll(async () => {
    t = await testApp(['administration'])
    await t.app.listen({ host: '127.0.0.1', port: 0 })
    const bound = t.app.server.address()
    base = `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`
    browser = await startBrowser(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await t?.[Symbol.asyncDispose]()
  })

  const devices = new Map<Page, BrowserContext>()
  const device = (name: string, how: object) => async (): Promise<Page> => {
    const context = await browser.newContext(how)
    const page = await context.newPage()
    await page.goto(`${base}/sign-in/made-up`)
    await page.getByRole('button', { name }).click()
    await page.waitForURL(`${base}/`)
    devices.set(page, context)
    return page
  }

  test.each(STORIES)('%s, on one device and then another', { timeout: 120_000 }, async (...story) => {
    const [, name, face, said, first, second] = story
    const { page } = await recordsInFull({
      face,
      said,
      base,
      first: device(name, first),
      second: device(name, second),
    })
    await page.getByRole('heading', { name: 'We have your concern' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    for (const context of devices.values()) await context.close()
    devices.clear()
    const sent = await t.database.superuser
      .selectFrom('concern')
      .innerJoin('concernChild', 'concernChild.subject', 'concern.id')
      .select('concernChild.called')
      .where('concern.id', '=', idOf<ConcernId>().parse(page.url().split('/').at(-1)))
      .execute()
    expect(sent).toHaveLength(said.filter(({ heading }) => heading === 'The child').length)
  })
})
