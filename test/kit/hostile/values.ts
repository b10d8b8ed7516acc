import fc from 'fast-check'

/** Stands in whatever is sent as markup, so that it is known again wherever it comes out. */
const MARK = 'qx7'

export const HOSTILE: readonly string[] = [
  `<script>${MARK}(1)</script>`,
  `"><img src=${MARK} onerror=alert(1)>`,
  `</textarea><${MARK}>`,
  `" on${MARK}="alert(1)`,
  `javascript:${MARK}(1)`,
  `//${MARK}.example/`,
  `/\\${MARK}.example/`,
  `https://${MARK}.example/`,
  `{{1337*7331}}`,
  '${1337*7331}',
  '<%= 1337*7331 %>',
  `'; drop table concern; --`,
  `' or 1=1 --`,
  `\\'; ${MARK}`,
  `a\r\nSet-Cookie: ${MARK}=1\r\n\r\n<script>${MARK}(2)</script>`,
  '\0',
  'a\0b',
  '\u202Egnirts\u2066\u200F',
  '\u200B\uFEFF\u00A0',
  'e\u0301'.repeat(200),
  '𝒳'.repeat(300),
  '1e309',
  '-1',
  '-0',
  '99999999999999999999',
  '0x10',
  '٣',
  '00000',
  '99999',
  '31/02/2020',
  '2020-02-31',
  '0000-00-00',
  '99999-12-31',
  '__proto__',
  'constructor',
  'toString',
  'on',
  'true',
  'null',
  '',
  ' ',
  '../../etc/passwd',
  '%00',
  '%',
  '00000000-0000-0000-0000-000000000000',
  '018f0000-0000-7000-8000-000000000000',
  'data:image/png;base64,AAAA',
]

export const ODD_NAMES: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__proto__[a]',
  '',
  ' ',
  'a\0b',
  '\u202E',
  '_csrf',
  '_key',
  '_method',
  'then',
  'x'.repeat(5_000),
  'child-1-child-name-given',
  'child-99999999999-child-name-given',
  'children',
  'people',
  'adults',
  '0',
  '-1',
  'length',
]

export const anyHostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE).map(text => text.repeat(400)) },
)

const IN_QUERIES = [
  'page',
  'whose',
  'then',
  'day-day',
  'day-month',
  'day-year',
  'q',
  '__proto__',
  'page[]',
  'a.b',
]

/** What stands behind an address: well written, or not. */
export const anyQuery: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...IN_QUERIES),
      fc.oneof(
        { weight: 4, arbitrary: anyHostileText.map(encoded) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('%', '%zz', '%E0%A4%A', '%ED%A0%80', '%C0%80', '9'.repeat(400), '[]'),
        },
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(pairs => pairs.map(([name, value]) => `${name}=${value}`).join('&'))

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** Markup of ours that came out as markup; what a template worked out; a link that runs. */
export const rawMarkup = (body: string): string | null =>
  new RegExp(
    `<script>${MARK}|<img src=${MARK}|<${MARK}>|" on${MARK}=|(href|action)="(javascript:|https?:\\/\\/|\\/[/\\\\])${MARK}|9801547`,
  ).exec(body)?.[0] ?? null

/** What came out beside the body. */
export const inHeaders = (headers: Readonly<Record<string, unknown>>): string | null =>
  Object.entries(headers).find(
    ([name, value]) =>
      name !== 'location' && name !== 'set-cookie' && JSON.stringify(value ?? '').includes(MARK),
  )?.[0] ?? null
