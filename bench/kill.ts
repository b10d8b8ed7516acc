import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openInstallation } from '#entry/installation.ts'
import { readConfig } from '#platform/config/config.ts'
import { sql } from 'kysely'
import { finish, say } from './result.ts'
import { fire } from './speed/load.ts'
import type { Ask, Ready } from './speed/server.ts'

/**
 * Three kinds of kill, so many each, while eight clients send concerns: the service alone, PostgreSQL alone, both.
 * Afterwards every concern whose sender has a reference is there once with its ledger entry, and one sent again with the
 * same form key is there once. `npm run sightline bench kill [times]`.
 */
const TIMES = Number(process.argv[2] ?? 20)
const CLIENTS = 8
const data = await mkdtemp(join(tmpdir(), 'sightline-kill-'))
await chmod(data, 0o755)
const script = fileURLToPath(new URL('speed/serve.ts', import.meta.url))

let ready: Ready
/** The session of the first start: it outlives every kill. */
let cookie = ''
async function start(): Promise<ChildProcess> {
  const server = fork(script, [JSON.stringify({ people: 0, concerns: 0, open: 0, notes: 0 })], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, SIGHTLINE_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  ;[ready] = (await once(server, 'message')) as [Ready]
  cookie ||= ready.cookies['Leah Brandt'] ?? ''
  return server
}

/** Asks until it is answered: the service may be down for a moment. */
async function insist(
  path: string,
  body?: string,
): Promise<{ status: number; body: string; location: string }> {
  for (;;) {
    const answer = await fire(new URL(`http://127.0.0.1:${ready.port}`), {
      kind: 'x',
      method: body === undefined ? 'GET' : 'POST',
      path,
      cookie,
      ...(body === undefined ? {} : { body }),
    }).catch(() => null)
    if (answer && answer.status < 500) return answer
    await pause(100)
  }
}

const hiddenIn = (page: string): { _csrf: string; _key: string } => {
  const one = (name: string): string =>
    [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].at(-1)?.[1] ?? ''
  return { _csrf: one('_csrf'), _key: one('_key') }
}

const sent = new Set<string>()
const until = { over: false }

async function client(): Promise<void> {
  while (!until.over) {
    const submit = async (path: string, typed: Record<string, string>): Promise<string> => {
      const hidden = hiddenIn((await insist(path)).body)
      // The same body again until it is answered: the form key makes it one concern.
      return (await insist(path, new URLSearchParams({ ...hidden, ...typed }).toString())).location
    }
    const at = (await submit('/concerns/new', {})).replace(/\/danger$/, '')
    if (!at.includes('/draft/')) continue
    await submit(`${at}/danger`, { 'danger-now': 'no' })
    await submit(`${at}/area`, { 'child-area': ready.area })
    await submit(`${at}/child/1`, {
      'child-1-child-name-given': 'Robin',
      'child-1-child-born-year': '2012',
      'child-1-child-sex': 'M',
      'child-1-child-address-absence': 'not-known',
      'child-1-child-school-absence': 'not-known',
    })
    await submit(`${at}/what-happened`, {
      account: 'Fact: waited.',
      noticed: 'missing',
      'child-words-absence': 'not-asked',
    })
    await submit(`${at}/family`, { 'family-knows': 'neither' })
    const receipt = await submit(`${at}/check`, {})
    const id = /\/concerns\/sent\/([\w-]+)/.exec(receipt)?.[1]
    if (id) sent.add(id)
  }
}

const postgresPid = async (): Promise<number> =>
  Number((await readFile(join(data, 'database', 'postmaster.pid'), 'utf8')).split('\n')[0])
let server = await start()
const kills: Record<string, () => Promise<void>> = {
  'service alone': async () => {
    server.kill('SIGKILL')
    await once(server, 'exit')
    server = await start()
  },
  'PostgreSQL alone': async () => process.kill(await postgresPid(), 'SIGKILL') && pause(1_500),
  both: async () => {
    const pid = await postgresPid()
    server.kill('SIGKILL')
    process.kill(pid, 'SIGKILL')
    await once(server, 'exit')
    server = await start()
  },
}

const clients = Array.from({ length: CLIENTS }, client)
for (const [kind, kill] of Object.entries(kills)) {
  say(`${kind}, ${TIMES} times`)
  for (let n = 0; n < TIMES; n += 1) {
    await pause(300 + ((n * 397) % 700))
    await kill()
  }
}
until.over = true
await Promise.all(clients)
server.send({ ask: 'stop' } satisfies Ask)
await once(server, 'exit')

const here = await openInstallation(readConfig({ ...process.env, SIGHTLINE_DATA: data }))
const keeper = here.connect('sightline_keeper', 1)
const { rows } = await sql<{ id: string; entries: number }>`
  select c.id, (select count(*) from audit_entry e where e.subject = c.id and e.deed = 'concern.sent') as entries
  from concern c where exists (select from concern_child h where h.subject = c.id and h.called = 'Robin')`.execute(
  keeper,
)
await here.stop()
const kept = new Map(rows.map(row => [row.id, row.entries]))
const missing = [...sent].filter(id => !kept.has(id))
const unanswered = [...kept.keys()].filter(id => !sent.has(id))
const wrongEntries = rows.filter(row => row.entries !== 1)
await rm(data, { recursive: true, force: true })
const kinds = Object.keys(kills).length
process.exit(
  await finish(
    {
      bench: 'kill',
      command: 'npm run sightline bench kill',
      size: `${kinds} kinds of kill (${Object.keys(kills).join(', ')}), ${TIMES} each, while ${CLIENTS} clients send`,
      figures: [
        { what: 'Concerns whose sender has a reference', value: sent.size, unit: 'concerns', atLeast: 1 },
        { what: 'Of these not kept', value: missing.length, unit: 'concerns', atMost: 0 },
        {
          what: 'Kept without their sender having a reference',
          value: unanswered.length,
          unit: 'concerns',
          atMost: 0,
        },
        { what: 'Without exactly one ledger entry', value: wrongEntries.length, unit: 'concerns', atMost: 0 },
      ],
    },
    { keep: TIMES >= 20 },
  ),
)
