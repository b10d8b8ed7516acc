import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'

/** An installed Chromium: the one that SIGHTLINE_CHROMIUM names, or the first on PATH. Nothing is downloaded. */
export function installedChromium(): string | null {
  const named = process.env['SIGHTLINE_CHROMIUM']
  if (named) return named
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      if (existsSync(join(folder, name))) return join(folder, name)
    }
  }
  return null
}

/** Quiet: it asks nothing of the network but the pages it is sent to. */
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
]

export const startBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: FLAGS })

/** Where no Chromium is installed the browser tests are skipped, and it says so; on the build machine that is a fault. */
export function chromiumOrSkip(): string | null {
  const found = installedChromium()
  if (found) return found
  const says =
    'No Chromium is installed: the browser tests are skipped. Install it, or set SIGHTLINE_CHROMIUM to its path.'
  if (process.env['SIGHTLINE_NO_SKIPS']) throw new Error(says)
  process.stderr.write(`\n${says}\n`)
  return null
}

/** Says of each of these questions that there is no answer, by the first reason that is allowed. */
export async function sayWhyNot(page: Page, prefix: string, questions: readonly string[]): Promise<void> {
  for (const question of questions) {
    const name = prefix + question
    const list = page.locator(`[name="${name}-absence"]`)
    const option = page.locator(`[name="${name}"] option[value^="absent:"]`).first()
    if ((await list.count()) > 0) await list.selectOption({ index: 1 })
    else if ((await option.count()) > 0)
      await page.locator(`[name="${name}"]`).selectOption((await option.getAttribute('value')) ?? '')
    else await page.locator(`[name="${name}"][value^="absent:"]`).first().check()
  }
}
