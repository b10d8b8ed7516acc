import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const DESKTOP = { viewport: { width: 1280, height: 900 } }
export const PHONE = { viewport: { width: 320, height: 640 } }

/** What of a page is in the picture: from one thing's head to another's foot, or so far down and no further. */
export interface Region {
  readonly from?: string
  readonly to?: string
  readonly most?: number
}

export interface Studio {
  /** A browser in which one of the made-up people has just signed in. */
  readonly as: (name: string, how?: BrowserContextOptions) => Promise<Page>
  readonly take: (page: Page, name: string, region?: Region) => Promise<void>
  readonly taken: readonly string[]
}

export function studio(browser: Browser, address: string, folder: string): Studio {
  const taken: string[] = []
  return {
    taken,
    as: async (name, how = DESKTOP) => {
      const context = await browser.newContext({ ...how, baseURL: address, locale: 'en-GB' })
      const page = await context.newPage()
      await page.goto('/sign-in/made-up')
      await page.getByRole('button', { name }).click()
      await page.waitForURL('**/')
      return page
    },
    take: async (page, name, region = {}) => {
      // A ring round what was pressed last would draw the eye.
      await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)')
      await page.mouse.move(0, 0)
      await page.screenshot({
        path: join(folder, `${name}.png`),
        clip: await clipOf(page, region),
        fullPage: true,
      })
      taken.push(`${name}.png`)
    },
  }
}

/** Room at the sides of what a page says, where there is any. */
const MARGIN = 24

/** From the banner that says everyone is made up, unless something else is named. */
async function clipOf(page: Page, { from = '.govuk-phase-banner', to = '#main-content', most }: Region) {
  const boxOf = async (what: string) => {
    const box = await page.locator(what).first().boundingBox()
    if (!box) throw new Error(`${what} is not on ${page.url()}`)
    return box
  }
  const [head, foot, main] = [await boxOf(from), await boxOf(to), await boxOf('#main-content')]
  const x = Math.max(0, Math.floor(main.x) - MARGIN)
  const y = Math.floor(head.y)
  const height = Math.ceil(foot.y + foot.height) - y
  return {
    x,
    y,
    width: Math.min((page.viewportSize()?.width ?? 0) - x, Math.ceil(main.width) + 2 * MARGIN),
    height: Math.min(most ?? height, height),
  }
}

/** Presses a button, and waits for the page that it leads to. */
export const press = (page: Page, name: string) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).first().click()])

/** Follows a link whose words contain these, and waits for the page that it leads to. */
export const follow = (page: Page, name: string) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('link', { name }).first().click()])
