/** Letters that Unicode does not take apart, as English forms write them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/**
 * A name as its parts, for comparing only: without case, accents, apostrophes and hyphens. 'O’Brien-Łasńa' is
 * ['obrien', 'lasna']. What a person is called is never replaced by this.
 */
export function nameParts(name: string): string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłı]/g, letter => LETTERS[letter] ?? letter)
    .replaceAll(/['’`ʼ.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(part => part !== '')
}

/** All parts run together: a hyphen dropped or a space added changes nothing. */
export const joinedName = (name: string): string => nameParts(name).join('')
