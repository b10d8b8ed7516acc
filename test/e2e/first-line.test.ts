import { addSystem } from '#features/systems/service.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConcernChildId, ConcernId, PersonRecordId } from '#core/access/generated/tables.ts'
import { stories } from '#features/concerns/demo-stories.ts'
import { decideOnChild } from '#features/concerns/decide/service.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { codeFor, referred } from '#test/kit/referring.ts'
import { openedByCouncil } from '#test/kit/missing.ts'
import { drafted, disagreed, lookedFor, sealedTyped, sent } from '#test/kit/routes/concerns.ts'
import { testApp, type TestApp } from '#test/kit/test-app.ts'
import { chromiumOrSkip, sayWhyNot, startBrowser } from './browser.ts'

const path = chromiumOrSkip()
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const PAGES_IN_FULL =
  'danger area child/1 home/1 adults adults/1 what-happened people people/1 signs/1 done check'.split(' ')

let t: TestApp
let browser: Browser
let base: string

interface Fault {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds wrong with a page as it stands, by rule. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = await page.evaluate<Fault[]>(
    `(async () => { ${axeSource}; const r = await axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }); return r.violations })()`,
  )
  return faults.map(fault => `${fault.id}: ${fault.nodes[0]?.html.slice(0, 160) ?? ''}`)
}

async function signedIn(
  name: string,
  how: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext(how)
  const page = await context.newPage()
  await page.goto(`${base}/sign-in/made-up`)
  await page.getByRole('button', { name }).click()
  await page.waitForURL(`${base}/`)
  return { page, context }
}

describe.skipIf(path === null)('in a browser', () => {
  beforeAll(async () => {
    t = await testApp(['administration', 'concerns', 'notes', 'safety-plan'])
    await t.app.listen({ host: '127.0.0.1', port: 0 })
    const bound = t.app.server.address()
    base = `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`
    browser = await startBrowser(path ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await t?.[Symbol.asyncDispose]()
  })

  /** Records a concern, page by page, with the given way of filling a field and pressing a button. */
  async function recordsConcern(page: Page): Promise<string> {
    await page.goto(`${base}/concerns/new`)
    const next = async (prefix = '', ...unanswered: readonly string[]): Promise<void> => {
      await sayWhyNot(page, prefix, unanswered)
      await page.getByRole('button', { name: 'Save and continue' }).click()
    }
    await page.getByRole('button', { name: 'Say what worries you' }).click()
    await page.getByLabel('No', { exact: true }).check()
    await next()
    await page.getByLabel('Wexcombe North').check()
    await page.getByLabel('I work with the child').check()
    await next()
    await page.getByLabel('Given names').fill('Robin')
    await page.getByLabel('Family name').fill('Hale')
    await page.getByLabel('Year').fill('2012')
    await page.getByLabel('Male', { exact: true }).check()
    await page.getByLabel('Which school or college do they go to?', { exact: true }).fill('Hillside Academy')
    await next('child-1-child-', 'ethnicity', 'address', 'safe-contact')
    await page
      .getByLabel('What did you see, hear or get told?', { exact: true })
      .fill('Fact: waited at the gate for an hour with a bag.')
    await page.getByLabel('Out late or missing from home, school or care').check()
    await page.getByLabel('I asked the child nothing').check()
    await next(
      '',
      'happened-when',
      'happened-where',
      'setting',
      'vehicles',
      'phones',
      'online-names',
      'images',
    )
    await page.getByLabel('Yes', { exact: true }).check()
    await next()
    await page.getByLabel('Which nicknames do they use?', { exact: true }).fill('Dex')
    await page.getByLabel('I saw them').check()
    await next('person-1-person-', 'name', 'description', 'age', 'to-child', 'part', 'works')
    await page.getByLabel('My manager or safeguarding lead').check()
    await page.getByLabel('Neither knows').check()
    await page.getByLabel('No', { exact: true }).last().check()
    await next('', 'crime', 'done-so-far', 'ring-back')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'We have your concern' }).waitFor()
    return page.url()
  }

  async function decides(page: Page): Promise<void> {
    await page.goto(`${base}/concerns/queue`)
    await page.getByRole('link', { name: 'Robin Hale' }).first().click()
    await page.getByRole('button', { name: 'Take this concern' }).click()
    await page.getByRole('button', { name: 'Take it' }).click()
    await page.getByRole('link', { name: 'Decide what happens next for this child' }).click()
    await page.getByLabel('Early help').check()
    await page.getByLabel('Reasons').fill('School and family will meet on Thursday.')
    await page.getByRole('button', { name: 'Record the decision' }).click()
    await page.getByText('The decision is recorded').waitFor()
  }

  const WAYS: [string, { javaScriptEnabled?: boolean; viewport?: { width: number; height: number } }][] = [
    ['with JavaScript', {}],
    ['without JavaScript', { javaScriptEnabled: false }],
    ['at 320 pixels', { viewport: { width: 320, height: 640 } }],
  ]
  test.each(WAYS)('the whole line, %s', async (_, how) => {
    const leah = await signedIn('Leah Brandt', how)
    const status = await recordsConcern(leah.page)
    const priya = await signedIn('Priya Raman', how)
    await decides(priya.page)
    await leah.page.goto(status)
    expect(await leah.page.getByText('Early help').count()).toBe(1)
    if (how.viewport) {
      for (const page of [leah.page, priya.page]) {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      }
    }
    await leah.context.close()
    await priya.context.close()
  })

  test('the whole line by keyboard alone', async () => {
    const { page, context } = await signedIn('Leah Brandt')
    const errors: string[] = []
    page.on('console', message => message.type() === 'error' && errors.push(message.text()))
    await page.goto(`${base}/concerns/new`)
    /** Tabs until the thing in focus answers to the description, as a person without a mouse would. */
    const tabTo = async (wanted: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab')
        const said = await page.evaluate(
          `(() => { const e = document.activeElement; return [e.id, e.name, e.value, e.textContent].join(' | ') })()`,
        )
        if (String(said).includes(wanted)) return
      }
      throw new Error(`${wanted} was not reached with the Tab key on ${page.url()}`)
    }
    const press = async (wanted: string): Promise<void> => {
      await tabTo(wanted)
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    }
    const choose = async (group: string, downs: number): Promise<void> => {
      await tabTo(group)
      await page.keyboard.press('Space')
      for (let n = 0; n < downs; n += 1) await page.keyboard.press('ArrowDown')
    }
    /** Types ahead in a list; on a busy machine the letters can come too slowly to count as one word, so it looks. */
    const say = async (list: string, wanted: string): Promise<void> => {
      await tabTo(list)
      for (let tries = 0; tries < 5; tries += 1) {
        await page.keyboard.type(wanted)
        const said = await page.evaluate('document.activeElement.selectedOptions[0].textContent.trim()')
        if (said === wanted) return
        await page.waitForTimeout(1_500)
      }
      throw new Error(`${wanted} could not be chosen in ${list}`)
    }
    /** The first reason from each list named, in their order. */
    const listed = async (...questions: readonly string[]): Promise<void> => {
      for (const question of questions) {
        await tabTo(`${question}-absence`)
        await page.keyboard.press('ArrowDown')
      }
    }
    await press('Say what worries you')
    await choose('danger-now', 1)
    await press('Save and continue')
    await choose('child-area', 0)
    await choose('you-know-child', 0)
    await press('Save and continue')
    await tabTo('child-1-child-name-given')
    await page.keyboard.type('Kim')
    await say('child-1-child-born-absence', 'Not known')
    await choose('child-1-child-sex', 0)
    await say('child-1-child-ethnicity', 'Not known')
    await listed(...['address', 'school', 'safe-contact'].map(name => `child-1-child-${name}`))
    await press('Save and continue')
    await tabTo('account | account')
    await page.keyboard.type('Fact: seen alone at the bus station at ten at night.')
    await listed('happened-when', 'happened-where')
    await choose('setting | absent:not-known', 0)
    await choose('noticed', 0)
    await choose('asked-child', 0)
    await listed('vehicles', 'phones', 'online-names')
    await choose('images', 2)
    await press('Save and continue')
    await choose('people-known', 1)
    await press('Save and continue')
    await choose('crime', 4)
    await listed('done-so-far')
    await choose('told-whom', 0)
    await choose('family-knows', 3)
    await listed('ring-back')
    await choose('keep-name', 1)
    await press('Save and continue')
    await press('Send')
    expect(await page.getByRole('heading', { name: 'We have your concern' }).count()).toBe(1)
    expect(errors).toEqual([])
    await context.close()
  })

  /** Adds a second child to a draft, so that one can be removed. */
  async function twoChildren(page: Page): Promise<void> {
    await page.goto(page.url().replace(/\/danger$/, '/child/1'))
    await page.getByLabel('Given names').fill('Robin')
    await page.getByLabel('Family name').fill('Hale')
    await sayWhyNot(page, 'child-1-child-', ['born', 'sex', 'ethnicity', 'address', 'school', 'safe-contact'])
    await page.getByRole('button', { name: 'Save and add another child' }).click()
    await page.waitForURL(/child\/2$/)
  }

  async function knownBy(
    person: PersonRecordId,
  ): Promise<{ nameId: string; identifierId: string; aroundId: string }> {
    const name = t.database.superuser.selectFrom('personAlias').select('id').where('subject', '=', person)
    const found = t.database.superuser
      .selectFrom('personIdentifier')
      .select('id')
      .where('subject', '=', person)
    const around = t.database.superuser.selectFrom('personAround').select('id').where('subject', '=', person)
    return {
      nameId: (await name.executeTakeFirstOrThrow()).id,
      identifierId: (await found.executeTakeFirstOrThrow()).id,
      aroundId: (await around.executeTakeFirstOrThrow()).id,
    }
  }

  /** Every GET that is checked in, but for what a page itself loads. */
  const routesToOpen = (): string[] => {
    const list = readFileSync(new URL('../fence/routes.txt', import.meta.url), 'utf8')
    return [...list.matchAll(/^GET +(\S+)/gm)].flatMap(([, route = '']) =>
      route.startsWith('/assets/') ? [] : [route],
    )
  }

  /** An address must answer itself, with 200: a page somewhere else is not the page. Then axe looks at it. */
  async function wrongWith(page: Page, route: string, filled: string): Promise<string[]> {
    const answer = await page.goto(base + filled)
    const [status, at] = [answer?.status() ?? 0, new URL(page.url()).pathname]
    if (status !== 200 || at !== filled) return [`${route} was not opened: ${filled} gave ${status} at ${at}`]
    if (!(answer?.headers()['content-type'] ?? '').startsWith('text/html')) return []
    return (await faultsOf(page)).map(fault => `${route} ${fault}`)
  }

  /** An ending decided where signs were noticed: it waits for the supervisor. */
  async function waitsForAgreement(): Promise<{ id: ConcernId; childId: ConcernChildId }> {
    const { concernId } = await t.act('Leah Brandt', act => sendConcern(act, stories(t.made)[0]?.typed ?? {}))
    const { id: childId } = await t.database.superuser
      .selectFrom('concernChild')
      .select('id')
      .where('subject', '=', concernId)
      .executeTakeFirstOrThrow()
    const ending = { outcomes: ['no-further-action'], reasons: 'School will watch and ring if it changes.' }
    await t.act('Priya Raman', act => decideOnChild(act, { concernId, concernChildId: childId, ...ending }))
    return { id: concernId, childId }
  }

  /** Someone who has chosen a password by a code from their administrator, and has the second factor before them. */
  async function settingUp(administrator: Page): Promise<{ page: Page }> {
    const tom = t.idOf('user Tom Ashdown')
    await administrator.goto(`${base}/administration/people/${tom}/set-up-code`)
    await administrator.locator('main form button').click()
    const said = (await administrator.locator('main').textContent()) ?? ''
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${base}/set-up`)
    await page.getByLabel('Email address').fill('tom.ashdown@local-authority.example')
    await page.getByLabel('Set-up code').fill(/shown only now: (\S+)/.exec(said)?.[1] ?? '')
    await page.getByLabel('Choose a password').fill('three plain words')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor()
    return { page }
  }

  /** Proves an address, as whoever has no account does, and stands on the first page of what they write. */
  async function provesAddress(email: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${base}/sign-in`)
    await page.getByRole('link', { name: 'Record a concern without an account' }).click()
    await page.getByLabel('Your email address').fill(email)
    await entersCode(page, email)
    await page.getByRole('heading', { name: 'About you' }).waitFor()
    return page
  }

  async function entersCode(page: Page, email: string): Promise<void> {
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await page.getByLabel('Eight-digit code').fill(await codeFor(t, email))
    await page.getByRole('button', { name: 'Continue' }).click()
  }

  async function comesBack({ reference }: { reference: string }): Promise<Page> {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${base}/report/back`)
    await page.getByLabel('Reference').fill(reference)
    await page.getByLabel('Your email address').fill('sent@fresh.example')
    await entersCode(page, 'sent@fresh.example')
    await page.getByRole('heading', { name: 'We have your concern' }).waitFor()
    return page
  }

  test('axe finds nothing on any page of the route list', { timeout: 300_000 }, async () => {
    const concern = await t.database.superuser
      .selectFrom('clock')
      .innerJoin('concern', 'concern.id', 'clock.subject')
      // Someone has it: only then can it be handed over.
      .innerJoin('concernPickUp', 'concernPickUp.subject', 'concern.id')
      .select('concern.id')
      .where('clock.state', '=', 'running')
      .where('clock.kind', '=', 'concern.decide')
      .executeTakeFirstOrThrow()
    const child = await t.database.superuser
      .selectFrom('concernChild')
      .select('id')
      .where('subject', '=', concern.id)
      .executeTakeFirstOrThrow()
    const linked = await t.database.superuser
      .selectFrom('concernPerson')
      .select(['concernId', 'concernChildId'])
      .executeTakeFirstOrThrow()
    const priya = await signedIn('Priya Raman')
    await priya.page.goto(`${base}/concerns/new`)
    await priya.page.getByRole('button', { name: 'Say what worries you' }).click()
    const draft = /draft\/([\w-]+)/.exec(priya.page.url())?.[1] ?? ''
    await twoChildren(priya.page)
    const amelia = t.idOf('person Amelia Thorne')
    const { nameId, identifierId, aroundId } = await knownBy(amelia)
    const own = await t.database.superuser
      .selectFrom('concern')
      .select('id')
      .where('sentBy', '=', t.idOf('user Leah Brandt'))
      .executeTakeFirstOrThrow()
    const grace = await signedIn('Grace Okafor')
    await grace.page.goto(`${base}/people`)
    await grace.page.getByLabel('Given names').fill('Amelia')
    await grace.page.getByLabel('Family name').fill('Thorne')
    await grace.page.getByRole('button', { name: 'Search' }).click()
    const searched = /found\/([\w-]+)/.exec(grace.page.url())?.[1] ?? ''
    const disagreement = await disagreed(t)
    const missing = await openedByCouncil(t)
    const looked = await lookedFor(t, 'Grace Okafor', 'AB12 CDE')
    const leah = await signedIn('Leah Brandt')
    const judith = await signedIn('Judith Amos')
    const { concernId: sealed } = await sent(t, 'Leah Brandt', sealedTyped(t))
    const ruth = await signedIn('Ruth Adeyemi')
    const alan = await signedIn('Alan Pike')
    await alan.page.goto(`${base}/administration/agencies/${t.idOf('agency health')}/administrators/new`)
    await alan.page.getByLabel('Name', { exact: true }).fill('Ivy Ward')
    await alan.page.getByLabel('Work email address').fill('ivy.ward@health.example')
    await alan.page.getByLabel('Job title').fill('Systems manager')
    await alan.page.getByRole('button', { name: 'Name this administrator' }).click()
    await alan.page.getByText('Waits for a second person').waitFor()
    const { id: first } = await t.database.superuser
      .selectFrom('userAccount')
      .select('id')
      .where('name', '=', 'Ivy Ward')
      .executeTakeFirstOrThrow()
    const system = await t.act('Alan Pike', act => addSystem(act, { name: 'Log', contact: 'ICT, 204' }))
    const waiting = await waitsForAgreement()
    const halfWay = await settingUp(alan.page)
    const writes = await provesAddress('writing@fresh.example')
    await writes.getByLabel('Hotel, shop or other business').check()
    await writes.getByRole('button', { name: 'Save and continue' }).click()
    await writes.waitForURL(/danger$/)
    const unsent = /draft\/([\w-]+)/.exec(writes.url())?.[1] ?? ''
    await twoChildren(writes)
    const whoSent = await comesBack(await referred(t, { email: 'sent@fresh.example', kind: 'hotel' }))
    const found: string[] = []
    for (const route of routesToOpen()) {
      const step = route.endsWith(':number') ? 'child' : 'what-happened'
      const filled = route
        .replace(
          ':concernId',
          /\/sent\/|^\/api\//.test(route)
            ? own.id
            : route.endsWith('/agree')
              ? waiting.id
              : route.endsWith('/allegation')
                ? sealed
                : route.endsWith('/carry')
                  ? linked.concernId
                  : concern.id,
        )
        .replace(
          ':childId',
          route.endsWith('/agree')
            ? waiting.childId
            : route.endsWith('/carry')
              ? linked.concernChildId
              : child.id,
        )
        .replace(':personId', amelia)
        .replace(':nameId', nameId)
        .replace(':episodeId', missing)
        .replace(':aroundId', aroundId)
        .replace(':identifierId', identifierId)
        .replace(':draftId', route.startsWith('/report/') ? unsent : draft)
        .replace(':searchId', route.startsWith('/concerns/seen/') ? looked : searched)
        .replace(':step', step)
        .replace(':disagreementId', disagreement)
        .replace(':each', 'child')
        .replace(':number', '1')
        .replace(
          ':userId',
          route.includes('/administrators/')
            ? first
            : route.includes('/systems/')
              ? system
              : t.idOf('user Priya Raman'),
        )
        .replace(':face', 'practitioner')
        .replace(':areaId', t.idOf('area Wexcombe North'))
        .replace(':teamId', t.idOf('team local-authority'))
        .replace(':agencyId', t.idOf('agency health'))
        .replace(':partnershipId', t.idOf('partnership Wexcombe'))
      const { page } = route.startsWith('/report/sent')
        ? { page: whoSent }
        : /^\/report\/(you|empty|draft)/.test(route)
          ? { page: writes }
          : route.startsWith('/administration')
            ? alan
            : route.endsWith('/who-looked')
              ? ruth
              : route.endsWith('/allegation')
                ? judith
                : /\/sent\/|^\/api\//.test(route)
                  ? leah
                  : route.includes('draft')
                    ? priya
                    : route.startsWith('/set-up/')
                      ? halfWay
                      : grace
      found.push(...(await wrongWith(page, route, filled)))
    }
    expect(found).toEqual([])
  })

  test('nor on any page of a draft in full, which fits a phone', async () => {
    const answers = {
      face: 'practitioner',
      'adults-known': 'yes',
      adults: ['1'],
      'people-known': 'yes',
      people: ['1'],
    }
    const draft = await drafted(t, answers, 'Priya Raman')
    const { page, context } = await signedIn('Priya Raman', { viewport: { width: 320, height: 640 } })
    const found: string[] = []
    for (const path of PAGES_IN_FULL) {
      found.push(...(await wrongWith(page, path, `/concerns/draft/${draft}/${path}`)))
      if (Number(await page.evaluate('document.documentElement.scrollWidth')) > 320)
        found.push(`${path} is wider`)
    }
    expect(found).toEqual([])
    await context.close()
  })

  test('a page that is not there, one that sends elsewhere and one with a fault are found', async () => {
    const { page } = await signedIn('Grace Okafor')
    expect(await wrongWith(page, '/x', '/nowhere')).toEqual([expect.stringContaining('404')])
    await page.context().clearCookies()
    expect(await wrongWith(page, '/concerns/queue', '/concerns/queue')).toEqual([
      expect.stringContaining('was not opened'),
    ])
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="/x">')`)
    expect(await faultsOf(page)).toContainEqual(expect.stringContaining('image-alt'))
  })
})
