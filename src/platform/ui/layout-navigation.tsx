import { govuk } from './generated/govuk.ts'
import { trusted, type Html } from './html.ts'
import { layoutWords, type Language } from './layout-words.ts'

export interface NavigationEntry {
  readonly text: string
  readonly href: string
  /** The page that is open, or one beneath it. */
  readonly current?: boolean
}

/** Who is signed in, and the proof for the button that signs them out. */
export interface SignedIn {
  readonly as: string
  readonly csrf: string
}

const SIGNED_IN = '@@SIGNED-IN@@'
const MOST_KEPT = 200
const drawn = new Map<string, readonly string[]>()

/** The bar of links is the same for everyone of one role, so it is drawn once for each set of links. */
export function navigationBar(
  language: Language,
  entries: readonly NavigationEntry[],
  signedIn: SignedIn | null,
): string {
  if (entries.length === 0 && !signedIn) return ''
  const key = JSON.stringify([language, entries])
  let pieces = drawn.get(key)
  if (!pieces) {
    pieces = draw(language, entries).split(SIGNED_IN)
    if (drawn.size >= MOST_KEPT) drawn.clear()
    drawn.set(key, pieces)
  }
  return pieces.join(signedIn ? signedInPart(language, signedIn).toString() : '')
}

const draw = (language: Language, entries: readonly NavigationEntry[]): string =>
  govuk
    .serviceNavigation({
      menuButtonText: layoutWords[language].menu,
      navigation: entries.map(entry => ({ text: entry.text, href: entry.href, active: entry.current })),
      slots: { end: { html: trusted(SIGNED_IN), align: 'inline' } },
    })
    .toString()

/** Signing out is a button in a form: a link could be followed by a browser that only looks ahead. */
const signedInPart = (language: Language, who: SignedIn): Html => (
  <div class="sl-signed-in">
    <span>{who.as}</span>
    <a class="govuk-link" href="/account">
      {layoutWords[language].account}
    </a>
    <form method="post" action="/sign-out">
      <input type="hidden" name="_csrf" value={who.csrf} />
      <button type="submit" class="sl-link-button">
        {layoutWords[language].signOut}
      </button>
    </form>
  </div>
)
