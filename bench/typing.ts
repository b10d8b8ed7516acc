import type { Page } from 'playwright-core'
import { installedChromium, startBrowser } from '#test/e2e/browser.ts'
import { PRACTITIONER, TEACHER } from '#test/e2e/in-full.ts'
import { recordsInFull } from '#test/e2e/recording.ts'
import type { Counted, Pace } from '#test/e2e/typist.ts'
import { startDemonstration } from './demonstration.ts'
import { finish, round, say } from './result.ts'

/**
 * How long it takes to record a whole concern, at a person's pace, in a browser, half on one device and half on another:
 * a teacher on a phone, and a practitioner with two children and three other people. `npm run sightline bench typing`.
 *
 * On a phone people type 36.2 words of five characters a minute on average (Palin, Feit, Kim, Kristensson and Oulasvirta,
 * 'How do people type on mobile devices?', MobileHCI 2019), and here nobody is faster at a desk. Finding and pressing
 * each field, choice and button takes two seconds more: our own assumption. Reading is not in it.
 */
const PACE: Pace = { character: 60_000 / (36.2 * 5), press: 2_000 }
const PHONE = { viewport: { width: 320, height: 640 } }

const path = installedChromium()
if (!path) throw new Error('No Chromium is installed; set SIGHTLINE_CHROMIUM to its path.')

const { address: base, stop } = await startDemonstration()
const browser = await startBrowser(path)

const device = (name: string, how: object) => async (): Promise<Page> => {
  const page = await (await browser.newContext(how)).newPage()
  await page.goto(`${base}/sign-in/made-up`)
  await page.getByRole('button', { name }).click()
  await page.waitForURL(`${base}/`)
  return page
}

const minutes = (milliseconds: number): number => round(milliseconds / 60_000, 2)
async function timed(how: {
  name: string
  face: string
  said: typeof TEACHER
  devices: readonly [first: object, second: object]
}): Promise<Counted> {
  const { name, face, said } = how
  say(`${name} begins`)
  const [first, second] = how.devices.map(one => device(name, one))
  if (!first || !second) throw new Error('two devices are needed')
  const { page, counted } = await recordsInFull({ face, said, base, first, second, pace: PACE })
  await page.getByRole('heading', { name: 'We have your concern' }).waitFor()
  say(`${minutes(counted.typing)} of ${minutes(counted.milliseconds)} minutes were typing`)
  return counted
}

async function both(): Promise<readonly [teacher: Counted, practitioner: Counted]> {
  try {
    return [
      await timed({
        name: 'Leah Brandt',
        face: 'Say what worries you',
        said: TEACHER,
        devices: [PHONE, PHONE],
      }),
      await timed({ name: 'Priya Raman', face: 'Record in full', said: PRACTITIONER, devices: [{}, PHONE] }),
    ]
  } finally {
    await browser.close()
    await stop()
  }
}
const [teacher, practitioner] = await both()

const shown = (who: string, counted: Counted) => [
  { what: `${who}: characters typed`, value: counted.characters, unit: '' },
  { what: `${who}: fields, choices and buttons found and pressed`, value: counted.presses, unit: '' },
  { what: `${who}: with finding and pressing`, value: minutes(counted.milliseconds), unit: 'minutes' },
]

process.exit(
  await finish(
    {
      bench: 'typing',
      command: 'npm run sightline bench typing',
      size: `a concern of ${teacher.pages} pages, and one of ${practitioner.pages} with two children and three other people`,
      figures: [
        { what: 'A teacher on a phone: typing', value: minutes(teacher.typing), unit: 'minutes', atMost: 5 },
        ...shown('A teacher on a phone', teacher),
        { what: 'A practitioner: typing', value: minutes(practitioner.typing), unit: 'minutes' },
        ...shown('A practitioner', practitioner),
      ],
      more: { pace: PACE },
    },
    { keep: true },
  ),
)
