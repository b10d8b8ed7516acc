// Runs inside a fresh root, on its Node 20 and without a package: one of the two commands as a person would, watched.
// On stream 3 it leaves one line: seconds for packages, address, second start, whole; tests, skipped; what was wrong.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort, leftRunning, npm, read, running, warningsIn } from './watch.mjs'

const ADDRESS_WITHIN = 60
const [command, checkout, root] = process.argv.slice(2)
const stamp = `${checkout}/node_modules/.sightline-lock`
const faults = []
const must = (holds, otherwise) => {
  if (!holds) faults.push(otherwise)
}
const now = () => Date.now() / 1000

/** One start of the demo: its page is read, and it is ended in the way given. Answers when it gave its address. */
async function demoOnce(end) {
  const demo = npm(checkout, ['run', 'demo'], await freePort())
  const address = () => /^Sightline answers at (\S+)$/m.exec(demo.said)?.[1]
  while (!address() && demo.ended === undefined) await pause(20)
  const at = now()
  if (demo.ended !== undefined)
    throw new Error(`demo ended with ${String(demo.ended)} before it gave an address`)
  const page = await read(`${address()}/`)
  must(page.status === 200 && /Sightline/.test(page.text), `the page answered ${page.status}`)
  const people = await read(`${address()}/sign-in/made-up`)
  must(people.status === 200 && /Leah Brandt/.test(people.text), 'the made-up people are not shown')
  end.by(demo.child)
  const late = await Promise.race([demo.end.then(() => false), pause(60_000, true, { ref: false })])
  must(!late, `demo did not end within a minute of ${end.name}`)
  must(late || end.codes.includes(demo.ended), `demo ended with ${demo.ended} after ${end.name}`)
  must(leftRunning().length === 0, `still running: ${leftRunning().join(', ')}`)
  must(warningsIn(demo.said).length === 0, `demo warned: ${warningsIn(demo.said).join(' ')}`)
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

/** As the tests of a full disk find out. */
const mayMount = () =>
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp'], { stdio: 'ignore' }).status === 0

async function test() {
  const started = now()
  const whole = npm(checkout, ['test'])
  const code = await whole.end
  must(code === 0, `npm test ended with ${code}`)
  const seconds = now() - started
  const line = /^ *Tests +(\d.*)$/m.exec(whole.said)?.[1] ?? ''
  const passed = Number(/(\d+) passed/.exec(line)?.[1] ?? 0)
  const skipped = Number(/(\d+) skipped/.exec(line)?.[1] ?? 0)
  must(passed > 0, 'no test passed')
  const list = /^Skipped, \d+ in all:\n((?: {2}\S.*\n)+)/m.exec(whole.said)?.[1] ?? ''
  const named = list.split('\n').length - 1
  must(named === skipped, `${skipped} tests were skipped and ${named} named`)
  // What only root may do says so in its name, and is skipped for nobody else's sake; not every root may mount a disk.
  const mayNot = process.getuid() !== 0 ? '(as root, ' : mayMount() ? null : '(as root, who may mount one)'
  const asRoot = mayNot === null ? 0 : list.split(mayNot).length - 1
  if (root === 'chromium') must(skipped === asRoot, `${skipped - asRoot} tests were skipped`)
  else
    must(
      skipped > 0 && /^No Chromium is installed/m.test(whole.said),
      'it does not say that there is no Chromium',
    )
  must(leftRunning().length === 0, `still running: ${leftRunning().join(', ')}`)
  const packages = existsSync(stamp) ? (statSync(stamp).mtimeMs / 1000 - started).toFixed(1) : '-'
  return [packages, '-', '-', seconds.toFixed(1), String(passed), String(skipped)]
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
