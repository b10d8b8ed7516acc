import { attributesOf } from '#test/kit/read-form.ts'
import type { Served } from './served.ts'

export interface System {
  readonly id: string
  readonly key: string
}

/** A system of the council with its key, made on the pages on which its administrators make one; its role agreed to. */
export async function addSystem(served: Served): Promise<System> {
  const administrator = await served.as('Alan Pike')
  const typed = { name: 'Pastoral log', contact: 'ICT, 204' }
  const added = await administrator.submit('/administration/systems/new', typed)
  const id = added.headers.location?.split('/').at(-1) ?? ''
  const made = await administrator.submit(`/administration/systems/${id}/key`, {})
  const page = await administrator.get(made.headers.location ?? '')
  const key = /shown only now: ([\w-]{43})/.exec(page.body)?.[1] ?? ''
  const second = await served.as('Grace Okafor')
  const asked = await second.get(`/administration/people/${id}`)
  const [tag = ''] = /<input[^>]*name="grant"[^>]*>/.exec(asked.body) ?? []
  const grant = attributesOf(tag)['value'] ?? ''
  const agreed = await second.submit(`/administration/people/${id}`, { grant, answer: 'agree' })
  if (key === '' || agreed.statusCode !== 303)
    throw new Error('the system could not be made: its pages are not what this bench knows')
  return { id, key }
}
