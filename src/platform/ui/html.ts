let made: (text: string) => Html

/**
 * Finished markup. Only this folder can make it from text; everywhere else it comes out of JSX, which escapes.
 * The constructor is private and the text a true private field, so that nothing else passes for markup.
 */
export class Html {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  static {
    made = text => new Html(text)
  }

  toString(): string {
    return this.#text
  }
}

/** Markup from an official template or from our own runtime. Never from anything that a person typed. */
export const trusted = (text: string): Html => made(text)

const UNSAFE = /[&<>"']/
const EVERY_UNSAFE = /[&<>"']/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand between tags and between the quotes of an attribute. Most text needs nothing done to it. */
export const escaped = (text: string): string =>
  UNSAFE.test(text) ? text.replace(EVERY_UNSAFE, letter => ENTITIES[letter] ?? '') : text
