import { sql } from 'kysely'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { fault } from '#platform/errors/fault.ts'
import { readTemplate, type Template } from './template.ts'

/** The newest published template: what a new concern is asked by. */
export async function currentTemplate(tx: ScopedTx): Promise<Template> {
  const newest = await digests(tx).orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (!newest) throw fault('unexpected', 'no template has been published')
  return keptOrRead(tx, newest)
}

/** The template that a concern was made with; records keep their version for ever. */
export async function templateOfVersion(tx: ScopedTx, version: number): Promise<Template> {
  const kept = await digests(tx).where('version', '=', version).executeTakeFirst()
  if (!kept) throw fault('unexpected', 'a concern names a template that is not there')
  return keptOrRead(tx, kept)
}

const digests = (tx: ScopedTx) =>
  tx.selectFrom('templateVersion').select(['version', sql<string>`md5(definition::text)`.as('digest')])

/** A template is long, and read on every page of a draft: each is read and checked once, and known again by its digest. */
const read = new Map<string, Template>()

async function keptOrRead(tx: ScopedTx, of: { version: number; digest: string }): Promise<Template> {
  const known = read.get(of.digest)
  if (known) return known
  const { definition } = await tx
    .selectFrom('templateVersion')
    .select('definition')
    .where('version', '=', of.version)
    .executeTakeFirstOrThrow()
  const template = readTemplate(definition)
  read.set(of.digest, template)
  return template
}
