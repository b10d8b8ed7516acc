/** Numbers and references by which services know a child. */
export const IDENTIFIER_KINDS = ['nhs-number', 'upn', 'local-case-reference'] as const

export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

export type IdentifierRead = { ok: true; value: string } | { ok: false; says: string }

/** Reads an identifier as it was typed, to the form in which it is kept, and says in words what is wrong with it. */
export function readIdentifier(kind: IdentifierKind, typed: string): IdentifierRead {
  switch (kind) {
    case 'nhs-number':
      return readNhsNumber(typed.replaceAll(/[\s-]/g, ''))
    case 'upn':
      return readUpn(typed.replaceAll(/[\s-]/g, '').toUpperCase())
    case 'local-case-reference':
      return readCaseReference(typed.trim())
  }
}

/** In the groups in which it is read out. */
export const sayIdentifier = (kind: IdentifierKind, value: string): string =>
  kind === 'nhs-number' ? `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}` : value

/** Ten digits. The last checks the others: weights 10 to 2, modulus 11; a check of 10 is never given out. */
function readNhsNumber(text: string): IdentifierRead {
  if (!/^\d{10}$/.test(text))
    return { ok: false, says: 'Enter an NHS number of 10 digits, like 999 000 0018' }
  const sum = [...text].slice(0, 9).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  return (11 - (sum % 11)) % 11 === Number(text[9])
    ? { ok: true, value: text }
    : { ok: false, says: 'Check the NHS number: its last digit does not fit the others' }
}

/** Letters that are not mistaken for digits; their places in the alphabet are their values. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/**
 * A check letter, eleven digits, and a twelfth digit or, in a temporary one, a letter. The check is the sum of the
 * values by their places 2 to 13, modulus 23 (Government Data Standards Catalogue, Unique Pupil Number 2.0).
 */
function readUpn(text: string): IdentifierRead {
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(text))
    return { ok: false, says: 'Enter a UPN of one letter and 12 digits, like A123456789012' }
  const sum = [...text].reduce((total, sign, index) => {
    const value = /\d/.test(sign) ? Number(sign) : UPN_LETTERS.indexOf(sign)
    return index === 0 ? 0 : total + value * (index + 1)
  }, 0)
  return UPN_LETTERS[sum % 23] === text[0]
    ? { ok: true, value: text }
    : { ok: false, says: 'Check the UPN: its first letter does not fit the digits' }
}

const readCaseReference = (text: string): IdentifierRead =>
  /^[\p{L}\p{N}](?:[\p{L}\p{N} ./-]{0,38}[\p{L}\p{N}])?$/u.test(text)
    ? { ok: true, value: text }
    : {
        ok: false,
        says: 'Enter a reference of up to 40 letters, numbers, spaces, full stops, dashes or slashes',
      }
