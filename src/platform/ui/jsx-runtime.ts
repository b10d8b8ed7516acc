import { checkAddress } from './jsx/addresses.ts'
import { escaped, Html, trusted } from './html.ts'
import type { Elements } from './jsx/elements.ts'
import { ATTRIBUTES, ELEMENTS } from './jsx/names.ts'

export type { Html } from './html.ts'

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

/** The compiler calls this for every element. Names are looked up, text is escaped, addresses are checked. */
export function jsx(tag: string | ((props: Props) => Html), props: Props): Html {
  if (typeof tag === 'function') return finished(tag(props))
  const closing = ELEMENTS.get(tag)
  if (closing === undefined) throw new TypeError(`the element ${tag} is not used here`)
  let text = `<${tag}`
  for (const name in props) if (name !== 'children') text += attribute(name, props[name])
  if (closing === 'void') return trusted(`${text}>`)
  // A browser drops one line break at the head of a text area, so one is added for it to drop.
  const head = tag === 'textarea' ? '>\n' : '>'
  return trusted(`${text}${head}${inside(props.children)}</${tag}>`)
}

export const jsxs = jsx
export const jsxDEV = jsx

export const Fragment = (props: { readonly children?: Child }): Html => trusted(inside(props.children))

function attribute(name: string, value: unknown): string {
  const kind = ATTRIBUTES.get(name)
  if (kind === undefined) throw new TypeError(`the attribute ${name} is not used here`)
  if (value === undefined || value === null || value === false) return ''
  if (kind === 'flag' && value === true) return ` ${name}`
  if (kind === 'flag' || (typeof value !== 'string' && typeof value !== 'number')) {
    throw new TypeError(`the attribute ${name} cannot hold ${typeof value}`)
  }
  const text = String(value)
  if (kind === 'address') checkAddress(text)
  return ` ${name}="${escaped(text)}"`
}

function inside(child: Child): string {
  if (typeof child === 'string') return escaped(child)
  if (child instanceof Html) return child.toString()
  if (Array.isArray(child)) {
    let text = ''
    for (const one of child) text += inside(one)
    return text
  }
  if (typeof child === 'number') return String(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  throw new TypeError(
    'only finished text and markup can stand on a page: await what is read before it is written',
  )
}

const finished = (made: unknown): Html => {
  if (made instanceof Html) return made
  throw new TypeError('a part of a page must give finished markup: it may not be async')
}

export const render = (page: Html): string => finished(page).toString()
