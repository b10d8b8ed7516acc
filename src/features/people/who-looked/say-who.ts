/** Who looked, as far as whoever reads it may know: the name where it is told, the role and the agency. */
export const sayWho = (look: {
  name: string | null
  roles: readonly string[]
  agency: string | null
}): string =>
  [
    look.name === 'referrer' ? 'Someone without an account' : look.name,
    look.roles.map(role => role.replaceAll('-', ' ')).join(', '),
    look.agency,
  ]
    .filter(Boolean)
    .join(', ')
