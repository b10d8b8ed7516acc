import pg from 'pg'

/** So many statements are kept at most, by each connection: a plan under policies is large. */
const MOST_KEPT = 300

const names = new Map<string, string>()

/**
 * A connection that keeps the plans of what it is asked. A query is planned with every policy in it, and that again for each
 * page is work that nobody sees. PostgreSQL itself goes back to planning anew where a kept plan would be worse.
 */
export class KeepingClient extends pg.Client {
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given
    const ask = super.query.bind(this) as (...args: unknown[]) => never
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return ask(...given)
    const name = nameOf(text)
    return name === undefined ? ask(...given) : ask({ text, values: values as unknown[], name }, ...rest)
  }
}

function nameOf(text: string): string | undefined {
  let name = names.get(text)
  if (name === undefined && names.size < MOST_KEPT) {
    name = `kept ${names.size + 1}`
    names.set(text, name)
  }
  return name
}
