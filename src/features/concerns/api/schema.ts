import type { Act } from '#core/access/act.ts'
import { areasToSendTo } from '#features/administration/public.ts'
import {
  answersSchema,
  currentTemplate,
  templateFor,
  type Choosable,
  type Template,
} from '#features/standard/public.ts'
import { fault } from '#platform/errors/fault.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import type { PlainDate } from '#vocabulary/dates/plain-date.ts'
import { ConcernSent } from './schemas.ts'
import { z } from 'zod'

/** The schema of what this sender may send on a face, on this day, to these areas. */
export async function schemaFor(act: Act, face: string): Promise<Record<string, unknown>> {
  const whole = await currentTemplate(act.tx)
  if (!whole.faces.some(one => one.id === face)) throw fault('not-found')
  const template = templateFor(whole, { face, writes: act.viewer.writes })
  const areas = await areasToSendTo(act)
  return concernSchema(template, { face, today: londonDay(act.world.now()), areas })
}

export function concernSchema(
  template: Template,
  how: { face: string; today: PlainDate; areas: readonly Choosable[] },
): Record<string, unknown> {
  const { answers, parts, conditions } = answersSchema(template, how)
  const { $schema, properties, required } = z.toJSONSchema(ConcernSent, { io: 'input' })
  return {
    $schema,
    title: template.title.en,
    $comment: `Holds on ${how.today}: no day in it lies later.`,
    type: 'object',
    properties: {
      ...properties,
      template: { const: template.version },
      face: { const: how.face },
      answers,
      parts,
    },
    required,
    additionalProperties: false,
    ...(conditions.length > 0 ? { allOf: conditions } : {}),
  }
}
