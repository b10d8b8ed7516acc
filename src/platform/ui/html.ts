/**
 * Finished markup. Only this folder can make it from text; everywhere else it comes out of JSX, which escapes.
 */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

const UNSAFE = /[&<>"']/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escaped = (text: string): string => text.replace(UNSAFE, letter => ENTITIES[letter] ?? '')

/** Markup from an official template or a picture we drew. Never from anything that a person typed. */
export const trusted = (text: string): Html => new Html(text)

export const NOTHING = new Html('')
