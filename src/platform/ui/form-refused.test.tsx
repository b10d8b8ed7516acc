import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DateField } from './fields/choice-fields.tsx'
import { LongTextField, TextField } from './fields/text-fields.tsx'
import { ErrorSummary, FormPage } from './form-page.tsx'
import { FortyFields, formWith, MARKS, typed } from './forty-fields.tsx'
import { render } from './jsx-runtime.ts'
import { sentFrom } from '#test/kit/read-form.ts'

/** Text of every kind, most of it made of what markup is made of. */
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...MARKS)).map(parts => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

const names = [...new Set(Object.keys(typed).map(name => name.replace(/-(day|month|year)$/, '')))]

describe('a refused form', () => {
  test(`of ${names.length} fields gives back every value typed, and its proof and key`, () => {
    expect(names).toHaveLength(40)
    const errors = Object.fromEntries(names.map(name => [name, `Put ${name} right`]))
    const sent = sentFrom(render(<FortyFields form={formWith(typed, errors)} />))
    const expected = Object.entries(typed).map(([name, value]) => [
      name,
      typeof value === 'string' ? [value] : value,
    ])
    expect(sent).toEqual({ ...Object.fromEntries(expected), _csrf: ['proof'], _key: ['key'] })
  })

  test('lists what is wrong in the order of the page, each a link to a box that is there', () => {
    const shuffled = names.toReversed().map(name => [name, `Put ${name} right`])
    const page = render(<FortyFields form={formWith(typed, Object.fromEntries(shuffled))} />)
    const links = [...page.matchAll(/<a href="#([^"]*)">(.*?)<\/a>/g)].map(([, id = '', text = '']) => ({
      id,
      text,
    }))
    expect(links.map(link => link.text)).toEqual(inPageOrder(page).map(name => `Put ${name} right`))
    const boxes = new Set(
      [...page.matchAll(/<(?:input|select|textarea)\s[^>]*?id="([^"]*)"/g)].map(([, id]) => id),
    )
    expect(links.filter(link => !boxes.has(link.id))).toEqual([])
    expect(page.match(/govuk-error-message/g)).toHaveLength(40)
  })

  test('puts what belongs to no field first, without a link', () => {
    const errors = { 'text-1': 'Enter it', '': 'Too many <b> tries', gone: 'Not on this page' }
    const page = render(<FortyFields form={formWith({}, errors)} />)
    const list = [...page.matchAll(/<li>\s*(.*?)\s*<\/li>/gs)].map(([, item = '']) =>
      item.replaceAll(/\s+/g, ' '),
    )
    expect(list).toEqual(['Too many &lt;b&gt; tries', 'Not on this page', '<a href="#text-1">Enter it</a>'])
  })

  test('says of a date which box is wrong, and links to it', () => {
    const error = { 'born-month': 'The month must be a number' }
    const form = formWith({ 'born-day': '3' }, error)
    const page = render(
      <FormPage form={form} submit="Save">
        <DateField form={form} name="born" label="Born" />
      </FormPage>,
    )
    expect(page).toContain('<a href="#born-month">')
    expect(page.match(/govuk-input--error/g)).toHaveLength(1)
    expect(page).toMatch(/govuk-input--error" id="born-month"/)
  })

  test('a summary that stands away from its form keeps the order that it was given', () => {
    const drawn = render(<ErrorSummary form={formWith({}, { b: 'B', '': 'C', a: 'A' })} />)
    const list = [...drawn.matchAll(/<li>\s*(.*?)\s*<\/li>/gs)].map(([, item = '']) => item)
    expect(list).toEqual(['<a href="#b">B</a>', 'C', '<a href="#a">A</a>'])
  })

  test('has no error summary when nothing is wrong', () => {
    expect(render(<FortyFields form={formWith({})} />)).not.toMatch(/error/)
  })

  test('gives back any text at all in boxes of one line and of many', () => {
    fc.assert(
      fc.property(anyText, text => {
        const form = formWith({ one: text, many: text })
        const sent = sentFrom(
          render(
            <>
              <TextField form={form} name="one" label="One" />
              <LongTextField form={form} name="many" label="Many" most={100} />
            </>,
          ),
        )
        expect(sent).toEqual({ one: [text], many: [text] })
      }),
      { numRuns: 300 },
    )
  })
})

/** Names of the fields as their groups stand on the page. */
const inPageOrder = (page: string): string[] =>
  names.toSorted((a, b) => positionOf(page, a) - positionOf(page, b))

const positionOf = (page: string, name: string): number =>
  page.search(new RegExp(`<(?:input|select|textarea)\\s[^>]*?name="${name}(?:-day)?"`))
