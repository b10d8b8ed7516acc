import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { govukWrapper } from '../../../scripts/generate-govuk.ts'
import { govuk } from './generated/govuk.ts'
import { trusted } from './html.ts'
import { official } from './official.ts'

const components = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/template.njk')),
  'components',
)

interface Fixture {
  readonly name: string
  readonly options: object
  readonly html: string
}

const named = readdirSync(components).filter(name => existsSync(join(components, name, 'fixtures.json')))
const fixtures = named.flatMap(component => {
  const { fixtures: own }: { fixtures: Fixture[] } = JSON.parse(
    readFileSync(join(components, component, 'fixtures.json'), 'utf8'),
  )
  return own.map(fixture => ({ component, ...fixture }))
})

/** Fixtures carry markup as text; through our door it has to be finished markup. */
function asTyped(value: unknown, name = '', under = ''): unknown {
  if (typeof value === 'string' && under === 'slots')
    return name === 'end' ? { html: trusted(value) } : trusted(value)
  if (typeof value === 'string') return /^html$|Html$/.test(name) ? trusted(value) : value
  if (Array.isArray(value)) return value.map(one => asTyped(one, name, under))
  if (typeof value !== 'object' || value === null) return value
  return asOptions(value, name)
}

const asOptions = (options: object, name = ''): object =>
  Object.fromEntries(Object.entries(options).map(([key, inner]) => [key, asTyped(inner, key, name)]))

describe('the door to the official components', () => {
  test(`gives byte for byte the markup of all ${fixtures.length} fixtures of ${named.length} components`, () => {
    expect(named).toHaveLength(Object.keys(govuk).length)
    expect(fixtures.length).toBeGreaterThan(700)
    const wrong = fixtures.filter(
      fixture => official(fixture.component, asOptions(fixture.options)).toString() !== fixture.html.trim(),
    )
    expect(wrong.map(fixture => `${fixture.component}: ${fixture.name}`)).toEqual([])
  })

  test('is the one that the generator makes from the installed version', () => {
    expect(readFileSync(new URL('generated/govuk.ts', import.meta.url), 'utf8')).toBe(govukWrapper())
  })
})

const HOSTILE = `"'><script>alert(1)</script>`

/** The same options with something hostile at the end of each text, however deep it stands. */
function poisoned(value: unknown, name = '', under = ''): unknown {
  if (typeof value === 'string') {
    return /^html$|Html$|attributes$/i.test(name) || under === 'slots' || /attributes$/i.test(under)
      ? undefined
      : `${value}${HOSTILE}`
  }
  if (Array.isArray(value)) return value.map(one => poisoned(one, name, under))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poisoned(inner, key, name)]))
}

describe('what the official components are not given', () => {
  test(`a hostile text in any option of any of ${fixtures.length} fixtures comes out as text`, () => {
    const through = fixtures.filter(fixture => {
      const markup = official(fixture.component, poisoned(fixture.options) as object).toString()
      return /<script|"'/.test(markup)
    })
    expect(through.map(fixture => `${fixture.component}: ${fixture.name}`)).toEqual([])
    const shown = fixtures.filter(fixture =>
      official(fixture.component, poisoned(fixture.options) as object)
        .toString()
        .includes('&lt;script&gt;'),
    )
    expect(shown.length).toBeGreaterThan(600)
  })

  test.each([
    ['text as html', 'inset-text', { html: '<b>' }],
    [
      'text as html, deep inside',
      'radios',
      { name: 'a', items: [{ value: 'b', conditional: { html: '<b>' } }] },
    ],
    ['text as a slot', 'service-navigation', { navigation: [], slots: { end: '<b>' } }],
    ['attributes as text', 'button', { text: 'a', attributes: ' onclick="x"' }],
    ['a handler', 'button', { text: 'a', attributes: { onclick: 'x' } }],
    ['a style', 'button', { text: 'a', attributes: { style: 'x' } }],
    ['a name that ends the tag', 'button', { text: 'a', attributes: { 'x"><b': 'x' } }],
    ['an attribute that is not text', 'button', { text: 'a', attributes: { title: trusted('"') } }],
    ['a script as address', 'back-link', { text: 'a', href: ' JavaScript:alert(1)' }],
    [
      'a script as address of the service',
      'service-navigation',
      { navigation: [], serviceUrl: 'javascript:x' },
    ],
    [
      'a script as address among attributes',
      'button',
      { text: 'a', attributes: { formaction: 'javascript:x' } },
    ],
  ])('%s', (_, component, options) => expect(() => official(component, options)).toThrow(TypeError))
})
