import type { ProvidedContext } from 'vitest'
import type {
  ConcernChildId,
  ConcernId,
  MissingEpisodeId,
  RoleGrantId,
  UserAccountId,
} from '#core/access/generated/tables.ts'
import { startDraft } from '#features/concerns/record/draft.ts'
import { linkRecord } from '#features/concerns/decide/link.ts'
import { decideOnChild, takeConcern } from '#features/concerns/decide/service.ts'
import { recordAllegation } from '#features/concerns/sealed/service.ts'
import { sendConcern } from '#features/concerns/send/service.ts'
import { recordNote } from '#features/notes/public.ts'
import { keepSearch } from '#features/people/find/searches.ts'
import {
  addIdentifier,
  addOtherName,
  createPersonRecord,
  IdentifierTyped,
  OtherNameTyped,
} from '#features/people/public.ts'
import { plainDate } from '#vocabulary/dates/plain-date.ts'
import { plantEpisode } from './missing.ts'
import { plantAs } from './plant.ts'
import { sealedTyped } from './routes/concerns.ts'
import type { Ids } from './routes/row.ts'
import { testApp, type TestApp } from './test-app.ts'

/** What a hidden record could be reached by; the same addresses are tried where it does not exist. */
export interface Secret {
  readonly ids: Ids
  readonly reference: string
  readonly grant: string
  readonly email: string
}

export interface TwoDatabases extends AsyncDisposable {
  readonly without: TestApp
  readonly withSecret: TestApp
  readonly secret: Secret
}

/** The same application twice, on the same chances; in one of them other agencies hold more. */
export async function twoDatabases(server?: ProvidedContext['server']): Promise<TwoDatabases> {
  const filled = ['administration', 'concerns', 'notes']
  const given = server ? { server } : {}
  const [without, withSecret] = await Promise.all([testApp(filled, given), testApp(filled, given)])
  return {
    without,
    withSecret,
    secret: await plantSecret(withSecret),
    [Symbol.asyncDispose]: async () => {
      await without[Symbol.asyncDispose]()
      await withSecret[Symbol.asyncDispose]()
    },
  }
}

/**
 * Health keeps a record of its own about a child whom the council knows by the same name, looks for them and writes a
 * concern; it had one person more, for whom a role is waiting. Another concern of theirs names a detective, and is sealed at birth.
 */
async function plantSecret(t: TestApp): Promise<Secret> {
  const { superuser } = t.database
  const planted = await plantAs(t, 'Moira Kelly', async act => {
    const born = plainDate('2011-11-19')
    const personId = await createPersonRecord(act, {
      givenNames: 'Callum',
      givenNamesAbsence: null,
      familyName: 'Reid',
      familyNameAbsence: null,
      knownAs: null,
      bornFrom: born,
      bornTo: born,
      bornAbsence: null,
      sex: 'M',
      sexAbsence: null,
    })
    await recordNote(act, personId, { kind: 'visit', words: 'Seen at clinic.', when: 'just-now' })
    const name = OtherNameTyped.parse({ kind: 'nickname', given: 'Finn', family: 'Marlowe' })
    const number = IdentifierTyped.parse({ kind: 'nhs-number', value: '999 000 0018' })
    return {
      personId,
      nameId: await addOtherName(act, personId, name),
      identifierId: await addIdentifier(act, personId, number),
      searchId: await keepSearch(act, { given: 'Callum', family: 'Reid' }),
      draftId: await startDraft(act, 'referrer'),
      userId: act.world.uuid<UserAccountId>(),
      grant: act.world.uuid<RoleGrantId>(),
      episodeId: act.world.uuid<MissingEpisodeId>(),
    }
  })
  // With danger now, and nobody reached: all that is told of it is told to those it is for.
  const sealed = { ...sealedTyped(t), 'danger-now': 'yes', 'spoken-to-nobody': 'yes' }
  const { concernId } = await plantAs(t, 'Moira Kelly', act => sendConcern(act, sealed))
  const child = await superuser
    .selectFrom('concernChild')
    .select('id')
    .where('subject', '=', concernId)
    .executeTakeFirstOrThrow()
  await actOnIt(t, { concernId, concernChildId: child.id })
  const person = await superuser
    .selectFrom('personRecord')
    .select('reference')
    .where('id', '=', planted.personId)
    .executeTakeFirstOrThrow()
  const { grant, ...ids } = planted
  const episodeId = await plantEpisode(t, {
    id: planted.episodeId,
    agency: t.idOf('agency health'),
    by: t.idOf('user Moira Kelly'),
  })
  const email = 'someone.more@health.example'
  await plantAccount(t, { userId: ids.userId, grant, email })
  return {
    ids: { ...ids, concernId, childId: child.id, episodeId },
    reference: person.reference,
    grant,
    email,
  }
}

/**
 * Whoever holds it joins the child to a record that the council has, decides and says what is done about the one named; of a
 * second one they make a record.
 */
async function actOnIt(
  t: TestApp,
  first: { concernId: ConcernId; concernChildId: ConcernChildId },
): Promise<void> {
  const judith = 'Judith Amos'
  const { concernId } = await plantAs(t, 'Moira Kelly', act => sendConcern(act, sealedTyped(t)))
  const { id: concernChildId } = await t.database.superuser
    .selectFrom('concernChild')
    .select('id')
    .where('subject', '=', concernId)
    .executeTakeFirstOrThrow()
  const both = [
    { ...first, record: t.idOf('person Amelia Thorne') },
    { concernId, concernChildId, record: 'new' as const },
  ]
  for (const { record, ...one } of both) {
    await plantAs(t, judith, act => takeConcern(act, one.concernId))
    await plantAs(t, judith, act => linkRecord(act, { ...one, record }))
    await plantAs(t, judith, act =>
      decideOnChild(act, { ...one, outcomes: ['strategy-discussion'], reasons: 'Held tomorrow at ten.' }),
    )
    await plantAs(t, judith, act =>
      recordAllegation(act, {
        concernId: one.concernId,
        action: 'passed-to-police',
        reasons: 'Their professional standards have it.',
      }),
    )
  }
}

/** It has ended: the page of made-up people, of demonstrations alone, shows every other. */
async function plantAccount(
  t: TestApp,
  of: { userId: UserAccountId; grant: RoleGrantId; email: string },
): Promise<void> {
  const { superuser } = t.database
  const agencyId = t.idOf('agency health')
  const now = t.world.now()
  await superuser
    .insertInto('userAccount')
    .values({
      id: of.userId,
      agencyId,
      name: 'Someone More',
      email: of.email,
      jobTitle: 'Nurse',
      createdAt: now,
      endedAt: now,
    })
    .execute()
  await superuser
    .insertInto('roleGrant')
    .values({
      id: of.grant,
      agencyId,
      userId: of.userId,
      role: 'health-professional',
      askedBy: t.idOf('user Moira Kelly'),
      askedAt: now,
    })
    .execute()
}
