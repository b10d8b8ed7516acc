import { follow, press, type Studio } from './camera.ts'

/** Who is missing now, as the police see it, and one of them. */
export async function missingNow({ as, take }: Studio): Promise<void> {
  const daniel = await as('Daniel Frost')
  await follow(daniel, 'Missing now')
  await take(daniel, 'missing-now', { most: 900 })
  await follow(daniel, 'Jayden Cole')
  await take(daniel, 'missing-child', { most: 900 })
}

/** A child's safety plan, and their home and family. */
export async function plansAndFamily({ as, take }: Studio): Promise<void> {
  const helen = await as('Helen Marsh')
  await follow(helen, 'Find a person')
  await helen.getByLabel('Given names').fill('Amelia')
  await helen.getByLabel('Family name').fill('Thorne')
  await press(helen, 'Search')
  await follow(helen, 'Amelia Thorne')
  await follow(helen, 'Open the plan to print it')
  await take(helen, 'safety-plan', { from: 'main' })
}

/** What everybody has in hand; a disagreement; a concern as text. */
export async function queueInEarnest({ as, take }: Studio): Promise<void> {
  const grace = await as('Grace Okafor')
  await follow(grace, 'Who has what in hand')
  await take(grace, 'in-hand')
  const leah = await as('Leah Brandt')
  await follow(leah, 'Concerns you raised')
  await follow(leah, 'CON-')
  await follow(leah, 'I disagree with this')
  await take(leah, 'disagree')
}

/** Where someone without an account begins. */
export async function withoutAnAccount({ as, take }: Studio): Promise<void> {
  const nobody = await as('Leah Brandt')
  await nobody.context().clearCookies()
  await nobody.goto('/sign-in')
  await follow(nobody, 'Record a concern without an account')
  await take(nobody, 'report')
}

/** A system of the agency, as its administrator sees it. */
export async function agencySystems({ as, take }: Studio): Promise<void> {
  const alan = await as('Alan Pike')
  await alan.goto('/administration/systems/new')
  await alan.getByLabel('What the system is called').fill('School records')
  await alan.getByLabel('Who runs it, by telephone or email').fill('ICT help desk, 01632 960 204')
  await take(alan, 'system')
}
