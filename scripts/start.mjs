#!/usr/bin/env node
// The one way in. Runs on plain Node 20 or later without any package: installs what is locked, finds Node 24
// among it, and goes on under that.
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installLocked } from './start/install.mjs'
import { node24 } from './start/node24.mjs'
import { stepsFor } from './start/steps.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

async function main() {
  const words = process.argv.slice(2)
  await installLocked(root)
  const node = node24(root)
  if (!node) {
    console.error(
      `Sightline needs Node 24. There is no packaged one for ${process.platform} on ${process.arch}: install Node 24 and start again.`,
    )
    return 1
  }
  for (const step of stepsFor(words)) {
    if (step.says) console.log(step.says)
    const code = await run(node, step)
    if (code !== 0) return code
  }
  return 0
}

function run(node, step) {
  return new Promise((resolve, reject) => {
    const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`
    const child = spawn(node, step.args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } })
    // Ctrl-C reaches the child by itself; what is sent to us alone is handed on.
    const forward = signal => child.kill(signal)
    process.on('SIGINT', () => {})
    process.on('SIGTERM', forward)
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

process.exitCode = await main()
