import { verifyLedger } from '#core/audit/verify.ts'
import { testServer } from '#test/kit/global-setup.ts'
import { walker } from '#test/kit/hostile/walk.ts'
import { plantForeign } from '#test/kit/routes/foreign.ts'
import { referrerRows } from '#test/kit/routes/referrers.ts'
import { at, proofFor, typedFor, userOf } from '#test/kit/routes/standing.ts'
import { TABLE } from '#test/kit/routes/table.ts'
import { memoryAnchors, sealAll } from '#test/kit/sealing.ts'
import { testApp } from '#test/kit/test-app.ts'
import { tickingWorld } from '#test/kit/test-world.ts'
import { finish, say } from './result.ts'

/**
 * Bodies built to break a form, to every form there is, by everyone who may use it and some who may not; and questions
 * behind the address of every page. `test/kit/hostile` builds and judges them; the suite sends some of the same.
 * `npm run sightline bench hostile [bodies] [seed]`.
 */
const BODIES = Number(process.argv[2] ?? 10_000)
const SEED = Number(process.argv[3] ?? 1)
const QUESTIONS = BODIES / 10
/** What is sent before the things that a form is about are made anew. */
const AT_ONCE = 10

const pages = [...TABLE, ...referrerRows].filter(row => !row.path.startsWith('/api/'))
const forms = pages.filter(row => row.form)
const here = await testServer()
const t = await testApp(['administration', 'concerns', 'notes'], {
  server: here.server,
  world: tickingWorld(),
})
const hostile = walker(t, await plantForeign(t))
const started = performance.now()

say(`What ${forms.length} forms accept, while time goes by`)
const refused: string[] = []
for (const row of forms) {
  const ready = await row.ready(t)
  const browser = await userOf(t, row, ready)
  const answer = await browser.submit(at(row, ready.ids), await typedFor(ready), await proofFor(t, browser))
  // One page of a draft is kept unfinished, and comes back to be finished.
  const meant = row.path === '/report/draft/:draftId/:step/:number' ? 422 : 303
  if (answer.statusCode !== meant) refused.push(`${row.path}: ${answer.statusCode}`)
}

let bodies = 0
for (let turn = 0; bodies < BODIES; turn += 1) {
  for (const [n, row] of forms.entries()) {
    const many = Math.min(AT_ONCE, BODIES - bodies)
    if (many > 0) await hostile.walk(row, { many, seed: SEED * 1_000_000 + turn * 1_000 + n })
    bodies += many
  }
  say(`${bodies} bodies, ${hostile.walked.faults.length} faults`)
}
const toForms = new Map(hostile.walked.statuses)
let questions = 0
for (let turn = 0; questions < QUESTIONS; turn += 1)
  for (const [n, row] of pages.entries()) {
    const many = Math.min(5, QUESTIONS - questions)
    if (many > 0) await hostile.ask(row, { many, seed: SEED * 1_000_000 + turn * 1_000 + n })
    questions += many
  }
say(`${questions} questions, ${hostile.walked.faults.length} faults`)
const seconds = Math.round((performance.now() - started) / 1000)

const sealer = { db: t.database.connect('sightline_sealer', 1), anchors: memoryAnchors() }
const { sealed } = await sealAll(sealer, t.database)
const { faults: ofLedger } = await verifyLedger(sealer.db, sealer.anchors)
const { faults, held, statuses } = hostile.walked
const broken = [...statuses].reduce((sum, [status, times]) => sum + (status >= 500 ? times : 0), 0)
const errors = t.log.filter(line => line.level === 'error')
await t[Symbol.asyncDispose]()
await here.stop()
for (const one of [...refused, ...faults, ...ofLedger.map(fault => fault.says)].slice(0, 60)) say(one)

const none = { unit: 'answers', atMost: 0 }
process.exit(
  await finish(
    {
      bench: 'hostile',
      command: 'npm run sightline bench hostile',
      size: `${BODIES} bodies to ${forms.length} forms and ${QUESTIONS} questions to ${pages.length} pages, seed ${SEED}`,
      figures: [
        { what: 'Bodies sent', value: bodies, unit: 'bodies', atLeast: 10_000 },
        { what: 'Questions asked', value: questions, unit: 'questions', atLeast: 1_000 },
        { what: 'Answered with 500 or more', value: broken, ...none },
        { what: 'Errors in the log', value: errors.length, unit: 'lines', atMost: 0 },
        {
          what: 'Not as is meant: a status, inner words, live markup, where it leads',
          value: faults.length,
          ...none,
        },
        { what: 'Fields looked at in forms that came back', value: held, unit: 'fields', atLeast: 1_000 },
        {
          what: 'Forms that refuse what they accept, while time goes by',
          value: refused.length,
          unit: 'forms',
          atMost: 0,
        },
        { what: 'Entries of the ledger sealed', value: sealed, unit: 'entries', atLeast: 1 },
        { what: 'Faults of the ledger afterwards', value: ofLedger.length, unit: 'faults', atMost: 0 },
      ],
      more: { seconds, toForms: Object.fromEntries(toForms), all: Object.fromEntries(statuses) },
    },
    { keep: BODIES >= 10_000 },
  ),
)
