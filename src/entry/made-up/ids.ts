import type { Among } from '#core/access/bulk.ts'
import type { Chance } from './chance.ts'

/** Ids of version 7, as `uuidAt` makes them, by the hundred thousand: the moment is written down once for all of one deed. */
export function idsFrom(chance: Chance): Among['idAt'] {
  let last: Date | null = null
  let moment = ''
  const hex = (digits: number): string =>
    Math.floor(chance.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return <I extends string>(at: Date) => {
    if (at !== last) {
      last = at
      const digits = at.getTime().toString(16).padStart(12, '0')
      moment = `${digits.slice(0, 8)}-${digits.slice(8)}-7`
    }
    const variant = '89ab'[Math.floor(chance.next() * 4)]
    return `${moment}${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}` as I
  }
}
