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
  const submit = async (path: string, typed: Record<string, string>): Promise<string> => {
    const hidden = hiddenIn((await ask(path)).body)
    // Where `ask` insists, the same body goes again until it is answered: the form key makes it one concern.
    return (await ask(path, new URLSearchParams({ ...hidden, ...typed }).toString())).location
  }
  const at = (await submit('/concerns/new', {})).replace(/\/danger$/, '')
  if (!at.includes('/draft/')) return null
  await submit(`${at}/danger`, { 'danger-now': 'no' })
  await submit(`${at}/area`, { 'child-area': area })
  await submit(`${at}/child/1`, {
    'child-1-child-name-given': 'Robin',
    'child-1-child-born-year': '2012',
    'child-1-child-sex': 'M',
    'child-1-child-address-absence': 'not-known',
    'child-1-child-school-absence': 'not-known',
  })
  await submit(`${at}/what-happened`, {
    account: 'Fact: waited.',
    noticed: 'missing',
    'child-words-absence': 'not-asked',
  })
  await submit(`${at}/family`, { 'family-knows': 'neither' })
  const receipt = await submit(`${at}/check`, {})
  return /\/concerns\/sent\/([\w-]+)/.exec(receipt)?.[1] ?? null
}
