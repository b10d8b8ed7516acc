import { expect } from 'vitest'

/** What of the inside no page may ever show. */
const INSIDE =
  /\bselect [\w*",. ]+ from |insert into|delete from|violates|constraint|relation "|syntax error|permission denied|row-level|node_modules|\.tsx?:\d|\bat (async )?\w+ \(|sightline_|\b(Type|Range|Reference|Zod)Error\b|\bFST_[A-Z]|[Kk]ysely|[Pp]ostgres|\bundefined\b|\bNaN\b|\[object/

export const insideShown = (body: string): string | null =>
  INSIDE.exec(body.replaceAll(/<script>[^<]*<\/script>/g, ''))?.[0] ?? null

/** An answer in our own words: no SQL, no stack, no name of anything inside, and nothing that broke. */
export function expectPlain(answer: { statusCode: number; body: string }, what: string): void {
  const found = { what, broken: answer.statusCode >= 500, inside: insideShown(answer.body) }
  expect(found).toEqual({ what, broken: false, inside: null })
}
