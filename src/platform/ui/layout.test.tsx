import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { assets } from './assets.ts'
import { inlineScriptHashes, renderLayout, type LayoutParts } from './layout.tsx'

const signedIn = {
  navigation: [
    { text: 'Home', href: '/', current: true },
    { text: 'Concerns & queue', href: '/concerns' },
  ],
  signedInAs: 'Amina <b>Example</b>, Riverside',
  banner: null,
}

const pageWith = (parts: Partial<LayoutParts> = {}): string =>
  renderLayout({
    title: 'Home',
    body: <h1 class="govuk-heading-l">Home</h1>,
    chrome: signedIn,
    csrf: 'proof"',
    refused: false,
    ...parts,
  })

const stranger = { chrome: { navigation: [], signedInAs: null, banner: null }, csrf: null }

describe('the layout', () => {
  test('is in British English, keeps search engines out and says first that a form was refused', () => {
    expect(pageWith()).toContain('<html lang="en-GB"')
    expect(pageWith()).toContain('<meta name="robots" content="noindex, nofollow">')
    expect(pageWith()).toContain('<title>Home – Sightline</title>')
    expect(pageWith({ refused: true, title: 'A & <b>' })).toContain(
      '<title>Error: A &amp; &lt;b&gt; – Sightline</title>',
    )
  })

  test('has a link past the navigation, to where the page begins', () => {
    expect(pageWith()).toContain('<a href="#main-content" class="govuk-skip-link"')
    expect(pageWith()).toContain('<main class="govuk-main-wrapper" id="main-content">')
  })

  test('bears the product’s name, without crown, crest or GOV.UK', () => {
    const page = pageWith().replaceAll(/govuk-|govuk\b/g, '')
    expect(page).toMatch(/generic-header__homepage-link">\s*Sightline\s*<\/a>/)
    expect(page).not.toMatch(/crown|crest|GOV\.UK|<svg/i)
  })

  test('signs out by a button in a form that carries the proof', () => {
    expect(pageWith()).toMatch(
      /<form method="post" action="\/sign-out"><input type="hidden" name="_csrf" value="proof&quot;"><button type="submit"/,
    )
    expect(pageWith()).toContain('Amina &lt;b&gt;Example&lt;/b&gt;, Riverside')
    expect(pageWith()).not.toMatch(/<a[^>]*sign-out/)
  })

  test('shows a stranger no navigation, and one person nothing of another', () => {
    const other = pageWith({ chrome: { ...signedIn, signedInAs: 'Ben Sample' }, csrf: 'other' })
    expect(other).toContain('Ben Sample')
    expect(other).not.toMatch(/Amina|proof/)
    expect(pageWith(stranger)).not.toMatch(/govuk-service-navigation|sign-out|Ben|Amina/)
  })

  test('marks the entry that is open', () => {
    expect(pageWith().match(/aria-current/g)).toHaveLength(1)
  })

  test('shows banner, way back and notice only when there are any, as text', () => {
    expect(pageWith()).not.toMatch(/phase-banner|back-link|notification-banner/)
    const page = pageWith({
      chrome: { ...signedIn, banner: 'Made-up <people> only' },
      back: { href: '/concerns', text: 'Back <' },
      notice: 'Sent <b>',
    })
    expect(page).toContain('Made-up &lt;people&gt; only')
    expect(page).toContain('Back &lt;')
    expect(page).toContain('Sent &lt;b&gt;')
    expect(() => pageWith({ back: { href: 'javascript:x', text: 'Back' } })).toThrow(
      'an address may not begin',
    )
  })

  test('leaves no mark of its own behind', () => {
    expect(pageWith()).not.toContain('@@')
    expect(pageWith(stranger)).not.toContain('@@')
  })

  test('has one inline script, and its hash is the one that is given out', () => {
    const scripts = [...pageWith().matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script)
    expect(scripts).toHaveLength(1)
    expect(inlineScriptHashes).toEqual(
      scripts.map(script => `sha256-${createHash('sha256').update(script).digest('base64')}`),
    )
    expect(pageWith()).not.toMatch(/ on\w+=| style=|<style/)
  })

  test('loads only what is served', () => {
    const wanted = [...pageWith().matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
    expect(wanted).toHaveLength(4)
    const served = assets().map(asset => asset.path)
    expect(wanted.filter(path => !served.includes(path ?? ''))).toEqual([])
  })
})
