const CODES: Readonly<Record<string, string>> = {
  b: '1',
  f: '1',
  p: '1',
  v: '1',
  c: '2',
  g: '2',
  j: '2',
  k: '2',
  q: '2',
  s: '2',
  x: '2',
  z: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
}

/** American Soundex (National Archives, 1930): the first letter and three digits for how the rest sounds. */
export function soundex(name: string): string {
  const letters = [...name.toLowerCase()].filter(letter => letter >= 'a' && letter <= 'z')
  const [first] = letters
  if (!first) return ''
  let code = first.toUpperCase()
  let before = CODES[first] ?? ''
  for (const letter of letters.slice(1)) {
    const digit = CODES[letter] ?? ''
    if (digit !== '' && digit !== before) code += digit
    // h and w do not part two letters of one sound; a vowel does.
    if (letter !== 'h' && letter !== 'w') before = digit
    if (code.length === 4) return code
  }
  return code.padEnd(4, '0')
}
