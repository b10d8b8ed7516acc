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

/** One start of the demo: its page is read, and it is ended by Ctrl-C. Answers when it gave its address. */
async function demoOnce() {
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
  process.kill(-child.pid, 'SIGINT')
  const late = await Promise.race([ended.then(() => false), pause(60_000, true, { ref: false })])
  must(!late, 'demo did not end within a minute of Ctrl-C')
  must(late || code === 0, `demo ended with ${code} after Ctrl-C`)
  await pause(200)
  must(leftRunning().length === 0, `still running: ${leftRunning().join(', ')}`)
  return at
}

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
function leftRunning() {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && ![1, process.pid].includes(Number(name)))
    .map(pid => (existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''))
    .filter(stat => stat !== '' && !/\) Z /.test(stat))
    .map(stat => stat.slice(0, stat.indexOf(')') + 1))
}

async function demo() {
  const started = now()
  const at = await demoOnce()
  const there = statSync(stamp).mtimeMs / 1000
  must(at - there <= ADDRESS_WITHIN, `the address came ${Math.round(at - there)} s after the packages`)
  const whole = at - started
  const second = now()
  const again = (await demoOnce()) - second
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
