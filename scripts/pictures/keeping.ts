import { follow, press, type Studio } from './camera.ts'

/** The records lead asks who has looked, with a reference that a worker has given. */
export async function whoHasLooked({ as, take }: Studio): Promise<void> {
  const helen = await as('Helen Marsh')
  await helen.goto('/people')
  await helen.getByLabel('Given names').fill('Amelia')
  await helen.getByLabel('Family name').fill('Thorne')
  await press(helen, 'Search')
  await follow(helen, 'Amelia Thorne')
  const reference = (await helen.locator('.govuk-caption-l').textContent()) ?? ''
  const ruth = await as('Ruth Adeyemi')
  await follow(ruth, 'Who has looked')
  await ruth.getByLabel('Reference of the person record').fill(reference)
  await take(ruth, 'ask-who-has-looked', { to: '.govuk-button-group' })
  await press(ruth, 'Show who has looked')
  await ruth.getByRole('heading', { name: 'Who has looked at the record of' }).waitFor()
  await take(ruth, 'who-has-looked', { from: '.govuk-caption-l', most: 640 })
}

/** An administrator adds someone and asks for a role; a second person sees it waiting. */
export async function administering({ as, take }: Studio): Promise<void> {
  const alan = await as('Alan Pike')
  await follow(alan, 'Administration')
  await follow(alan, 'Add a person')
  await alan.getByLabel('Name', { exact: true }).fill('Nadia Karim')
  await alan.getByLabel('Work email address').fill('nadia.karim@local-authority.example')
  await alan.getByLabel('Job title').fill('Duty social worker')
  await press(alan, 'Add this person')
  await follow(alan, 'Ask for a role for them')
  await alan.getByLabel('Duty worker', { exact: true }).check()
  await press(alan, 'Ask for this role')
  await alan.getByText('Waits for a second person').waitFor()
  await alan.goto('/administration')
  await take(alan, 'administration', { from: 'body', to: 'table' })
  const ruth = await as('Ruth Adeyemi')
  await ruth.goto('/administration')
  await follow(ruth, 'Nadia Karim')
  await take(ruth, 'second-person')
  await follow(alan, 'Partnerships and areas')
  await follow(alan, 'Wexcombe Safeguarding')
  await take(alan, 'areas', { to: 'table' })
  await follow(alan, 'Numbers of Wexcombe North')
  await take(alan, 'numbers', { to: 'fieldset' })
}
