// For the tests of forms alone: reads a page as a browser without JavaScript does.

export const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      decoded(value),
    ]),
  )

const decoded = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** What a browser would send if the form were sent again untouched. */
export function sentFrom(page: string): Record<string, string[]> {
  const sent: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string): void => {
    if (name !== undefined) (sent[name] ??= []).push(value)
  }
  for (const [, tag = ''] of page.matchAll(/<input(\s[^>]*)>/g)) {
    const { type, name, value = '', ...others } = attributesOf(tag)
    if (!/^(checkbox|radio)$/.test(type ?? '') || 'checked' in others) add(name, value)
  }
  for (const [, tag = '', text = ''] of page.matchAll(/<textarea(\s[^>]*)>(.*?)<\/textarea>/gs)) {
    add(attributesOf(tag)['name'], decoded(text.replace(/^\n/, '')))
  }
  for (const [, tag = '', options = ''] of page.matchAll(/<select(\s[^>]*)>(.*?)<\/select>/gs)) {
    const all = [...options.matchAll(/<option(\s[^>]*)>/g)].map(([, option = '']) => attributesOf(option))
    add(attributesOf(tag)['name'], (all.find(option => 'selected' in option) ?? all[0])?.['value'] ?? '')
  }
  return sent
}
