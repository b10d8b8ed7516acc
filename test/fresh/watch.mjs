// What a person at a terminal does and sees, on plain Node 20.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { stripVTControlCharacters } from 'node:util'

/** Starts an npm command as a terminal would: in a process group of its own, which Ctrl-C reaches as a whole. */
export function npm(checkout, words, more = {}) {
  const child = spawn('npm', words, {
    cwd: checkout,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...more },
  })
  const watched = { child, said: '', ended: undefined }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      process.stdout.write(chunk)
      watched.said += stripVTControlCharacters(chunk.toString())
    })
  // Not 'exit': the last words may come after it.
  const ended = once(child, 'close').then(([code, signal]) => (watched.ended = signal ?? code))
  return Object.assign(watched, { end: ended })
}

/** What a whole installation has no reason to say: our own warnings, lines of the log, Node's. */
export const warningsIn = said =>
  said.split('\n').filter(line => /^Warning: |"level":"(warning|error)"|^\(node:\d+\) .*Warning: /.test(line))

export async function read(address) {
  const response = await fetch(address)
  return { status: response.status, text: await response.text() }
}

/** The usual port, unless something on the machine around this root holds it: the network is shared with that. */
export async function freePort() {
  const server = createServer()
  server.listen(3000, '127.0.0.1')
  const free = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ])
  if (free) server.close()
  else process.stdout.write('Port 3000 is taken on this machine: another is used\n')
  return free ? {} : { PORT: '0' }
}

/** What runs in this process space but ourselves and the shell that is its first process. */
export function running() {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && ![1, process.pid].includes(Number(name)))
    .map(name => ({ pid: Number(name), words: wordsOf(name) }))
    .filter(({ words }) => words.length > 0)
}

export const leftRunning = () => running().map(({ words }) => words.join(' '))

/** How a process was started; empty for one that has just ended. */
function wordsOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean)
  } catch {
    return []
  }
}
