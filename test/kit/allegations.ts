import type { ConcernId } from '#core/access/generated/tables.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { withUnsaid } from '#features/concerns/unsaid.ts'
import type { FormValues } from '#platform/ui/form-state.ts'
import type { TestApp } from './test-app.ts'

/** The detective of the made-up area, as someone writes of him who knows him by a short name. */
export const frost = { 'person-1-person-name-given': 'Dan', 'person-1-person-name-family': 'Frost' }

/** What the tests of sealed concerns say and ask, in one made-up area. */
export function allegations(of: () => TestApp) {
  /** A concern about an officer of the police, as a school writes it. */
  const about = (person: FormValues, whole: FormValues = {}): FormValues =>
    withUnsaid({
      'child-area': of().idOf('area Wexcombe North'),
      'child-1-child-name-given': 'Nadia',
      account: 'Fact: seen in his own car twice, out of hours.',
      noticed: ['older-company'],
      'people-known': 'yes',
      people: ['1'],
      'person-1-person-nicknames-absence': 'not-known',
      'person-1-person-description-absence': 'not-known',
      'person-1-person-age': 'adult',
      'person-1-person-to-child-absence': 'not-known',
      'person-1-person-part': 'may-have-harmed',
      'person-1-person-basis': 'seen',
      'person-1-person-works': 'yes',
      'person-1-person-works-for': 'police',
      'person-1-person-works-where': 'Detective sergeant',
      ...person,
      ...whole,
    })
  const send = async (typed: FormValues, by = 'Leah Brandt'): Promise<ConcernId> =>
    (await of().act(by, act => sendConcern(act, typed))).concernId

  const status = async (name: string, path: string): Promise<number> =>
    (await (await of().as(name)).get(path)).statusCode

  /** Whoever was written a letter about a concern, by name. */
  const lettered = async (concernId: ConcernId): Promise<string[]> => {
    const letters = await of()
      .database.superuser.selectFrom('letter')
      .innerJoin('notice', 'notice.id', 'letter.noticeId')
      .innerJoin('userAccount', 'userAccount.id', 'letter.userId')
      .select('userAccount.name')
      .where('notice.subject', '=', concernId)
      .distinct()
      .orderBy('userAccount.name')
      .execute()
    return letters.map(letter => letter.name)
  }

  return { about, lettered, send, status }
}
