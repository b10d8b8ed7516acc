import { govuk } from './generated/govuk.ts'
import { escaped, type Html } from './html.ts'
import { frameIn } from './layout-frame.ts'
import { navigationBar, type NavigationEntry } from './layout-navigation.tsx'
import { layoutWords, type Language } from './layout-words.ts'

export { inlineScriptHashes } from './layout-frame.ts'

/** What stands around a page for one viewer. */
export interface Chrome {
  readonly navigation: readonly NavigationEntry[]
  /** Name and agency of whoever is signed in. */
  readonly signedInAs: string | null
  /** Said at the head of every page, such as that all people here are made up. */
  readonly banner: string | null
}

export interface LayoutParts {
  readonly title: string
  readonly body: Html
  readonly chrome: Chrome
  /** For the sign-out button; null when no one is signed in. */
  readonly csrf: string | null
  /** A form came back with something wrong: the title says so first. */
  readonly refused: boolean
  readonly back?: { readonly href: string; readonly text: string }
  /** One sentence on the deed just done. */
  readonly notice?: string
  readonly language?: Language
}

/** A whole page. The official template is rendered once; a page only joins its own parts in between. */
export function renderLayout(page: LayoutParts): string {
  const language = page.language ?? 'en-GB'
  const words = layoutWords[language]
  const { chrome, csrf } = page
  const frame = frameIn(language)
  const signedIn = chrome.signedInAs === null || csrf === null ? null : { as: chrome.signedInAs, csrf }
  return [
    frame.beforeTitle,
    escaped(`${page.refused ? words.errorTitle : ''}${page.title} – ${words.product}`),
    frame.beforeNavigation,
    navigationBar(language, chrome.navigation, signedIn),
    // Within the header, so that it stands in a landmark like everything else.
    chrome.banner ? govuk.phaseBanner({ tag: { text: 'Made up' }, text: chrome.banner }) : '',
    frame.beforeContent,
    page.back ? <BackLink {...page.back} /> : '',
    frame.beforeBody,
    page.notice ? govuk.notificationBanner({ type: 'success', text: page.notice }) : '',
    page.body,
    frame.afterBody,
  ].join('')
}

/** In a landmark of its own: the official link stands in none. */
const BackLink = (p: { href: string; text: string }): Html => (
  <nav aria-label="Back">{govuk.backLink({ text: p.text, href: p.href })}</nav>
)
