import { sayWhyNot } from '#test/e2e/browser.ts'
import type { TestWorld } from '#test/kit/test-world.ts'
import { follow, PHONE, press, type Studio } from './camera.ts'
import { administering, whoHasLooked } from './keeping.ts'
import { agencySystems, missingNow, plansAndFamily, queueInEarnest, withoutAnAccount } from './together.ts'

type Scene = (studio: Studio, world: TestWorld) => Promise<void>

/** Leah of the school records a concern about a boy, and hears that it has come. */
const recording: Scene = async ({ as, take }) => {
  const leah = await as('Leah Brandt')
  await follow(leah, 'Record a concern')
  await press(leah, 'Say what worries you')
  await leah.getByLabel('Yes', { exact: true }).check()
  await take(leah, 'danger-now', { to: '.govuk-button-group' })
  await leah.getByLabel('No', { exact: true }).check()
  await press(leah, 'Save and continue')
  await leah.getByLabel('Wexcombe North').check()
  await leah.getByLabel('I work with the child').check()
  await press(leah, 'Save and continue')
  await leah.getByLabel('Given names').fill('Robin')
  await leah.getByLabel('Family name').fill('Hale')
  await leah.getByLabel('Year').fill('2012')
  await leah.getByLabel('Male', { exact: true }).check()
  await leah.getByLabel('Which school or college do they go to?', { exact: true }).fill('Hillside Academy')
  await sayWhyNot(leah, 'child-1-child-', ['ethnicity', 'address', 'safe-contact'])
  await press(leah, 'Save and continue')
  await leah
    .getByLabel('What did you see, hear or get told?', { exact: true })
    .fill('Fact: he waited at the gate for an hour with a packed bag. My view: he did not want to go home.')
  await leah.getByLabel('Out late or missing from home, school or care').check()
  await leah.getByLabel('I asked the child nothing').check()
  await sayWhyNot(leah, '', [
    'happened-when',
    'happened-where',
    'setting',
    'vehicles',
    'phones',
    'online-names',
    'images',
  ])
  await take(leah, 'what-happened', { from: '.govuk-caption-l', to: '#account' })
  await press(leah, 'Save and continue')
  await leah.getByLabel('No', { exact: true }).check()
  await press(leah, 'Save and continue')
  await leah.getByLabel('My manager or safeguarding lead').check()
  await leah.getByLabel('Neither knows').check()
  await leah.getByLabel('No', { exact: true }).last().check()
  await sayWhyNot(leah, '', ['crime', 'done-so-far', 'ring-back'])
  await press(leah, 'Save and continue')
  await take(leah, 'check-answers', {
    from: 'h2:has-text("Other people")',
    to: '.govuk-button-group',
  })
  await press(leah, 'Send')
  await leah.getByRole('heading', { name: 'We have your concern' }).waitFor()
  await take(leah, 'receipt')
  const phone = await as('Owen Price', PHONE)
  await phone.goto('/concerns/new')
  await press(phone, 'Say what worries you')
  await take(phone, 'danger-now-phone', { most: 700 })
}

/** Priya of the duty team takes it and decides; Tom sees to the girl in danger. */
const deciding: Scene = async ({ as, take }, world) => {
  world.advance(6)
  const priya = await as('Priya Raman')
  await follow(priya, 'Concerns to decide')
  await take(priya, 'queue', { from: 'body', to: 'tbody tr:nth-child(2)' })
  const tom = await as('Tom Ashdown')
  await follow(tom, 'Concerns to decide')
  await follow(tom, 'Amelia Thorne')
  await follow(tom, 'Find or make this child’s record')
  await take(tom, 'which-record')
  await press(tom, 'This is the same child')
  await follow(tom, 'The concern')
  await follow(tom, 'Decide what happens next for this child')
  await tom.getByLabel('Immediate protection').check()
  await tom.getByLabel('Strategy discussion').check()
  await tom.getByLabel('Reasons').fill('Police have found the car. Strategy discussion at one o’clock.')
  await press(tom, 'Record the decision')
  await follow(priya, 'Robin Hale')
  await take(priya, 'concern', { to: '.govuk-button' })
  await press(priya, 'Take this concern')
  await press(priya, 'Take it')
  world.advance(18)
  await follow(priya, 'Decide what happens next for this child')
  await priya.getByLabel('Early help').check()
  await priya.getByLabel('Services to be offered').check()
  await priya
    .getByLabel('Reasons')
    .fill('School and family meet on Thursday. His form tutor asks how things are at home.')
  await take(priya, 'decide')
  await press(priya, 'Record the decision')
  await priya.getByText('The decision is recorded').waitFor()
  await tom.goto('/concerns/queue')
  await follow(tom, 'Callum Reid')
  await follow(tom, 'Decide what happens next for this child')
  await tom.getByLabel('No further action').check()
  await tom
    .getByLabel('Reasons')
    .fill(
      'His mother has told us of a bereavement. The school will ring if he is seen with people they do not know.',
    )
  await press(tom, 'Record the decision')
  await tom.getByText('Waiting for a supervisor').waitFor()
}

const hearingBack: Scene = async ({ as, take }, world) => {
  world.advance(5)
  const leah = await as('Leah Brandt')
  await follow(leah, 'Concerns you raised')
  await take(leah, 'concerns-you-raised')
  await follow(leah, 'CON-')
  await take(leah, 'heard-back')
}

/** What the service knows of a child, and what a worker adds on a phone. */
const theChild: Scene = async ({ as, take }) => {
  const helen = await as('Helen Marsh')
  await follow(helen, 'Find a person')
  await helen.getByLabel('Given names').fill('Ameila')
  await helen.getByLabel('Family name').fill('Thorne')
  await press(helen, 'Search')
  await take(helen, 'find-a-person', { from: 'h1', to: 'p:has(a[href="/people/new"])' })
  await follow(helen, 'Amelia Thorne')
  await take(helen, 'child', { to: 'section:has(h2:has-text("Who they are")) dl' })
  const phone = await as('Helen Marsh', PHONE)
  await phone.goto(new URL(helen.url()).pathname)
  await follow(phone, 'Record a visit, call or message')
  await phone.getByLabel('Call', { exact: true }).check()
  await phone.getByLabel('What happened?').fill('Fact: her mother rang. Amelia was home by nine.')
  await take(phone, 'note-phone', { to: '.govuk-button-group', most: 1_000 })
  await follow(helen, 'Find a person')
  await helen.getByLabel('Given names').fill('Jayden')
  await helen.getByLabel('Family name').fill('Cole')
  await press(helen, 'Search')
  await follow(helen, 'Jayden Cole')
  const before = 'section:has(h2:has-text("What was recorded before"))'
  await take(helen, 'recorded-before', { from: before, to: before })
}

/** The next morning one is late, and an ending waits to be agreed. */
const supervising: Scene = async ({ as, take }, world) => {
  world.advance(20 * 60 + 11)
  const grace = await as('Grace Okafor')
  await take(grace, 'home-supervisor', { from: 'body', to: 'table' })
  await follow(grace, 'Ending proposed for Callum Reid')
  await follow(grace, 'Agree to this or send it back')
  await grace.getByLabel('Send it back to be decided again').check()
  await grace.getByLabel('What you considered').fill('Who has asked Callum? Say what he says.')
  await take(grace, 'agree', { to: '.govuk-button-group' })
  await take(await as('Grace Okafor', PHONE), 'home-phone', { to: 'table' })
}

/** In this order: each goes on from what was done in the one before. */
export const scenes: readonly Scene[] = [
  recording,
  deciding,
  hearingBack,
  theChild,
  supervising,
  whoHasLooked,
  missingNow,
  plansAndFamily,
  queueInEarnest,
  withoutAnAccount,
  administering,
  agencySystems,
]
