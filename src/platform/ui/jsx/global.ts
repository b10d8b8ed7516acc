import type { Child } from '../jsx-runtime.ts'

/** What every element may carry. */
export interface Global extends VoidGlobal {
  children?: Child
}

/** What an element without an inside may carry. */
export interface VoidGlobal extends Aria, Data {
  id?: string | undefined
  class?: string | undefined
  lang?: string | undefined
  dir?: 'auto' | 'ltr' | 'rtl' | undefined
  hidden?: boolean | undefined
  role?: Role | undefined
  title?: string | undefined
  tabindex?: 0 | -1 | undefined
}

type Role =
  | 'alert'
  | 'button'
  | 'cell'
  | 'columnheader'
  | 'group'
  | 'img'
  | 'list'
  | 'note'
  | 'presentation'
  | 'region'
  | 'row'
  | 'rowgroup'
  | 'rowheader'
  | 'search'
  | 'status'
  | 'table'

// TypeScript lets any name with a hyphen stand in JSX, so these types hold the values and the runtime the names.
interface Aria {
  'aria-atomic'?: 'true' | 'false' | undefined
  'aria-controls'?: string | undefined
  'aria-current'?: 'page' | 'step' | 'date' | 'true' | undefined
  'aria-describedby'?: string | undefined
  'aria-details'?: string | undefined
  'aria-disabled'?: 'true' | undefined
  'aria-expanded'?: 'true' | 'false' | undefined
  'aria-hidden'?: 'true' | undefined
  'aria-invalid'?: 'true' | undefined
  'aria-label'?: string | undefined
  'aria-labelledby'?: string | undefined
  'aria-live'?: 'polite' | 'assertive' | undefined
  'aria-sort'?: 'ascending' | 'descending' | 'none' | undefined
}

interface Data {
  'data-aria-controls'?: string | undefined
  'data-behaviour'?: 'exclusive' | undefined
  /** The column's title, which a narrow screen puts before the cell. */
  'data-label'?: string | undefined
  'data-maxlength'?: string | undefined
  'data-module'?: `govuk-${string}` | undefined
  'data-prevent-double-click'?: 'true' | undefined
}
