import { describe, expect, test } from 'vitest'
import { Html as HtmlClass, trusted } from './html.ts'
import { govuk } from './generated/govuk.ts'
import type { Html } from './jsx-runtime.ts'

// The compiler is the test here: a line that compiles in spite of its mark fails `tsc`.
const handlers = { class: 'x', onclick: 'x' }

const refusedTwice: readonly [string, () => Html][] = [
  // @ts-expect-error -- no styles
  ['style', () => <p style="color: red" />],
  // @ts-expect-error -- no handlers
  ['onclick', () => <p onclick="x()" />],
  // @ts-expect-error -- nor by the names that React has for them
  ['onClick', () => <p onClick="x()" />],
  // @ts-expect-error -- no markup from text
  ['dangerouslySetInnerHTML', () => <p dangerouslySetInnerHTML={{ __html: '<b>' }} />],
  // @ts-expect-error -- not an element of ours
  ['script', () => <script>x</script>],
  // @ts-expect-error -- not an element of ours
  ['iframe', () => <iframe src="/" />],
  // @ts-expect-error -- React’s name for it
  ['className', () => <p className="x" />],
  // @ts-expect-error -- a misspelt flag
  ['chekced', () => <input type="checkbox" name="a" chekced />],
  // @ts-expect-error -- an attribute of another element
  ['checked on a paragraph', () => <p checked="x" />],
  // @ts-expect-error -- a promise cannot stand on a page
  ['a promise', () => <p>{Promise.resolve('x')}</p>],
  // @ts-expect-error -- nor can an object
  ['an object', () => <p>{{ a: 1 }}</p>],
  // @ts-expect-error -- a number as an attribute that names
  ['attribute of the wrong kind', () => <p title={{}} />],
  // @ts-expect-error -- handlers in further attributes
  ['handlers of an official part', () => govuk.button({ text: 'x', attributes: { onclick: 'x' } })],
  // @ts-expect-error -- styles in further attributes
  ['style of an official part', () => govuk.button({ text: 'x', attributes: { style: 'x' } })],
  // @ts-expect-error -- html is finished markup, never text
  ['html as text', () => govuk.insetText({ html: '<b>' })],
]

const Late = async () => <p />

const refusedByTheCompiler: readonly unknown[] = [
  // @ts-expect-error -- a link goes somewhere
  () => <a>x</a>,
  // @ts-expect-error -- a picture is told in words
  () => <img src="/x" />,
  // @ts-expect-error -- a header cell says what it heads
  () => <th>x</th>,
  // @ts-expect-error -- not a method of forms
  () => <form method="put" />,
  // @ts-expect-error -- a void element holds nothing
  () => <br>x</br>,
  // @ts-expect-error -- async parts are forbidden
  () => <Late />,
  // @ts-expect-error -- not a value of aria-current
  () => <a href="/" aria-current="yes" />,
  // @ts-expect-error -- a role that is none
  () => <p role="buton" />,
  // @ts-expect-error -- text is not markup
  (): Html => '<b>',
  // @ts-expect-error -- nothing else passes for markup
  (): Html => ({ toString: () => '<b>' }),
  // @ts-expect-error -- markup is made by JSX and `trusted` alone
  () => new HtmlClass('<b>'),
  // @ts-expect-error -- text or html is required
  () => govuk.insetText({}),
  // @ts-expect-error -- a name is required
  () => govuk.input({ label: { text: 'x' } }),
  // @ts-expect-error -- a misspelt option
  () => govuk.button({ text: 'x', preventDoubleClik: true }),
  // @ts-expect-error -- text is not a list
  () => govuk.button({ text: ['x'] }),
  // @ts-expect-error -- an item of a summary has a key
  () => govuk.summaryList({ rows: [{ value: { text: 'x' } }] }),
]

describe('the compiler and the runtime', () => {
  test.each(refusedTwice)('both refuse %s', (_, write) => expect(write).toThrow(TypeError))

  test('the compiler alone refuses what is merely wrong', () => {
    expect(refusedByTheCompiler.length).toBeGreaterThan(10)
  })

  test('what looks like a spread of attributes is refused at run time at the latest', () => {
    expect(() => <p {...handlers} />).toThrow('onclick is not used here')
  })

  test('what is right compiles', () => {
    const page = (
      <form method="post" action="/x" novalidate>
        {govuk.radios({
          name: 'a',
          items: [{ value: 'b', text: 'B' }, { divider: 'or' }, { value: 'c', html: trusted('C') }],
        })}
        <time datetime="2026-05-12">12 May 2026</time>
        <svg viewBox="0 0 1 1" focusable="false" aria-hidden="true">
          <rect x={0} y={0} width={1} height={1} />
        </svg>
      </form>
    )
    expect(page.toString()).toContain('govuk-radios__divider')
  })
})
