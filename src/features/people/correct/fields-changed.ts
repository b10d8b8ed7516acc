import type { PersonKnown } from '../record/read-person.ts'

/** Which parts of what is known of someone differ: the ledger names them, and not what they say. */
export function fieldsChanged(person: PersonKnown, known: PersonKnown): string[] {
  const fields = Object.keys(known) as (keyof PersonKnown)[]
  return fields.filter(field => person[field] !== known[field])
}
