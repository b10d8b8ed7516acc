import type { Child } from './jsx-runtime.ts'

/** The closed set of elements and attributes that pages are written in. No `style`, no `on…`: neither compiles. */
export interface Elements {
  a: Global & { href: string; draggable?: 'false'; rel?: 'noreferrer' | 'external'; download?: boolean }
  abbr: Global
  b: Global
  bdi: Global
  blockquote: Global
  br: Global
  button: Global & { type: 'submit' | 'button'; name?: string; value?: string; formaction?: string }
  caption: Global
  code: Global
  dd: Global
  details: Global & { open?: boolean }
  div: Global
  dl: Global
  dt: Global
  em: Global
  fieldset: Global
  figcaption: Global
  figure: Global
  footer: Global
  form: Global & { method: 'post' | 'get'; action?: string; novalidate?: boolean; autocomplete?: 'off' }
  h1: Global
  h2: Global
  h3: Global
  h4: Global
  header: Global
  hr: Global
  img: Global & { src: string; alt: string; width?: number; height?: number }
  input: Global & {
    type: 'hidden' | 'text' | 'checkbox' | 'radio' | 'password' | 'search' | 'email' | 'tel'
    name: string
    value?: string
    checked?: boolean
    autocomplete?: string
    inputmode?: 'numeric' | 'text' | 'tel'
    spellcheck?: 'true' | 'false'
  }
  label: Global & { for: string }
  legend: Global
  li: Global
  main: Global
  mark: Global
  nav: Global
  ol: Global
  option: Global & { value: string; selected?: boolean }
  p: Global
  path: Global & { d: string; fill?: string; stroke?: string }
  rect: Global & { x: number; y: number; width: number; height: number; fill?: string }
  section: Global
  select: Global & { name: string }
  span: Global
  strong: Global
  summary: Global
  svg: Global & {
    viewBox: string
    width?: number
    height?: number
    xmlns?: string
    'shape-rendering'?: 'crispEdges'
    focusable?: 'false'
  }
  table: Global
  tbody: Global
  td: Global & { colspan?: number }
  textarea: Global & { name: string; rows?: number }
  tfoot: Global
  th: Global & { scope: 'col' | 'row' }
  thead: Global
  time: Global & { datetime: string }
  tr: Global
  ul: Global
}

interface Global {
  id?: string
  class?: string
  lang?: string
  dir?: 'auto' | 'ltr' | 'rtl'
  hidden?: boolean
  role?: 'region' | 'alert' | 'status' | 'list' | 'img' | 'group' | 'presentation' | 'button'
  title?: string
  tabindex?: 0 | -1
  children?: Child
  [label: `aria-${string}`]: string | undefined
  [data: `data-${string}`]: string | undefined
}
