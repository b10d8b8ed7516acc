import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fire, openLoop, percentile, saturate, type Shot } from './speed/load.ts'

/** What the pages take at size: `npm run sightline bench speed`. Prints one JSON result with the machine it ran on. */
const size = {
  people: Number(process.argv[2] ?? 100_000),
  concerns: Number(process.argv[3] ?? 20_000),
  open: 400,
  notes: 511,
}
const data = await mkdtemp(join(tmpdir(), 'sightline-bench-'))
await chmod(data, 0o755)
const server = fork(fileURLToPath(new URL('speed/serve.ts', import.meta.url)), [JSON.stringify(size)], {
  execArgv: ['--import', 'tsx'],
  env: { ...process.env, SIGHTLINE_DATA: data },
})
interface Ready {
  port: number
  cookies: Record<string, string>
  loaded: {
    personIds: string[]
    busiest: string
    named: { given: string; family: string; born: string; id: string }[]
  }
  loadedIn: number
  area: string
}
const [ready] = (await once(server, 'message')) as [Ready]
const base = new URL(`http://127.0.0.1:${ready.port}`)
const cookie = (name: string): string => ready.cookies[name] ?? ''

const draftCookie = cookie('Leah Brandt')
const form = async (path: string): Promise<{ csrf: string; key: string }> => {
  const { body } = await fire(base, { kind: 'form', method: 'GET', path, cookie: draftCookie })
  const hidden = (name: string): string =>
    [...body.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].at(-1)?.[1] ?? ''
  return { csrf: hidden('_csrf'), key: hidden('_key') }
}

/** One form filled in and sent. @returns where it sends the browser */
async function submit(path: string, typed: Record<string, string>): Promise<string> {
  const { csrf, key } = await form(path)
  const body = new URLSearchParams({ _csrf: csrf, _key: key, ...typed }).toString()
  return (await fire(base, { kind: 'form', method: 'POST', path, cookie: draftCookie, body })).location
}

/** A draft that is ready to send, so that sending itself is what is timed. */
async function readyDraft(): Promise<{ path: string; body: string }> {
  const at = (await submit('/concerns/new', {})).replace(/\/danger$/, '')
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
    account: 'Fact: waited at the gate.',
    noticed: 'missing',
    'child-words-absence': 'not-asked',
  })
  await submit(`${at}/family`, { 'family-knows': 'neither' })
  const { csrf, key } = await form(`${at}/check`)
  return { path: `${at}/check`, body: new URLSearchParams({ _csrf: csrf, _key: key }).toString() }
}

async function readyDrafts(count: number): Promise<{ path: string; body: string }[]> {
  const drafts: { path: string; body: string }[] = []
  while (drafts.length < count) drafts.push(...(await Promise.all(Array.from({ length: 8 }, readyDraft))))
  return drafts
}

const seconds = 20
const drafts = await readyDrafts(seconds * 10)
let turn = 0
const pick = <T>(list: readonly T[]): T => list[(turn * 7919) % list.length] as T
const shots = (): Shot => {
  turn += 1
  const priya = cookie('Priya Raman')
  switch (turn % 5) {
    case 0:
      return { kind: 'home', method: 'GET', path: '/', cookie: cookie('Grace Okafor') }
    case 1:
      return { kind: 'queue', method: 'GET', path: '/concerns/queue', cookie: priya }
    case 2:
      return {
        kind: 'child',
        method: 'GET',
        path: `/people/${turn % 10 === 2 ? ready.loaded.busiest : pick(ready.loaded.personIds)}`,
        cookie: priya,
      }
    case 3: {
      const { given, family, born } = pick(ready.loaded.named)
      const [year, month, day] = born.split('-')
      return {
        kind: 'search',
        method: 'GET',
        path: `/people?${new URLSearchParams({ given, family, 'born-day': day ?? '', 'born-month': month ?? '', 'born-year': year ?? '' }).toString()}`,
        cookie: priya,
      }
    }
    default: {
      const draft = drafts.pop()
      return draft
        ? { kind: 'send', method: 'POST', ...draft, cookie: draftCookie }
        : { kind: 'home', method: 'GET', path: '/', cookie: priya }
    }
  }
}
await openLoop(
  base,
  () => ({
    kind: 'warm',
    method: 'GET',
    path: turn++ % 2 ? '/' : '/concerns/queue',
    cookie: cookie('Priya Raman'),
  }),
  { perSecond: 20, seconds: 5 },
)
const times = await openLoop(base, shots, { perSecond: 50, seconds })
const queue = await saturate(
  base,
  { kind: 'queue', method: 'GET', path: '/concerns/queue', cookie: cookie('Priya Raman') },
  { connections: 10, seconds: 10 },
)

const round = (ms: number): number => Math.round(ms * 10) / 10
console.log(
  JSON.stringify(
    {
      size,
      loadedInSeconds: round(ready.loadedIn),
      openLoop: {
        perSecond: 50,
        seconds,
        ms: Object.fromEntries(
          [...times].map(([kind, one]) => [
            kind,
            {
              n: one.length,
              p50: round(percentile(one, 0.5)),
              p95: round(percentile(one, 0.95)),
              max: round(Math.max(...one)),
            },
          ]),
        ),
      },
      queueSaturatedPerSecond: round(queue),
      machine: {
        cores: cpus().length,
        model: cpus()[0]?.model,
        memoryGiB: round(totalmem() / 2 ** 30),
        node: process.version,
      },
    },
    null,
    2,
  ),
)
server.send('stop')
await once(server, 'exit')
await rm(data, { recursive: true, force: true })
