import { account, codeNow, halfSetUp, halfWay, invited, PASSWORD, setUp } from './making.ts'
import { form, page } from './row.ts'

const anyone = { may: 'anyone', by: 'nobody', of: 'nothing', tells: 'sign-in.' } as const
const oneself = { may: 'anyone signed in', by: 'Leah Brandt', of: 'oneself' } as const

export const signInRows = [
  page('/', oneself),
  page('/account', oneself),
  form('/account/password', {
    ...oneself,
    secret: true,
    endsSession: true,
    tells: 'sign-in.',
    ready: async t => {
      const who = await setUp(t)
      return {
        ids: {},
        typed: async () => ({
          present: PASSWORD,
          password: 'four other plain words',
          code: await codeNow(t, who.secret),
        }),
        browser: () => t.as(who.name),
      }
    },
  }),
  form('/account/recovery-codes', {
    ...oneself,
    secret: true,
    tells: 'sign-in.',
    ready: async t => {
      const who = await setUp(t)
      return {
        ids: {},
        typed: async () => ({ set: 'A'.repeat(22), code: await codeNow(t, who.secret) }),
        browser: () => t.as(who.name),
      }
    },
  }),
  form('/sign-in', {
    ...anyone,
    ready: async t => ({ ids: {}, typed: { email: (await setUp(t)).email, password: PASSWORD } }),
  }),
  form('/sign-in/code', {
    ...anyone,
    ready: async t => {
      const who = await setUp(t)
      return {
        ids: {},
        typed: async () => ({ code: await codeNow(t, who.secret) }),
        browser: () => halfWay(t, who),
      }
    },
  }),
  form('/sign-in/recovery', {
    ...anyone,
    ready: async t => {
      const who = await setUp(t)
      return { ids: {}, typed: { code: who.recovery[0] ?? '' }, browser: () => halfWay(t, who) }
    },
  }),
  form('/sign-in/made-up', {
    ...anyone,
    names: { user: 'everyone’s' },
    ready: async t => ({ ids: {}, typed: { user: (await account(t)).id } }),
  }),
  form('/set-up', {
    ...anyone,
    ready: async t => {
      const { email, code } = await invited(t)
      return { ids: {}, typed: { email, code, password: PASSWORD } }
    },
  }),
  form('/set-up/second-factor', {
    ...anyone,
    ready: async t => {
      let who = await halfSetUp(t)
      return {
        ids: {},
        typed: async () => ({ code: await codeNow(t, who.secret) }),
        browser: async () => {
          who = await halfSetUp(t)
          return who.browser
        },
      }
    },
  }),
  form('/sign-out', {
    ...anyone,
    ready: async t => {
      const who = await account(t)
      return { ids: {}, typed: {}, browser: () => t.as(who.name) }
    },
  }),
]
