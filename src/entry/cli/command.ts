export interface Command {
  readonly says: string
  /** @returns the exit code */
  readonly run: (words: readonly string[]) => Promise<number>
}

/** `--json` and such: the flags among the words of a command, and what is left. */
export function flagsIn(words: readonly string[]): {
  flags: ReadonlyMap<string, string>
  rest: readonly string[]
} {
  const flags = new Map<string, string>()
  const rest: string[] = []
  for (const word of words) {
    const [, name, value] = /^--([a-z-]+)(?:=(.*))?$/.exec(word) ?? []
    if (name) flags.set(name, value ?? 'yes')
    else rest.push(word)
  }
  return { flags, rest }
}
