import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Installs the locked packages unless these very ones are there. Two starts at once: one installs, one waits. */
export async function installLocked(root) {
  const stamp = join(root, 'node_modules', '.sightline-lock')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const isThere = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isThere()) return
  const lock = join(root, '.installing')
  while (!take(lock)) {
    await pause(500)
    if (isThere()) return
  }
  try {
    console.log('Installing the packages named in package-lock.json. This takes a minute the first time.')
    // npm's install scripts are not needed, and a package that is not ours has no business running one.
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const done = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    if (done.error || done.status !== 0) throw new Error('npm ci did not succeed: read what it said above')
    writeFileSync(stamp, wanted)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** A folder can be made once; one left by a start that was killed is taken over after ten minutes. */
function take(lock) {
  try {
    mkdirSync(lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > 600_000)
      rmSync(lock, { recursive: true, force: true })
    return false
  }
}
