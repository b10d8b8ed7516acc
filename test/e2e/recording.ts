import type { Page } from 'playwright-core'
import { AT_ONCE, Typist, type Counted, type Pace, type PageOfForm } from './typist.ts'

/**
 * Records a whole concern and sends it: the first half on one device, and the rest on another on which they sign in.
 *
 * @returns the page that says that it came, and what they did
 */
export async function recordsInFull(how: {
  face: string
  said: readonly PageOfForm[]
  base: string
  first: () => Promise<Page>
  second: () => Promise<Page>
  pace?: Pace
}): Promise<{ page: Page; counted: Counted }> {
  const half = Math.floor(how.said.length / 2)
  const first = await how.first()
  const typist = new Typist(first, how.pace ?? AT_ONCE)
  await first.goto(`${how.base}/`)
  await first.getByRole('button', { name: 'Record a concern about a child' }).click()
  await first.getByRole('button', { name: how.face, exact: true }).click()
  for (const page of how.said.slice(0, half)) await typist.fillsPage(page)

  const second = await how.second()
  const menu = second.getByRole('button', { name: 'Menu' })
  if (await menu.isVisible()) await menu.click()
  await second.getByRole('link', { name: 'Concerns you raised', exact: true }).click()
  await second
    .getByRole('link', { name: /^Carry on with the concern/ })
    .first()
    .click()
  await second.getByRole('link', { name: /^Go on with/ }).click()
  typist.goesOnAt(second)
  for (const page of how.said.slice(half)) await typist.fillsPage(page)
  await typist.fillsPage({ heading: 'Check your answers before you send', said: [], press: 'Send' })
  return { page: second, counted: typist.counted }
}
