import { createHash } from 'node:crypto'
import nunjucks from 'nunjucks'
import { assetPath } from './assets.ts'
import { govuk } from './generated/govuk.ts'
import { escaped, type Html } from './html.ts'
import { environment } from './official.ts'

/** What stands around a page for one viewer. */
export interface Chrome {
  readonly navigation: readonly { readonly text: string; readonly href: string }[]
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
  readonly refused: boolean
  readonly back?: { readonly href: string; readonly text: string }
  readonly notice?: string
}

const MARKS = ['TITLE', 'NAVIGATION', 'BEFORE', 'BODY'] as const
const mark = (name: string): string => `@@${name}@@`

/** The official template, rendered once; a page only joins its own parts in between. */
const PIECES = splitTemplate()

function splitTemplate(): string[] {
  const source = `{% extends "govuk/template.njk" %}
{% block pageTitle %}${mark('TITLE')}{% endblock %}
{% block head %}<meta name="robots" content="noindex, nofollow"><link rel="stylesheet" href="${assetPath('govuk.css')}"><link rel="stylesheet" href="${assetPath('sightline.css')}">{% endblock %}
{% block headIcons %}<link rel="icon" sizes="any" href="${assetPath('icon.svg')}" type="image/svg+xml">{% endblock %}
{% block govukHeader %}{% endblock %}
{% block govukServiceNavigation %}${mark('NAVIGATION')}{% endblock %}
{% block beforeContent %}${mark('BEFORE')}{% endblock %}
{% block content %}${mark('BODY')}{% endblock %}
{% block footer %}<footer class="govuk-footer sl-footer"><div class="govuk-width-container"><p class="govuk-body-s">Sightline. If a child is in danger now, ring 999.</p></div></footer>{% endblock %}
{% block bodyEnd %}<script type="module" src="${assetPath('start.js')}"></script>{% endblock %}`
  const whole = new nunjucks.Template(source, environment, 'layout', true).render({ htmlLang: 'en-GB' })
  const pieces: string[] = []
  let rest = whole
  for (const name of MARKS) {
    const at = rest.indexOf(mark(name))
    if (at < 0) throw new Error(`the official template has no place for ${name}`)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at + mark(name).length)
  }
  return [...pieces, rest]
}

export function renderLayout(page: LayoutParts): string {
  const [head, top, before, start, end] = PIECES
  const title = `${page.refused ? 'Error: ' : ''}${page.title} – Sightline`
  const beforeContent = page.back ? backLink(page.back) : ''
  const notice = page.notice ? govuk.notificationBanner({ type: 'success', text: page.notice }) : ''
  return [
    head,
    escaped(title),
    top,
    navigation(page),
    before,
    beforeContent,
    start,
    notice,
    page.body,
    end,
  ].join('')
}

/** In a landmark of its own: the official link stands in none. */
const backLink = (back: { href: string; text: string }): Html => (
  <nav aria-label="Back">{govuk.backLink({ text: back.text, href: back.href })}</nav>
)

const drawn = new Map<string, string>()

/** The bar of links is the same for everyone of one role, so it is drawn once for each set. */
function navigation(page: LayoutParts): string {
  const key = JSON.stringify([page.chrome.navigation, page.chrome.signedInAs !== null])
  let bar = drawn.get(key)
  if (bar === undefined) {
    bar = govuk
      .serviceNavigation({
        serviceName: 'Sightline',
        serviceUrl: '/',
        navigation: page.chrome.navigation.map(entry => ({ text: entry.text, href: entry.href })),
      })
      .toString()
    if (drawn.size > 200) drawn.clear()
    drawn.set(key, bar)
  }
  const who =
    page.chrome.signedInAs === null || page.csrf === null
      ? ''
      : signedInBar(page.chrome.signedInAs, page.csrf)
  // Inside the header, so that it stands in a landmark like everything else.
  const banner = page.chrome.banner
    ? govuk.phaseBanner({
        tag: { text: 'Made up' },
        text: page.chrome.banner,
        classes: 'govuk-width-container',
      })
    : ''
  return [bar, who, banner].join('')
}

/** Signing out is a button in a form: a link could be followed by a browser that only looks ahead. */
const signedInBar = (who: string, csrf: string): Html => (
  <div class="govuk-width-container sl-signed-in">
    <span>{who}</span>
    <form method="post" action="/sign-out" class="sl-sign-out">
      <input type="hidden" name="_csrf" value={csrf} />
      <button type="submit" class="sl-link-button">
        Sign out
      </button>
    </form>
  </div>
)

/** What the pages' policy has to allow: the template's one inline script. */
export const inlineScriptHashes: readonly string[] = [
  ...PIECES.join('').matchAll(/<script>([^<]+)<\/script>/g),
].map(
  ([, script]) =>
    `sha256-${createHash('sha256')
      .update(script ?? '')
      .digest('base64')}`,
)
