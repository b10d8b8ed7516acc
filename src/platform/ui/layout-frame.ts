import { createHash } from 'node:crypto'
import nunjucks from 'nunjucks'
import { assetPath } from './assets.ts'
import { govuk } from './generated/govuk.ts'
import { layoutWords, type Language } from './layout-words.ts'
import { environment } from './official.ts'

/** The official template between the parts that differ from page to page. */
export interface Frame {
  readonly beforeTitle: string
  readonly beforeNavigation: string
  readonly beforeContent: string
  readonly beforeBody: string
  readonly afterBody: string
}

const MARKS = ['TITLE', 'NAVIGATION', 'CONTENT', 'BODY'] as const
const mark = (name: (typeof MARKS)[number]): string => `@@${name}@@`

const frames = new Map<Language, Frame>()

/** Rendered once for each language. */
export function frameIn(language: Language): Frame {
  let frame = frames.get(language)
  if (!frame) {
    frame = split(renderTemplate(language))
    frames.set(language, frame)
  }
  return frame
}

/** No crown and no crest: they belong to GOV.UK. The name stands in the official header without a logo. */
function renderTemplate(language: Language): string {
  const words = layoutWords[language]
  const source = `{% extends "govuk/template.njk" %}
{% block pageTitle %}${mark('TITLE')}{% endblock %}
{% block head %}<meta name="robots" content="noindex, nofollow">
<link rel="stylesheet" href="${assetPath('govuk.css')}"><link rel="stylesheet" href="${assetPath('sightline.css')}">{% endblock %}
{% block headIcons %}<link rel="icon" sizes="any" href="${assetPath('icon.svg')}" type="image/svg+xml">{% endblock %}
{% block govukSkipLink %}${govuk.skipLink({ href: '#main-content', text: words.skip }).toString()}{% endblock %}
{% block govukHeader %}${govuk.genericHeader({ logoText: words.product, url: '/' }).toString()}{% endblock %}
{% block govukServiceNavigation %}${mark('NAVIGATION')}{% endblock %}
{% block beforeContent %}${mark('CONTENT')}{% endblock %}
{% block content %}${mark('BODY')}{% endblock %}
{% block govukFooter %}<div class="govuk-footer sl-footer"><div class="govuk-width-container"><p>{{ footer }}</p></div></div>{% endblock %}
{% block bodyEnd %}<script type="module" src="${assetPath('start.js')}"></script>{% endblock %}`
  const template = new nunjucks.Template(source, environment, 'layout', true)
  return template.render({ htmlLang: language, footer: words.footer })
}

function split(page: string): Frame {
  const pieces: string[] = []
  let rest = page
  for (const name of MARKS) {
    const [before, after, more] = rest.split(mark(name))
    if (before === undefined || after === undefined || more !== undefined) {
      throw new Error(`govuk-frontend’s template has changed: it has no one place for ${name}`)
    }
    pieces.push(before)
    rest = after
  }
  const [beforeTitle = '', beforeNavigation = '', beforeContent = '', beforeBody = ''] = pieces
  return { beforeTitle, beforeNavigation, beforeContent, beforeBody, afterBody: rest }
}

/** What the pages' policy has to allow: the template's one inline script. */
export const inlineScriptHashes: readonly string[] = [
  ...Object.values(frameIn('en-GB'))
    .join('')
    .matchAll(/<script>([^<]+)<\/script>/g),
].map(([, script = '']) => `sha256-${createHash('sha256').update(script).digest('base64')}`)
