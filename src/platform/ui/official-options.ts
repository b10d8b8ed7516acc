import type { Html } from './html.ts'

/** One of the two: text that is escaped, or finished markup. */
export type Either<Text extends string, Markup extends string> =
  | ({ readonly [name in Text]: string } & { readonly [name in Markup]?: undefined })
  | ({ readonly [name in Markup]: Html } & { readonly [name in Text]?: string | undefined })

/** Further attributes of an official component. No handlers, no styles and no addresses. */
export interface Attributes {
  readonly readonly?: 'readonly'
  readonly [name: `aria-${string}` | `data-${string}`]: string | undefined
  readonly dir?: 'auto' | 'ltr' | 'rtl' | undefined
  readonly id?: string | undefined
  readonly lang?: string | undefined
  readonly maxlength?: string | undefined
  readonly role?: string | undefined
  readonly tabindex?: '0' | '-1' | undefined
}

/** The same words for one, two and more, as `Intl.PluralRules` tells them apart. */
export interface PluralText {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}
