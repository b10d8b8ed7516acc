/** What the layout itself says. A second language is a second entry. */
export const layoutWords = {
  'en-GB': {
    product: 'Sightline',
    errorTitle: 'Error: ',
    skip: 'Skip to main content',
    menu: 'Menu',
    account: 'Your account',
    signOut: 'Sign out',
    footer: 'Sightline. If a child is in danger now, ring 999.',
  },
} as const

export type Language = keyof typeof layoutWords
