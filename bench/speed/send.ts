import { withUnsaid } from '#features/concerns/unsaid.ts'
import type { FormValues } from '#platform/ui/form-state.ts'

type Ask = (path: string, body?: string) => Promise<{ body: string; location: string }>

const hiddenIn = (page: string): { _csrf: string; _key: string } => {
  const one = (name: string): string =>
    [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].at(-1)?.[1] ?? ''
  return { _csrf: one('_csrf'), _key: one('_key') }
}

/**
 * Records one concern page by page, as a browser does.
 *
 * @returns its id, or null where the service did not get so far
 */
export async function sendConcern(ask: Ask, area: string): Promise<string | null> {
  const submit = async (path: string, typed: FormValues): Promise<string> => {
    const hidden = hiddenIn((await ask(path)).body)
    // Where `ask` insists, the same body goes again until it is answered: the form key makes it one concern.
    return (await ask(path, asForm({ ...hidden, ...typed }))).location
  }
  const at = await recordedTo(submit, area)
  if (at === null) return null
  const receipt = await submit(at, {})
  return /\/concerns\/sent\/([\w-]+)/.exec(receipt)?.[1] ?? null
}

/** What is typed, and the whole of it on each page: a page takes what it asks for. */
const typedIn = (area: string): FormValues =>
  withUnsaid({
    'child-area': area,
    'child-1-child-name-given': 'Robin',
    'child-1-child-born-year': '2012',
    'child-1-child-sex': 'M',
    account: 'Fact: waited at the gate.',
    noticed: ['missing'],
    'family-knows': 'neither',
  })

/** A draft filled in page by page. @returns where its answers are checked, or null where the service did not get so far */
export async function recordedTo(
  submit: (path: string, typed: FormValues) => Promise<string>,
  area: string,
): Promise<string | null> {
  let at = await submit('/concerns/new', {})
  for (let pages = 0; at.includes('/draft/') && pages < 20; pages += 1) {
    if (at.endsWith('/check')) return at
    at = await submit(at, typedIn(area))
  }
  return null
}

export const asForm = (values: FormValues): string => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) form.append(name, one)
  return form.toString()
}
