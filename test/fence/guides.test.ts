import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainly, screenTexts, textsIn } from './screen-texts.ts'
import { ROOT } from './source-files.ts'

interface Page {
  /** From the project's folder, with '/'. */
  readonly path: string
  readonly text: string
}

const pages: readonly Page[] = ['README.md', ...filesUnder('docs').filter(path => path.endsWith('.md'))].map(
  path => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }),
)
const guides = pages.filter(page => page.path.startsWith('docs/guides/'))
const pictures = filesUnder('docs/pictures')

/** What Git can keep without growing fat. */
const MOST_BYTES = 120_000
/** What someone reads between two telephone calls. */
const MOST_LINES = 80

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/** Where a page's links and pictures lead, inside the project. */
const leadsTo = (page: Page): { path: string; says: string; picture: boolean }[] =>
  [...page.text.matchAll(/(!?)\[([^\]]*)\]\(([^)#\s]+)[^)]*\)/g)]
    .filter(([, , , to = '']) => !/^[a-z]+:/.test(to))
    .map(([, mark, says = '', to = '']) => ({
      path: join(dirname(page.path), to).replaceAll('\\', '/'),
      says,
      picture: mark === '!',
    }))

function faultsOfLinks(read: readonly Page[], kept: readonly string[]): string[] {
  const links = read.flatMap(page => leadsTo(page).map(link => ({ ...link, page: page.path })))
  const shown = links.filter(link => link.picture)
  return [
    ...links
      .filter(link => !existsSync(join(ROOT, link.path)))
      .map(link => `${link.page} leads to ${link.path}`),
    ...shown
      .filter(link => !link.says)
      .map(link => `${link.page} shows ${link.path} to nobody who cannot see it`),
    ...kept.filter(path => !shown.some(link => link.path === path)).map(path => `${path} is shown nowhere`),
  ]
}

/** In a guide, words in bold are words of the screen. */
const faultsOfWords = (read: readonly Page[], texts: ReadonlySet<string>): string[] =>
  read.flatMap(page =>
    [...page.text.matchAll(/\*\*([^*]+)\*\*/g)]
      .map(([, words = '']) => plainly(words))
      .filter(words => !texts.has(words))
      .map(words => `${page.path} says that a screen says: ${words}`),
  )

describe(`guides and pictures (${pages.length} pages, ${pictures.length} pictures)`, () => {
  test('what a page leads to is there, and every picture is shown', () => {
    expect(guides.length).toBeGreaterThan(4)
    expect(pictures.length).toBeGreaterThan(15)
    expect(faultsOfLinks(pages, pictures)).toEqual([])
  })

  test.each([
    ['a picture that is not there', '![Queue](../pictures/gone.png)', []],
    ['a page that is not there', '[guide](gone.md#part)', []],
    ['a picture without words', '![](../pictures/queue.png)', []],
    ['a picture that is shown nowhere', '[queue](../pictures/queue.png)', ['docs/pictures/queue.png']],
  ])('%s is found', (_, text, kept) => {
    expect(faultsOfLinks([{ path: 'docs/guides/x.md', text }], kept)).toHaveLength(1)
  })

  test('pictures are small enough to keep', () => {
    const heavy = pictures.filter(path => statSync(join(ROOT, path)).size > MOST_BYTES)
    expect(heavy).toEqual([])
  })

  test('words in bold are words of a screen', () => {
    const texts = screenTexts()
    expect(texts.size).toBeGreaterThan(1_000)
    expect(faultsOfWords(guides, texts)).toEqual([])
    const planted = { path: 'docs/guides/x.md', text: 'Press **Submit the referral** and then **Take it**.' }
    expect(faultsOfWords([planted], texts)).toHaveLength(1)
  })

  test('a sentence of a text counts, a part of a sentence does not', () => {
    const texts = textsIn(['Ring 999.\n  Then ring the duty team.'])
    const saying = (text: string) => faultsOfWords([{ path: 'x.md', text }], texts)
    expect(saying('**Then ring the duty team.** **Ring 999. Then ring the duty team**')).toEqual([])
    expect(saying('**Then ring**')).toHaveLength(1)
  })

  test('guides are short, and each is linked from the first page', () => {
    const first = leadsTo(pages[0] ?? { path: '', text: '' }).map(link => link.path)
    const unlinked = guides.filter(page => !first.includes(page.path)).map(page => page.path)
    const long = guides.filter(page => page.text.split('\n').length > MOST_LINES).map(page => page.path)
    expect({ unlinked, long }).toEqual({ unlinked: [], long: [] })
  })
})
