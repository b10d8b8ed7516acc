import { expect, expectTypeOf, test } from 'vitest'
import type { Act } from '#core/access/act.ts'
import type {
  ConcernId,
  PersonRecordId,
  SubjectId,
  TeamId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import type { ScopedTx } from '#core/access/scoped-tx.ts'
import { MadeUp } from '#core/manifest/made-up.ts'
import type { Id } from '#platform/database/id.ts'
import { idOf } from '#vocabulary/ids/uuid.ts'
import { testWorld } from '#test/kit/test-world.ts'

const { uuid } = testWorld()

// The compiler reads these and nobody runs them: each line is refused, or `npm test` ends before the tests.
export const refused = (act: Act, tx: ScopedTx, ids: { concern: ConcernId; subject: SubjectId }) => [
  // @ts-expect-error a concern's id is no person's
  tx.selectFrom('personRecord').where('id', '=', ids.concern),
  // @ts-expect-error not every subject is a person
  tx.selectFrom('personRecord').where('id', '=', ids.subject),
  // @ts-expect-error a string is not an id
  tx.selectFrom('personRecord').where('id', '=', String(ids.concern)),
  // @ts-expect-error a user is no team, though both may be granted something
  tx.updateTable('concern').set({ receivingTeam: uuid<UserAccountId>() }),
  // @ts-expect-error the ledger takes ids, not words
  act.record('person.viewed', 'the child'),
  // @ts-expect-error the made-up area keeps under `team` what is a team
  new MadeUp().set('team Duty', ids.concern),
]

test('one kind of id is refused where another is wanted, and a person is a subject', () => {
  expectTypeOf<ConcernId>().not.toExtend<PersonRecordId>()
  expectTypeOf<PersonRecordId>().toExtend<SubjectId>()
  expectTypeOf<SubjectId>().not.toExtend<PersonRecordId>()
  expectTypeOf<TeamId>().toExtend<Id>()
  expectTypeOf<string>().not.toExtend<Id>()
  expectTypeOf<Id>().toExtend<string>()
})

test('what has not the shape of an id is none', () => {
  const id = uuid<PersonRecordId>()
  const person = idOf<PersonRecordId>('Choose one')
  expect(person.parse(id)).toBe(id)
  for (const typed of ['', `${id} `, id.toUpperCase(), `'; drop`, undefined, [id]])
    expect(person.safeParse(typed).error?.issues[0]?.message).toBe('Choose one')
})

test('a name that nobody was given in the made-up area has no id', () => {
  const made = new MadeUp()
  const team = uuid<TeamId>()
  made.set('team Duty', team)
  expect(made.idOf('team Duty')).toBe(team)
  expect(made.has('team Night')).toBe(false)
  expect(() => made.idOf('team Night')).toThrow('the made-up area has no team Night')
})
