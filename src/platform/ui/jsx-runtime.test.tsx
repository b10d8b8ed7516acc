import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escaped, trusted, type Html } from './html.ts'
import { jsx } from './jsx-runtime.ts'

const entity: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}
const unescaped = (html: string): string =>
  html.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, found => entity[found] ?? found)

describe('what a page is written in', () => {
  test('any text, as child or attribute, comes out as itself and opens no tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const child = String(<p>{text}</p>)
        expect(unescaped(child.slice(3, -4))).toBe(text)
        expect(child.slice(3, -4)).not.toMatch(/[<>"']/)
        const attribute = String(<p title={text} />)
        expect(unescaped(attribute.slice(10, -6))).toBe(text)
        expect(attribute.slice(10, -6)).not.toMatch(/[<>"']/)
      }),
    )
  })

  test('finished markup stays, and nothing else is taken for it', () => {
    expect(String(<p>{trusted('<b>a</b>')}</p>)).toBe('<p><b>a</b></p>')
    expect(String(<p>{'<b>a</b>'}</p>)).toBe('<p>&lt;b&gt;a&lt;/b&gt;</p>')
    expect(escaped(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;')
    expect(() => jsx('p', { children: { toString: () => '<b>' } as unknown as Html })).toThrow(
      'only finished text',
    )
  })

  test('nothing is false, null, undefined; zero is zero', () => {
    expect(
      String(
        <p hidden={false}>
          {null}
          {undefined}
          {false}
          {0}
          {[1, ' ', 'b']}
        </p>,
      ),
    ).toBe('<p>01 b</p>')
    expect(String(<br />)).toBe('<br>')
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\tscript:alert(1)',
    'java\u0000script:x',
    'data:text/html,x',
    'vbscript:x',
    'blob:x',
  ])('an address that begins with %j is refused', address => {
    expect(() => <a href={address}>x</a>).toThrow('may not begin')
  })

  test.each([
    '/people?x=a:b',
    '#main',
    'https://example.org',
    'mailto:a@example.org',
    'tel:01632960001',
    '?a=1',
    'a/b:c',
  ])('%s is an address', address => {
    expect(String(<a href={address}>x</a>)).toContain('href=')
  })

  test('handlers, styles and odd names are refused at run time', () => {
    for (const name of ['onclick', 'onerror', 'style', 'x y', '"><script', 'a=b']) {
      expect(() => jsx('p', { [name]: 'x' })).toThrow('is not used here')
    }
  })

  test('and do not compile', () => {
    const Later = async () => <p>x</p>
    const never = (): void => {
      // @ts-expect-error no styles
      void (<p style="color: red">x</p>)
      // @ts-expect-error no handlers
      void (<p onclick="x()">x</p>)
      // @ts-expect-error an element that pages do not use
      void (<script>x</script>)
      // @ts-expect-error an attribute that is misspelt
      void (<a herf="/">x</a>)
      // @ts-expect-error an address is needed
      void (<a>x</a>)
      // @ts-expect-error everything that a page needs is read before it is written
      void (<Later />)
      // @ts-expect-error a promise is no child
      void (<p>{Promise.resolve('x')}</p>)
    }
    expect(never).toBeTypeOf('function')
  })
})
