import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The Node 24 to go on with: this one when it is new enough, else the packaged one, else none. */
export function node24(root) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const packaged = join(
    root,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  return existsSync(packaged) ? packaged : null
}
