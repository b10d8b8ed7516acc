import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { govukWrapper } from '../../../scripts/generate-govuk.ts'
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

const fixtures = readdirSync(components, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(entry => {
    const { fixtures: own }: { fixtures: Fixture[] } = JSON.parse(
      readFileSync(join(components, entry.name, 'fixtures.json'), 'utf8'),
    )
    return own.map(fixture => ({ component: entry.name, ...fixture }))
  })

/** Fixtures carry markup as text under names that end in html; through our door it has to be Html. */
const throughTheDoor = (value: unknown, name = ''): unknown => {
  if (typeof value === 'string') return /html$/i.test(name) ? trusted(value) : value
  if (Array.isArray(value)) return value.map(one => throughTheDoor(one, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, throughTheDoor(inner, key)]))
}

const squeezed = (html: string): string => html.replaceAll(/\s+/g, ' ').trim()

describe('the door to the official components', () => {
  test(`gives the official markup for each of govuk-frontend’s own ${fixtures.length} fixtures`, () => {
    expect(fixtures.length).toBeGreaterThan(500)
    const wrong = fixtures.filter(
      fixture =>
        squeezed(official(fixture.component, throughTheDoor(fixture.options) as object).toString()) !==
        squeezed(fixture.html),
    )
    expect(wrong.map(fixture => `${fixture.component}: ${fixture.name}`)).toEqual([])
  })

  test('is the one that the generator makes from the installed version', () => {
    expect(readFileSync(new URL('generated/govuk.ts', import.meta.url), 'utf8')).toBe(govukWrapper())
  })
})
