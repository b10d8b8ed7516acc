import type { Global, VoidGlobal } from './global.ts'
import type { Shapes } from './svg.ts'

/** The closed set of elements and attributes that pages are written in. No `style`, no `on…`: neither compiles. */
export interface Elements extends Shapes {
  a: Global & {
    href: string
    rel?: 'noreferrer' | 'external' | 'prev' | 'next' | undefined
    download?: boolean | undefined
    draggable?: 'false' | undefined
  }
  abbr: Global
  b: Global
  bdi: Global
  blockquote: Global
  br: VoidGlobal
  button: Global &
    Control & { type: 'submit' | 'button'; value?: string | undefined; formaction?: string | undefined }
  caption: Global
  code: Global
  dd: Global
  del: Global
  details: Global & { open?: boolean | undefined }
  div: Global
  dl: Global
  dt: Global
  em: Global
  fieldset: Global & Control
  figcaption: Global
  figure: Global
  footer: Global
  form: Global & {
    method: 'post' | 'get'
    action?: string | undefined
    novalidate?: boolean | undefined
    autocomplete?: 'off' | undefined
    enctype?: 'multipart/form-data' | undefined
  }
  h1: Global
  h2: Global
  h3: Global
  h4: Global
  header: Global
  hr: VoidGlobal
  img: VoidGlobal & { src: string; alt: string; width?: number | undefined; height?: number | undefined }
  input: VoidGlobal &
    Control &
    Typing & {
      type: 'hidden' | 'text' | 'checkbox' | 'radio' | 'password' | 'search' | 'email' | 'tel' | 'file'
      name: string
      value?: string | undefined
      checked?: boolean | undefined
      inputmode?: 'numeric' | 'text' | 'tel' | 'email' | undefined
      accept?: string | undefined
    }
  ins: Global
  label: Global & { for: string }
  legend: Global
  li: Global
  main: Global
  mark: Global
  nav: Global
  ol: Global & { start?: number | undefined }
  optgroup: Global & { label: string }
  option: Global & { value: string; selected?: boolean | undefined }
  p: Global
  section: Global
  select: Global & Control & { name: string }
  small: Global
  span: Global
  strong: Global
  sub: Global
  summary: Global
  sup: Global
  table: Global
  tbody: Global
  td: Global & Spanning
  textarea: Global &
    Control &
    Typing & { name: string; rows?: number | undefined; children?: string | undefined }
  tfoot: Global
  th: Global & Spanning & { scope: 'col' | 'row' | 'colgroup' | 'rowgroup' }
  thead: Global
  time: Global & { datetime: string }
  tr: Global
  ul: Global
  wbr: VoidGlobal
}

interface Control {
  name?: string | undefined
  form?: string | undefined
  disabled?: boolean | undefined
}

interface Typing {
  autocomplete?: string | undefined
  maxlength?: number | undefined
  spellcheck?: 'true' | 'false' | undefined
}

interface Spanning {
  colspan?: number | undefined
  rowspan?: number | undefined
}

type Names<E> = E extends unknown ? Exclude<keyof E, 'children'> : never

/** Every attribute that some element may carry, for the runtime's own list. */
export type AttributeName = Names<Elements[keyof Elements]>
