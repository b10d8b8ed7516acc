import { randomUUID } from 'node:crypto'
import type { FormValues } from '#platform/ui/form-state.ts'
import { fire, type Shot } from './load.ts'
import { asForm, recordedTo } from './send.ts'
import type { BenchServer } from './server.ts'

const SENDER = 'Leah Brandt'

const hiddenIn = (page: string, name: string): string =>
  [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].at(-1)?.[1] ?? ''

async function hidden(server: BenchServer, path: string): Promise<Record<string, string>> {
  const { body } = await fire(server.base, {
    kind: 'form',
    method: 'GET',
    path,
    cookie: server.cookie(SENDER),
  })
  return { _csrf: hiddenIn(body, '_csrf'), _key: hiddenIn(body, '_key') }
}

/** One form filled in and sent. @returns where it sends the browser */
async function submit(server: BenchServer, path: string, typed: FormValues): Promise<string> {
  const body = asForm({ ...(await hidden(server, path)), ...typed })
  return (
    await fire(server.base, { kind: 'form', method: 'POST', path, cookie: server.cookie(SENDER), body })
  ).location
}

/** A draft that is ready to send, so that sending itself is what is timed. */
async function readyDraft(server: BenchServer): Promise<Shot> {
  const path = await recordedTo((at, typed) => submit(server, at, typed), server.area)
  if (path === null) throw new Error('a draft could not be filled in')
  const body = new URLSearchParams(await hidden(server, path)).toString()
  return { kind: 'send', method: 'POST', path, body, cookie: server.cookie(SENDER) }
}

export async function readyDrafts(server: BenchServer, count: number): Promise<Shot[]> {
  const drafts: Shot[] = []
  while (drafts.length < count)
    drafts.push(...(await Promise.all(Array.from({ length: Math.min(8, count) }, () => readyDraft(server)))))
  return drafts
}

export const homeOf = (server: BenchServer): Shot => ({
  kind: 'home',
  method: 'GET',
  path: '/',
  cookie: server.cookie('Grace Okafor'),
})

export const queueOf = (server: BenchServer): Shot => ({
  kind: 'queue',
  method: 'GET',
  path: '/concerns/queue',
  cookie: server.cookie('Priya Raman'),
})

export const childAt = (server: BenchServer, id: string): Shot => ({
  kind: 'child',
  method: 'GET',
  path: `/people/${id}`,
  cookie: server.cookie('Priya Raman'),
})

/** The question sent and the page that answers it, timed as one. */
export function searchFor(server: BenchServer, asked: { given: string; family: string; born: string }): Shot {
  const [year = '', month = '', day = ''] = asked.born.split('-')
  const { given, family } = asked
  const born = { 'born-day': day, 'born-month': month, 'born-year': year }
  const form = { _csrf: server.csrf('Priya Raman'), _key: randomUUID() }
  return {
    kind: 'search',
    method: 'POST',
    path: '/people',
    body: new URLSearchParams({ ...form, given, family, ...born }).toString(),
    cookie: server.cookie('Priya Raman'),
    follow: true,
  }
}

/** The five pages by turns, each time for another child or another name. Every second child is the one with most notes. */
export function byTurns(server: BenchServer, drafts: Shot[]): () => Shot {
  const loaded = server.loaded
  if (!loaded) throw new Error('nothing is loaded')
  let turn = 0
  const pick = <T>(list: readonly T[]): T => list[(turn * 7919) % list.length] as T
  return () => {
    turn += 1
    switch (turn % 5) {
      case 0:
        return homeOf(server)
      case 1:
        return queueOf(server)
      case 2:
        return childAt(server, turn % 10 === 2 ? loaded.busiest : pick(loaded.people))
      case 3:
        return searchFor(server, pick(loaded.named))
      default: {
        const draft = drafts.pop()
        if (!draft) throw new Error('no draft is left to send')
        return draft
      }
    }
  }
}
