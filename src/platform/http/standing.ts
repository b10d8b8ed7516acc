/** By what people are let into a house: an account that they sign in to, or an address that they prove. */
export interface Standing {
  readonly kind: 'account' | 'address'
  readonly cookie: string
  /** Where whoever has no session begins; they are brought back from there to where they were. */
  readonly entrance: (path: string) => string
  /** How long what was typed when a session ended waits for them. */
  readonly daysKept: number
  /** How many forms are kept so for each: who can have one by an address alone could fill a disk with them. */
  readonly mostKept: number
}

/** `__Host-` binds a cookie to this host and to https; browsers count localhost as trustworthy. */
export const ACCOUNT = { kind: 'account', cookie: '__Host-sightline' } as const satisfies Partial<Standing>
