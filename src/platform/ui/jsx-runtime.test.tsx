import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MARKS } from './forty-fields.tsx'
import { Fragment, jsx, render } from './jsx-runtime.ts'

/** Text of every kind, most of it made of what markup is made of. */
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...MARKS)).map(parts => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe('what is written', () => {
  test('text is escaped, nothing is printed for what is not there, lists are joined', () => {
    const page = (
      <ul class="govuk-list" id={undefined} hidden={false}>
        {['<script>alert(1)</script>', 'b & c'].map(text => (
          <li>{text}</li>
        ))}
        {null}
        {undefined}
        {false}
        {0}
      </ul>
    )
    expect(render(page)).toBe(
      '<ul class="govuk-list"><li>&lt;script&gt;alert(1)&lt;/script&gt;</li><li>b &amp; c</li>0</ul>',
    )
  })

  test('finished markup is not escaped again', () => {
    const Name = (p: { children: string }) => <bdi>{p.children}</bdi>
    expect(
      render(
        <>
          <Name>{'<b>'}</Name>
          <br />
        </>,
      ),
    ).toBe('<bdi>&lt;b&gt;</bdi><br>')
  })

  test('flags stand alone; drawn shapes are closed, so that the next is not inside the first', () => {
    expect(render(<input type="checkbox" name="a" checked />)).toBe(
      '<input type="checkbox" name="a" checked>',
    )
    expect(render(<path d="M0 0" />)).toBe('<path d="M0 0"></path>')
  })

  test('a line break at the head of a text area outlives the one that browsers drop', () => {
    expect(render(<textarea name="a">{'\nx'}</textarea>)).toBe('<textarea name="a">\n\nx</textarea>')
  })

  test('any string stands escaped as child and as attribute, and reads back the same', () => {
    fc.assert(
      fc.property(anyText, text => {
        const [, title = '', child = ''] =
          /^<p title="(.*)">(.*)<\/p>$/s.exec(render(<p title={text}>{text}</p>)) ?? []
        expect(`${title}${child}`).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/)
        expect([decoded(title), decoded(child)]).toEqual([text, text])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what is refused, should it get past the types', () => {
  test.each([
    'style',
    'onclick',
    'onLoad',
    'srcdoc',
    'data-x',
    'aria-lable',
    'dangerouslySetInnerHTML',
    'a b',
    'x"y',
  ])('the attribute %s', name => expect(() => jsx('p', { [name]: 'x' })).toThrow('is not used here'))

  test.each(['script', 'iframe', 'object', 'style', 'p><script', 'P', 'base', 'meta'])(
    'the element %s',
    name => expect(() => jsx(name, {})).toThrow('is not used here'),
  )

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'jav\tascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:x',
  ])('the address %j', address => {
    for (const name of ['href', 'src', 'action', 'formaction']) {
      expect(() => jsx('a', { [name]: address })).toThrow('an address may not begin with')
    }
  })

  test.each([
    '/a',
    'a/b:c',
    '?x=a:b',
    '#a:b',
    'https://a.b',
    'http://a',
    'mailto:a@b.c',
    'tel:+441632960000',
    '',
  ])('but not the address %j', address => expect(render(jsx('a', { href: address }))).toContain('href='))

  test.each([
    ['a promise', Promise.resolve('x')],
    ['a plain object', { toString: () => '<b>' }],
    ['a function', () => '<b>'],
    ['a symbol', Symbol('x')],
    ['markup that only looks finished', { text: '<b>' }],
  ])('%s as a child', (_, child) => {
    expect(() => jsx('p', { children: child as never })).toThrow('only finished text and markup')
    expect(() => Fragment({ children: [child as never] })).toThrow('only finished text and markup')
  })

  test('an async part, and a part that gives text', () => {
    expect(() => jsx((async () => <p />) as never, {})).toThrow('it may not be async')
    expect(() => jsx((() => '<b>') as never, {})).toThrow('must give finished markup')
    expect(() => render(Promise.resolve(<p />) as never)).toThrow('it may not be async')
  })

  test.each([
    ['a flag with a value', 'checked', 'x'],
    ['text that is a flag', 'href', true],
    ['an object', 'title', {}],
    ['a list', 'class', ['a']],
  ])('an attribute that holds %s', (_, name, value) =>
    expect(() => jsx('input', { [name]: value })).toThrow('cannot hold'),
  )
})
