import { escaped, Html } from './html.ts'
import type { Elements } from './jsx-elements.ts'

export { Html } from './html.ts'

/** What may stand between tags. A promise may not: everything a page needs is read before it is written. */
export type Child = Html | string | number | boolean | null | undefined | readonly Child[]

export namespace JSX {
  export type Element = Html
  export type ElementType = keyof Elements | ((props: never) => Html)
  export type IntrinsicElements = Elements
  export interface ElementChildrenAttribute {
    children: Child
  }
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: Child }

const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'path', 'circle', 'rect', 'line'])
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction'])

/** The compiler calls this for every element. Text is escaped, attributes are quoted, addresses are checked. */
export function jsx(tag: string | ((props: Props) => Html), props: Props): Html {
  if (typeof tag === 'function') return tag(props)
  let text = `<${tag}`
  for (const name in props) if (name !== 'children') text += attribute(name, props[name])
  if (VOID.has(tag)) return new Html(`${text}>`)
  return new Html(`${text}>${inside(props.children)}</${tag}>`)
}

export const jsxs = jsx

export const Fragment = (props: { readonly children?: Child }): Html => new Html(inside(props.children))

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  if (name.startsWith('on') || name === 'style' || !/^[a-zA-Z][\w:-]*$/.test(name)) {
    throw new TypeError(`the attribute ${name} is not used here`)
  }
  if (value === true) return ` ${name}`
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new TypeError(`the attribute ${name} holds no text`)
  const text = String(value)
  if (ADDRESSES.has(name)) checkAddress(text)
  return ` ${name}="${escaped(text)}"`
}

/** Browsers ignore blanks and control characters in a scheme, so they are taken out before it is read. */
function checkAddress(address: string): void {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const plain = address.replaceAll(/[\u0000-\u0020\u007f-\u009f]/g, '').toLowerCase()
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(plain)?.[1]
  if (scheme && !['http', 'https', 'mailto', 'tel', 'otpauth'].includes(scheme)) {
    throw new TypeError(`an address may not begin with ${scheme}:`)
  }
}

function inside(child: Child | undefined): string {
  if (typeof child === 'string') return escaped(child)
  if (child instanceof Html) return child.toString()
  if (typeof child === 'number') return String(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (Array.isArray(child)) return child.map(inside).join('')
  throw new TypeError('only finished text and markup can stand on a page')
}

export const render = (page: Html): string => page.toString()
