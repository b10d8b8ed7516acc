import { readFile } from 'node:fs/promises'
import { fault } from '#platform/errors/fault.ts'

export interface RunsAs {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root; then it runs as an unprivileged user that is already there. */
export async function unprivilegedUser(): Promise<RunsAs | null> {
  if (process.getuid?.() !== 0) return null
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] = lines.find(([user]) => user === wanted) ?? []
    if (name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw fault(
    'database-trouble',
    'the database cannot run as root and there is no user postgres or nobody. Start Sightline as an ordinary user, or set DATABASE_URL',
  )
}
