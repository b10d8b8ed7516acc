import { daysAfter, londonDay } from '#vocabulary/dates/london.ts'
import type { TestApp } from './test-app.ts'

/** Home, legal status and language of a child, each question answered or a reason given. */
export const familyTyped = {
  'child-lives-with': 'foster',
  'child-siblings': 'Ada, 9',
  'child-legal-status': 'section-20',
  'child-legal-status-since-month': '2',
  'child-legal-status-since-year': '2025',
  'child-placed-by': 'Northmoor Council',
  'child-plan': 'care',
  'child-workers': 'Sam Hill, reviewing officer, 01632 960 111',
  'child-language': 'Polish',
  'child-interpreter': 'yes',
  'child-communication-absence': 'not-asked',
  version: '',
}

/** An adult around the child who helps to keep them safe. */
export const adultTyped = {
  'adult-name-given': 'Joanne',
  'adult-name-family': 'Quill',
  'adult-relationship': 'mother',
  'adult-responsibility': 'yes',
  'adult-safe-to-tell': 'partner',
  'adult-reached-absence': 'not-known',
  version: '',
}

/** A whole safety plan, to be reviewed in a fortnight. */
export const planTyped = (t: TestApp, inDays = 14) => {
  const [year = '', month = '', day = ''] = daysAfter(londonDay(t.world.now()), inDays).split('-')
  return {
    ringTonight: 'Duty team, 01632 960 300',
    riskier: 'Friday evenings.',
    signs: 'Leaves early: ring the police.',
    goesTo: 'The bus station.',
    works: 'One quiet person.',
    childSays: 'Come and get me.',
    'agreedBy-absence': 'not-asked',
    'review-day': day,
    'review-month': month,
    'review-year': year,
    version: '',
  }
}
