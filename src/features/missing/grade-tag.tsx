import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Tag, type TagColour } from '#platform/ui/page-parts.tsx'
import { NOT_GRADED } from './clock.ts'

const COLOURS: Readonly<Record<string, TagColour>> = { high: 'red', medium: 'orange', low: 'blue' }

/** The grade in its word; the colour says nothing that the word does not. */
export const GradeTag = (p: { code: string | null; say: (code: string) => string }): Html => {
  const code = p.code ?? NOT_GRADED
  return <Tag text={p.say(code)} colour={COLOURS[code] ?? 'grey'} />
}
