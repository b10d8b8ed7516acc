import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_CHARACTERS, MOST_LINES, PARTS } from '#features/safety-plan/questions.ts'
import { PlanTyped } from '#features/safety-plan/schemas.ts'
import { writePlan } from '#features/safety-plan/service.ts'
import { planTyped } from '#test/kit/family.ts'
import { makePerson } from '#test/kit/made-people.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { chromiumOrSkip, startBrowser } from './browser.ts'

const path = chromiumOrSkip()

/** As much as a part takes, in letters as wide as people write: every line full. */
const fullest = Array.from({ length: MOST_LINES }, () =>
  'RING HER MOTHER FIRST, THEN THE DUTY TEAM, AND STAY WITH HER '.slice(0, MOST_CHARACTERS / MOST_LINES - 1),
).join('\n')

const A4 = expect.stringMatching(/^59[456] by 84[12]$/)

let t: TestApp
let browser: Browser
let page: Page

/** The sheets that a page makes on paper, each with its width and height in points: A4 is 595 by 842. */
async function sheets(url: string): Promise<string[]> {
  await page.goto(url)
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...paper.matchAll(/\/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)/g)].map(
    ([, wide, high]) => `${wide} by ${high}`,
  )
}

describe.skipIf(path === null)('a safety plan on paper', () => {
  let base: string
  beforeAll(async () => {
    t = await testApp()
    await t.app.listen({ host: '127.0.0.1', port: 0 })
    const bound = t.app.server.address()
    base = `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`
    browser = await startBrowser(path ?? '')
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(`${base}/sign-in/made-up`)
    await page.getByRole('button', { name: 'Helen Marsh' }).click()
    await page.waitForURL(`${base}/`)
  })
  afterAll(async () => {
    await browser?.close()
    await t?.[Symbol.asyncDispose]()
  })

  test.each([
    ['the fullest', fullest],
    ['a short one', 'Ring.'],
  ])('%s is one sheet, and nothing but the plan is on it', async (_, says) => {
    const id = await makePerson(t)
    const parts = Object.fromEntries(PARTS.map(part => [part.name, says]))
    const typed = PlanTyped.parse({ ...planTyped(t), ...parts, 'agreedBy-absence': '', ringTonight: says })
    await t.act('Helen Marsh', act => writePlan(act, id, typed))
    const at = `${base}/people/${id}/safety-plan/print`
    expect(await sheets(at)).toEqual([A4])
    await page.emulateMedia({ media: 'print' })
    const shown = (await page.locator('body').innerText()).trim()
    expect(shown).toMatch(/^Plan for Rosa Quill/)
    expect(shown).toMatch(/Ask for a new one after .*$/)
    await page.emulateMedia({ media: null })
  })

  test('a page that is longer would be found', async () => {
    const id = await makePerson(t)
    await t.act('Helen Marsh', act => writePlan(act, id, PlanTyped.parse(planTyped(t))))
    await page.goto(`${base}/people/${id}/safety-plan/print`)
    expect((await sheets(`${base}/people/${id}/safety-plan`)).length).toBeGreaterThan(1)
  })
})
