/** A word that puts on the child what was done to them, and what to write instead. Source: Children's Society, Appropriate language (2024), in our own words. */
export interface CarefulWord {
  readonly pattern: RegExp
  readonly instead: string
}

export const CAREFUL_WORDS: readonly CarefulWord[] = [
  { pattern: /\bpromiscuous(ly)?\b/gi, instead: 'say what you saw or were told' },
  { pattern: /\brisky behaviou?rs?\b/gi, instead: 'say what happened, and who puts the child at risk' },
  {
    pattern: /\b(plac|putt)(es|ing|s)? (him|her|them)sel(f|ves) at risk\b/gi,
    instead: 'say who or what puts the child at risk',
  },
  { pattern: /\blifestyle choices?\b/gi, instead: 'say what the child is being made or persuaded to do' },
  { pattern: /\b(child )?prostitut(e|es|ed|ion)\b/gi, instead: 'say that the child is being exploited' },
  { pattern: /\brefus(es|ed|ing) to engage\b/gi, instead: 'say what was offered, and what the child said' },
  { pattern: /\bhard to reach\b/gi, instead: 'say how you tried, and what came of it' },
  { pattern: /\babscond(s|ed|er|ers|ing)?\b/gi, instead: 'say that the child went missing, and since when' },
  { pattern: /\battention[- ]seeking\b/gi, instead: 'say what the child did, and what they may need' },
  {
    pattern: /\bstreet ?wise\b/gi,
    instead: 'say what you saw; a child who seems confident can still be exploited',
  },
  { pattern: /\b(false|made[- ]up) allegations?\b/gi, instead: 'say what was said, and what is known' },
  {
    pattern: /\bretract(s|ed|ion)?\b/gi,
    instead: 'say that the child no longer supports it, and why if they said so',
  },
]

/** What stands between quotation marks is somebody's own words, and stays exact. */
const QUOTED = /"[^"]*"|“[^”]*”|‘[^’]*’(?![a-z])/g

/** The words of a text that its writer may want to look at again, each once, with what to write instead. Never those in quotation marks. */
export function wordsToLookAt(text: string): { word: string; instead: string }[] {
  const own = text.replaceAll(QUOTED, quoted => ' '.repeat(quoted.length))
  const found = CAREFUL_WORDS.flatMap(({ pattern, instead }) =>
    [...own.matchAll(pattern)].map(([word]) => ({ word: word.toLowerCase(), instead })),
  )
  return [...new Map(found.map(one => [one.word, one])).values()]
}
