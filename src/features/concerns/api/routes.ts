import { z } from 'zod'
import type { Act } from '#core/access/act.ts'
import { currentTemplate, templateFor } from '#features/standard/public.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import type { Routes } from '#platform/http/routes.ts'
import { londonDay } from '#vocabulary/dates/london.ts'
import { mayRecord, maySendAsSystem, NEVER_HELD_UP } from '../policy.ts'
import { sendConcern } from '../send/service.ts'
import { pathOf, readSent } from './read-sent.ts'
import { schemaFor } from './schema.ts'
import { ConcernSent, Receipt } from './schemas.ts'

export function routes(app: Routes<Act>): void {
  app.api('GET', '/api/v1/concerns/schema/:face', {
    summary: 'The JSON Schema of a concern, as it may be sent today',
    may: mayRecord,
    looksAt: 'nothing',
    params: z.object({ face: z.string().regex(/^[a-z-]{1,60}$/) }),
    reply: z.looseObject({ $schema: z.string(), title: z.string() }),
    answer: async ({ act, params }) => {
      const schema = await schemaFor(act, params.face)
      return { ...schema, $schema: String(schema['$schema']), title: String(schema['title']) }
    },
  })

  app.api('POST', '/api/v1/concerns', {
    summary: 'Sends a concern about one or more children',
    may: maySendAsSystem,
    looksAt: 'nothing',
    counts: NEVER_HELD_UP,
    body: ConcernSent,
    status: 201,
    onceByKey: true,
    reply: Receipt,
    answer: async ({ act, body }) => sendFromSystem(act, body),
  })
}

/** @throws Refusal naming what is wrong by where it stands in what was sent */
async function sendFromSystem(act: Act, sent: ConcernSent): Promise<z.infer<typeof Receipt>> {
  const whole = await currentTemplate(act.tx)
  if (sent.template !== whole.version)
    throw new Refusal({ template: `The template is version ${whole.version} now. Read its schema again` })
  if (!whole.faces.some(face => face.id === sent.face))
    throw new Refusal({ face: `Choose one of ${whole.faces.map(face => face.id).join(', ')}` })
  const template = templateFor(whole, { face: sent.face, writes: act.viewer.writes })
  const { typed, errors } = readSent(template, sent, londonDay(act.world.now()))
  if (Object.keys(errors).length > 0) throw new Refusal(errors)
  const { name, role } = sent.sentBy
  const sentAt = act.world.now()
  const concern = await sendConcern(act, typed, { name, role: `${role}, through ${act.viewer.name}` }).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      throw new Refusal(
        Object.fromEntries(
          Object.entries(error.errors).map(([field, says]) => [pathOf(template, field), says]),
        ),
        error.status,
      )
    },
  )
  return {
    id: concern.concernId,
    reference: concern.reference,
    sentAt: sentAt.toISOString(),
    decideBy: concern.dueAt.toISOString(),
    status: `/api/v1/concerns/${concern.concernId}/status`,
  }
}
