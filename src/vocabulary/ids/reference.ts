/**
 * References that people read out: random, so that they tell nothing of order or number; in Crockford's base 32
 * without the letters that are mistaken for others; with a check character that finds every single wrong character
 * and every swap of neighbours (ISO 7064's idea, modulus 37 over 32 symbols; the check stays within the 32).
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM = 7
/** 31 is prime: weights 1 to 8 differ, so wrong characters and swaps change the sum. Values are taken modulo 31 twice over. */
const PRIME = 31

/**
 * `CON-7K3M-2QX9`: seven random characters of 31 (2.7 × 10^10 references; at 100,000 the chance that any two are
 * alike is about one in six, so a reference finds records and does not identify one).
 */
export function makeReference(prefix: string, randomBytes: (count: number) => Uint8Array): string {
  const symbols: number[] = []
  while (symbols.length < RANDOM) {
    for (const byte of randomBytes(RANDOM * 2)) {
      // Even odds: bytes beyond the last whole multiple are left out.
      if (byte < 248 && symbols.length < RANDOM) symbols.push(byte % PRIME)
    }
  }
  return written(prefix, [...symbols, checkOf(symbols)])
}

/** @returns the reference as it is kept, or null when it is not one, whatever case, dashes or O for 0 were typed */
export function readReference(typed: string): string | null {
  const text = typed.toUpperCase().replaceAll(/[\s\-–—.]/g, '')
  const [, prefix, rest] = /^([A-Z]{3})([0-9A-Z]{8})$/.exec(text) ?? []
  if (!prefix || !rest) return null
  const plain = rest.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const symbols = [...plain].map(letter => ALPHABET.indexOf(letter))
  if (symbols.some(symbol => symbol < 0 || symbol >= PRIME)) return null
  return checkOf(symbols.slice(0, RANDOM)) === symbols[RANDOM] ? written(prefix, symbols) : null
}

const checkOf = (symbols: readonly number[]): number =>
  symbols.reduce((sum, symbol, index) => (sum + (index + 2) * symbol) % PRIME, 0)

function written(prefix: string, symbols: readonly number[]): string {
  const text = symbols.map(symbol => ALPHABET[symbol]).join('')
  return `${prefix}-${text.slice(0, 4)}-${text.slice(4)}`
}
