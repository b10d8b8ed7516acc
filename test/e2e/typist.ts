import type { Locator, Page } from 'playwright-core'

/**
 * Someone who has nothing but the page before them: every field is found by the question that stands there, every choice by
 * its own words, and a button by what is on it. What they do is counted; at a pace, it also takes as long as it would.
 */

/** How an answer is given: typed, chosen, several chosen, a date, signs marked, or why there is none. */
export type Answer =
  | { readonly type: string }
  | { readonly choose: readonly string[] }
  | { readonly pick: string }
  | { readonly parts: Readonly<Record<string, string>> }
  | { readonly signs: Readonly<Record<string, string>>; readonly others: string }
  | { readonly whyNot: string }

export type Said = readonly (readonly [question: string, answer: Answer])[]

export interface PageOfForm {
  readonly heading: string
  readonly said: Said
  readonly press: string
}

/** Milliseconds for a character, and for finding and pressing something. None in a test; in a bench a person's own. */
export interface Pace {
  readonly character: number
  readonly press: number
}
export const AT_ONCE: Pace = { character: 0, press: 0 }

export interface Counted {
  characters: number
  presses: number
  pages: number
  /** All of it, and that part of it which was typing. */
  milliseconds: number
  typing: number
}

export class Typist {
  readonly counted: Counted = { characters: 0, presses: 0, pages: 0, milliseconds: 0, typing: 0 }
  private page: Page
  private readonly pace: Pace
  constructor(page: Page, pace: Pace = AT_ONCE) {
    this.page = page
    this.pace = pace
  }

  /** Goes on with another device; what was counted stays. */
  goesOnAt(page: Page): void {
    this.page = page
  }

  async fillsPage({ heading, said, press }: PageOfForm): Promise<void> {
    const started = performance.now()
    // Of several, which one it is and whom it is about stand behind it.
    const name = new RegExp(`^${heading}( \\(|:|$)`)
    await this.page.getByRole('heading', { name, level: 1 }).waitFor()
    for (const [question, answer] of said) await this.answers(question, answer)
    await this.presses(press)
    this.counted.pages += 1
    this.counted.milliseconds += performance.now() - started
  }

  private async answers(question: string, answer: Answer): Promise<void> {
    if ('type' in answer) await this.types(this.page.getByLabel(question, { exact: true }), answer.type)
    else if ('pick' in answer) await this.picks(this.page.getByLabel(question, { exact: true }), answer.pick)
    else if ('whyNot' in answer)
      await this.picks(
        this.page.getByLabel(`If you cannot answer, say why: ${question}`, { exact: true }),
        answer.whyNot,
      )
    else if ('choose' in answer)
      for (const choice of answer.choose)
        await this.chooses(this.group(question).getByLabel(choice, { exact: true }))
    else if ('parts' in answer)
      for (const [part, text] of Object.entries(answer.parts))
        await this.types(this.group(question).getByLabel(part, { exact: true }), text)
    else {
      for (const [sign, state] of Object.entries(answer.signs))
        await this.chooses(
          this.group(question)
            .getByRole('group', { name: sign, exact: true })
            .getByLabel(state, { exact: true }),
        )
      await this.picks(
        this.page.getByLabel(`Every line that I have not marked: ${question}`, { exact: true }),
        answer.others,
      )
    }
  }

  private group(question: string): Locator {
    return this.page.getByRole('group', { name: question, exact: true })
  }

  private async types(field: Locator, text: string): Promise<void> {
    await this.finds()
    await field.focus()
    const started = performance.now()
    await field.pressSequentially(text, { delay: this.pace.character, timeout: 0 })
    this.counted.typing += performance.now() - started
    this.counted.characters += text.length
  }

  private async chooses(choice: Locator): Promise<void> {
    await this.finds()
    await choice.check()
  }

  private async picks(list: Locator, label: string): Promise<void> {
    await this.finds()
    await list.selectOption({ label })
  }

  private async presses(button: string): Promise<void> {
    await this.finds()
    await this.page.getByRole('button', { name: button, exact: true }).click()
  }

  private async finds(): Promise<void> {
    this.counted.presses += 1
    if (this.pace.press > 0) await this.page.waitForTimeout(this.pace.press)
  }
}
