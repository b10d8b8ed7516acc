// Runs inside a fresh root, on its Node 20 and without a package: one of the two commands as a person would, watched.
// On stream 3 it leaves one line: seconds for packages, address, second start, whole; tests, skipped; what was wrong.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'

const ADDRESS_WITHIN = 60
const [command, checkout, root] = process.argv.slice(2)
const stamp = `${checkout}/node_modules/.sightline-lock`
const faults = []
const must = (holds, otherwise) => {
  if (!holds) faults.push(otherwise)
}
const now = () => Date.now() / 1000

/** Starts an npm command as a terminal would: in a process group of its own, which Ctrl-C reaches as a whole. */
function npm(words, more = {}) {
  const child = spawn('npm', words, {
    cwd: checkout,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...more },
  })
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      process.stdout.write(chunk)
      said.text += stripVTControlCharacters(chunk.toString())
    })
  // Not 'exit': the last words may come after it.
  const ended = once(child, 'close').then(([code, signal]) => signal ?? code)
  return { child, said, ended }
}

/** One start of the demo: its page is read, and it is ended in the way given. Answers when it gave its address. */
async function demoOnce(end) {
  const { child, said, ended } = npm(['run', 'demo'], await freePort())
  let code
  void ended.then(is => (code = is))
  const address = () => /^Sightline answers at (\S+)$/m.exec(said.text)?.[1]
  while (!address() && code === undefined) await pause(20)
  const at = now()
  if (code !== undefined) throw new Error(`demo ended with ${code} before it gave an address`)
  const page = await read(`${address()}/`)
  must(page.status === 200 && /Sightline/.test(page.text), `the page answered ${page.status}`)
  const people = await read(`${address()}/sign-in/made-up`)
  must(people.status === 200 && /Leah Brandt/.test(people.text), 'the made-up people are not shown')
  end.by(child)
  const late = await Promise.race([ended.then(() => false), pause(60_000, true, { ref: false })])
  must(!late, `demo did not end within a minute of ${end.name}`)
  must(late || end.codes.includes(code), `demo ended with ${code} after ${end.name}`)
  must(leftRunning().length === 0, `still running: ${leftRunning().join(', ')}`)
  must(leftBehind().length === 0, `not ended in order: ${leftBehind().join(', ')} is left`)
  return at
}

/** Ctrl-C reaches npm's shell too, which then says that it was interrupted, whatever Sightline itself ended with. */
const CTRL_C = { name: 'Ctrl-C', codes: [0, 'SIGINT'], by: child => process.kill(-child.pid, 'SIGINT') }

/** An end asked of Sightline alone, as a service manager asks: here its own exit code is seen. */
const ASKED = {
  name: 'SIGTERM',
  codes: [0],
  by: () => {
    const start = running().find(({ words }) => words.includes('scripts/start.mjs'))
    process.kill(start.pid, 'SIGTERM')
  },
}

/** What PostgreSQL and its supervisor remove when they end in order, wherever this installation keeps its data. */
const leftBehind = () =>
  ['/var/lib/sightline', `${checkout}/.sightline`]
    .filter(folder => existsSync(folder))
    .flatMap(folder => readdirSync(folder, { recursive: true }).filter(isMark))

const isMark = path => /(^|\/)(postmaster\.pid|holder)$/.test(path)

async function read(address) {
  const response = await fetch(address)
  return { status: response.status, text: await response.text() }
}

/** The usual port, unless something on the machine around this root holds it: the network is shared with that. */
async function freePort() {
  const server = createServer()
  server.listen(3000, '127.0.0.1')
  const free = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ])
  if (free) server.close()
  else console.log('Port 3000 is taken on this machine: another is used')
  return free ? {} : { PORT: '0' }
}

/** What runs in this process space but ourselves and the shell that is its first process. */
function running() {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && ![1, process.pid].includes(Number(name)))
    .map(name => ({ pid: Number(name), words: wordsOf(name) }))
    .filter(({ words }) => words.length > 0)
}

const leftRunning = () => running().map(({ words }) => words.join(' '))

/** How a process was started; empty for one that has just ended. */
function wordsOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean)
  } catch {
    return []
  }
}

async function demo() {
  const started = now()
  const at = await demoOnce(CTRL_C)
  const there = statSync(stamp).mtimeMs / 1000
  must(at - there <= ADDRESS_WITHIN, `the address came ${Math.round(at - there)} s after the packages`)
  const whole = at - started
  const second = now()
  const again = (await demoOnce(ASKED)) - second
  return [there - started, at - there, again, whole].map(seconds => seconds.toFixed(1)).concat('-', '-')
}

async function test() {
  const started = now()
  const { said, ended } = npm(['test'])
  const code = await ended
  must(code === 0, `npm test ended with ${code}`)
  const whole = now() - started
  const line = /^\s*Tests\s+(.*)$/m.exec(said.text)?.[1] ?? ''
  const passed = Number(/(\d+) passed/.exec(line)?.[1] ?? 0)
  const skipped = Number(/(\d+) skipped/.exec(line)?.[1] ?? 0)
  must(passed > 0, 'no test passed')
  const named = Number(/^No Chromium is installed: (\d+) browser tests are skipped/m.exec(said.text)?.[1] ?? 0)
  if (root === 'chromium') must(skipped === 0, `${skipped} tests were skipped`)
  else must(skipped > 0 && named === skipped, `${skipped} tests were skipped and ${named} named`)
  must(leftRunning().length === 0, `still running: ${leftRunning().join(', ')}`)
  const packages = existsSync(stamp) ? (statSync(stamp).mtimeMs / 1000 - started).toFixed(1) : '-'
  return [packages, '-', '-', whole.toFixed(1), String(passed), String(skipped)]
}

const home = readdirSync(process.env.HOME)
must(home.length === 0, `HOME was not empty: ${home.join(', ')}`)
let figures = ['-', '-', '-', '-', '-', '-']
try {
  figures = await (command === 'demo' ? demo() : test())
} catch (error) {
  faults.push(error.message)
}
writeSync(3, `${figures.join(' ')} ${faults.length === 0 ? 'well' : faults.join('; ')}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
// What a command that did not end has left must not keep this open: the process space ends with it.
process.exit()
