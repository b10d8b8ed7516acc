import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { fault } from '#platform/errors/fault.ts'
import { Template } from './template.ts'

/** The newest published template: what a new concern is asked by. */
export async function currentTemplate(tx: ScopedTx): Promise<Template> {
  const newest = await tx
    .selectFrom('templateVersion')
    .select('definition')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) throw fault('unexpected', 'no template has been published')
  return Template.parse(newest.definition)
}

/** The template that a concern was made with; records keep their version for ever. */
export async function templateOfVersion(tx: ScopedTx, version: number): Promise<Template> {
  const kept = await tx
    .selectFrom('templateVersion')
    .select('definition')
    .where('version', '=', version)
    .executeTakeFirst()
  if (!kept) throw fault('unexpected', 'a concern names a template that is not there')
  return Template.parse(kept.definition)
}
