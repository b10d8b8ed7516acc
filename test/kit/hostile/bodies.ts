import fc from 'fast-check'
import type { Typed } from '../browser-like.ts'
import { anyHostileText, HOSTILE, ODD_NAMES } from './values.ts'

type Fields = [name: string, value: string][]

/** One thing done to what someone would honestly have typed. */
type Change =
  | { does: 'drop' | 'empty' | 'long'; at: number }
  | { does: 'replace' | 'repeat' | 'all'; at: number; text: string }
  | { does: 'add'; name: string; text: string }
  | { does: 'rename'; at: number; like: string }
  | { does: 'many'; times: number }
  | { does: 'id'; at: number; which: number }

const at = fc.nat(200)
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('replace' as const), at, text: anyHostileText }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('repeat' as const), at, text: anyHostileText }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('all' as const), at, text: anyHostileText }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('drop', 'empty'), at }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('id' as const), at, which: fc.nat(50) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('add' as const),
      name: fc.oneof(fc.constantFrom(...ODD_NAMES), fc.string({ unit: 'binary', maxLength: 20 })),
      text: anyHostileText,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('rename' as const),
      at,
      like: fc.constantFrom(
        '[]',
        '[0]',
        '[a][b]',
        '.b',
        '[__proto__]',
        ' ',
        '\0',
        '-absence',
        '-given',
        '-day',
      ),
    }),
  },
)
/** Seldom: they are heavy, and each is one thing. */
const heavyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ does: fc.constant('long' as const), at }),
  fc.record({ does: fc.constant('many' as const), times: fc.constantFrom(1_000, 5_000) }),
)

export interface Sending {
  readonly changes: readonly Change[]
  readonly wire: (typeof WIRES)[number]
  readonly proof: 'right' | 'wrong' | 'missing' | 'another’s' | 'twice'
  readonly key: 'right' | 'missing' | 'none'
  readonly path: 'own' | 'foreign' | 'odd'
  readonly header: readonly [name: string, value: string] | null
  readonly who: number
  readonly bytes: Uint8Array
}

const WIRES = [
  'form',
  'form with more',
  'bytes',
  'json',
  'json of other kinds',
  'json cut off',
  'multipart',
  'text',
  'empty',
  'no kind',
  'odd kind',
  'packed',
] as const

export const anySending: fc.Arbitrary<Sending> = fc.record({
  changes: fc.oneof(
    { weight: 19, arbitrary: fc.array(anyChange, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(heavyChange, { minLength: 1, maxLength: 1 }) },
  ),
  wire: fc.oneof(
    { weight: 30, arbitrary: fc.constant('form' as const) },
    { weight: 10, arbitrary: fc.constantFrom(...WIRES) },
  ),
  proof: fc.oneof(
    { weight: 20, arbitrary: fc.constant('right' as const) },
    { weight: 2, arbitrary: fc.constantFrom('wrong', 'missing', 'another’s', 'twice') },
  ),
  key: fc.oneof(
    { weight: 20, arbitrary: fc.constant('right' as const) },
    { weight: 1, arbitrary: fc.constantFrom('missing', 'none') },
  ),
  path: fc.oneof(
    { weight: 20, arbitrary: fc.constant('own' as const) },
    { weight: 2, arbitrary: fc.constantFrom('foreign', 'odd') },
  ),
  header: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ['accept', 'application/json;q=x, */*;;'] as const,
        ['host', 'qx7.example'] as const,
        ['x-forwarded-for', `' or 1=1 --, <script>qx7</script>`] as const,
        ['x-forwarded-host', 'qx7.example'] as const,
        ['x-http-method-override', 'DELETE'] as const,
        ['sec-fetch-site', 'cross-site'] as const,
        ['accept-language', 'x'.repeat(4_000)] as const,
        ['authorization', 'Bearer qx7'] as const,
        ['cookie-too', '__Host-notice=PHNjcmlwdD5xeDcoMSk8L3NjcmlwdD4'] as const,
        ['cookie-too', '__Host-sightline=qx7; __Host-visit=%00; =; a=%E0%A4%A'] as const,
      ),
    },
  ),
  who: fc.nat(100),
  bytes: fc.uint8Array({ maxLength: 60 }),
})

export interface Body {
  readonly kind: string | undefined
  readonly payload: Buffer
  /** Where it was sent as a browser sends a form: which fields are as they were typed. */
  readonly untouched: ReadonlySet<string>
}

/** What goes over the wire. `own` are the proof and the key; `ids` are of things that others own, or nobody. */
export function bodyOf(typed: Typed, sending: Sending, with_: { own: Fields; ids: readonly string[] }): Body {
  const honest = Object.entries(typed).flatMap(([name, value]): Fields =>
    (typeof value === 'string' ? [value] : value).map(one => [name, one]),
  )
  const changed = sending.changes.reduce((fields, change) => applied(fields, change, with_.ids), honest)
  const fields: Fields = [...with_.own, ...changed]
  const asForm = new URLSearchParams(fields).toString()
  const form = 'application/x-www-form-urlencoded'
  const more = (kind: string | undefined, payload: string | Uint8Array): Body => ({
    kind,
    payload: Buffer.from(payload),
    untouched: new Set(),
  })
  switch (sending.wire) {
    case 'form':
      return { ...more(form, asForm), untouched: untouchedIn(honest, changed) }
    case 'form with more':
      return more(form, `${asForm}&%E0%A4%A&=&&&a=%zz&%=%&b=%ED%A0%80&c=%C0%80&d=%FF&e[]=1;f=2&g`)
    case 'bytes':
      return more(form, Buffer.concat([Buffer.from(`${asForm}&x=`), sending.bytes]))
    case 'json':
      return more('application/json', JSON.stringify(Object.fromEntries(fields)))
    case 'json of other kinds':
      return more('application/json', JSON.stringify(otherKinds(fields, with_.own.length)))
    case 'json cut off':
      return more('application/json', JSON.stringify(Object.fromEntries(fields)).slice(0, -2))
    case 'multipart':
      return more('multipart/form-data; boundary=qx7', `--qx7\r\n\r\n${asForm}\r\n--qx7--`)
    case 'text':
      return more('text/plain', asForm)
    case 'empty':
      return more(form, '')
    case 'no kind':
      return more(undefined, asForm)
    case 'odd kind':
      return more(ODD_KINDS[sending.who % ODD_KINDS.length], asForm)
    case 'packed':
      return more(`${form}; charset=utf-16le`, Buffer.from(asForm, 'utf16le'))
  }
}

const ODD_KINDS = [
  'application/x-www-form-urlencoded; charset=nothing-known; charset="',
  'APPLICATION/X-WWW-FORM-URLENCODED',
  'application/x-www-form-urlencoded, application/json',
  'application/json; charset=utf-7',
  'application/vnd.api+json',
  '*/*',
  ';',
  '<script>qx7</script>',
]

const untouchedIn = (honest: Fields, sent: Fields): ReadonlySet<string> => {
  const of = (fields: Fields, name: string): string =>
    JSON.stringify(fields.filter(([one]) => one === name).map(([, value]) => value))
  return new Set(honest.map(([name]) => name).filter(name => of(honest, name) === of(sent, name)))
}

function otherKinds(fields: Fields, own: number): Record<string, unknown> {
  const kinds = [
    null,
    1e308,
    true,
    { a: 'b' },
    [['a'], { b: null }, '\uDC00'],
    'half \uD83D',
    ['x', '\0'],
    {},
  ]
  return Object.fromEntries(
    fields.map(([name, value], n) => [name, n < own || n % 3 === 0 ? value : kinds[n % kinds.length]]),
  )
}

function applied(fields: Fields, change: Change, ids: readonly string[]): Fields {
  if (change.does === 'add') return [...fields, [change.name, change.text]]
  if (change.does === 'many')
    return [
      ...fields,
      ...Array.from({ length: change.times }, (_, n): [string, string] => [`f${n}`, HOSTILE[0] ?? '']),
    ]
  // A form in which nothing is typed is sent something all the same.
  const given: Fields = fields.length > 0 ? fields : [['unexpected', 'x']]
  const n = change.at % given.length
  const put = (text: string): Fields => given.map(([name, value], at) => [name, at === n ? text : value])
  switch (change.does) {
    case 'drop':
      return given.toSpliced(n, 1)
    case 'empty':
      return put('')
    case 'long':
      return put('x<'.repeat(500_000))
    case 'replace':
      return put(change.text)
    case 'repeat':
      return [...given, [given[n]?.[0] ?? '', change.text]]
    case 'all':
      return given.map(([name]) => [name, change.text])
    case 'rename':
      return given.map(([name, value], at) => [at === n ? `${name}${change.like}` : name, value])
    case 'id':
      return put(ids[change.which % ids.length] ?? '')
  }
}
