/** Where a PostgreSQL server answers. Over the embedded server's socket no password is asked. */
export interface DatabaseAddress {
  /** A host name, or the folder of the server's socket. */
  readonly host: string
  readonly port: number
  readonly database: string
  readonly passwordOf: (role: string) => string | undefined
  /** Who creates roles and databases: the superuser when embedded, the owner of DATABASE_URL otherwise. */
  readonly administrator: { readonly user: string; readonly password?: string }
  readonly tls: boolean
}

export const ROLES = {
  /** Owns every object and runs the migrations; the policies show it nothing about people. */
  owner: 'sightline_owner',
  /** Owns the functions that run with definer's rights; cannot sign in. */
  definer: 'sightline_definer',
  app: 'sightline_app',
  job: 'sightline_job',
  sealer: 'sightline_sealer',
  keeper: 'sightline_keeper',
  gate: 'sightline_gate',
} as const

export type LoginRole = (typeof ROLES)[Exclude<keyof typeof ROLES, 'definer'>]
