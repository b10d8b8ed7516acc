import fc from 'fast-check'
import type { Act } from '#core/access/act.ts'
import { areasToSendTo } from '#features/administration/public.ts'
import { currentTemplate, templateFor } from '#features/standard/public.ts'
import { anyConcern } from '#test/kit/any-concern.ts'
import { asJson } from '#test/kit/as-json.ts'

export const FACES = ['referrer', 'practitioner'] as const

/** Concerns that this sender may send as they are: what a schema's own shape seldom hits upon by chance. */
export async function wholeConcerns(act: Act, many: number): Promise<object[]> {
  const template = await currentTemplate(act.tx)
  const areas = (await areasToSendTo(act)).map(area => area.id)
  return FACES.flatMap(face => {
    const asked = templateFor(template, { face, writes: act.viewer.writes })
    const typed = fc.sample(anyConcern(asked, areas), { numRuns: many / FACES.length, seed: 9 })
    return typed.map(one => ({
      template: template.version,
      sentBy: { name: 'Jane Poole', role: 'Class teacher' },
      ...asJson(asked, one, face),
    }))
  })
}
