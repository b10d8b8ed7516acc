import { afterAll, beforeAll, expect, test } from 'vitest'
import { timesAsWide } from '#platform/http/limits.ts'
import type { Typed } from '#test/kit/browser-like.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { withUnsaid } from './unsaid.ts'

/** No limit lets anything through here: what is never held up goes on all the same. */
let t: TestApp
beforeAll(async () => {
  t = await testApp(['administration', 'concerns'], { limits: timesAsWide(0) })
})
afterAll(() => t[Symbol.asyncDispose]())

/** The second button of a form sends what it is to lead to. */
// oxlint-disable-next-line unicorn/no-thenable -- the name of a button; its value is text
const press = (button: string): Typed => ({ then: button })

test('a concern is recorded at every step, sent, taken and decided, and everyone can sign out', async () => {
  const leah = await t.as('Leah Brandt')
  const at = ((await leah.submit('/concerns/new', {})).headers.location ?? '').replace(/\/danger$/, '')
  const typed = withUnsaid({
    'child-area': t.idOf('area Wexcombe North'),
    'child-1-child-name-given': 'Robin',
    account: 'Fact: waited.',
    noticed: 'missing',
  })
  const steps: readonly (readonly [string, Typed, string])[] = [
    ['danger', typed, 'area'],
    ['area', typed, 'child/1'],
    ['child/1', { ...typed, ...press('add') }, 'child/2'],
    ['child/2', press('remove'), 'remove/child/2'],
    ['remove/child/2', {}, 'check'],
    ['what-happened', typed, 'people'],
    ['people', typed, 'done'],
    ['done', typed, 'check'],
  ]
  for (const [step, sent, next] of steps)
    expect((await leah.submit(`${at}/${step}`, sent)).headers.location).toBe(`${at}/${next}`)
  const sent = (await leah.submit(`${at}/check`, {})).headers.location ?? ''
  expect(sent).toContain('/concerns/sent/')
  const concern = `/concerns/${sent.split('/').at(-1)}`
  const priya = await t.as('Priya Raman')
  expect((await priya.submit(`${concern}/take`, {})).headers.location).toBe(concern)
  const [path = ''] =
    /\/concerns\/[\w-]+\/children\/[\w-]+\/decide/.exec((await priya.get(concern)).body) ?? []
  const decided = await priya.submit(path, { outcomes: 'section-47', reasons: 'Seen.' })
  expect(decided.statusCode).toBe(303)
  for (const one of [leah, priya])
    expect((await one.submit('/sign-out', {})).headers.location).toBe('/sign-in')
})

test('all other forms are held up, and each says until when', async () => {
  const fill = (path: string): string =>
    path
      .replace(':personId', t.idOf('person Amelia Thorne'))
      .replace(':agencyId', t.idOf('agency local-authority'))
      .replace(':areaId', t.idOf('area Wexcombe North'))
      .replace(':userId', t.idOf('user Helen Marsh'))
  const people = await Promise.all(['Grace Okafor', 'Alan Pike', 'Ruth Adeyemi'].map(t.as))
  const held: string[] = []
  const silent: string[] = []
  for (const { path } of t.lines.filter(line => line.method === 'POST' && line.counts !== 'nothing')) {
    for (const browser of people) {
      const at = fill(path)
      // A page may have no form for someone: nothing to decide, no second factor to change.
      if (at.includes(':') || !(await browser.get(at)).body.includes('name="_key"')) continue
      const answer = await browser.submit(at, {})
      held.push(path)
      if (answer.statusCode !== 429 || !answer.body.includes('Send it again in 61 seconds')) silent.push(path)
    }
  }
  expect(silent).toEqual([])
  expect(new Set(held).size).toBeGreaterThan(25)
})
