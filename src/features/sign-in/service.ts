import type { UserAccountId } from '#core/access/generated/tables.ts'
import type { QueryExecutorProvider } from 'kysely'
import { writeServiceEntry } from '#core/audit/ledger.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { endSessionsOf } from '#platform/http/sessions.sql.ts'
import { countTry, forgetTries, giveTryBack, type Limit } from '#platform/http/try-limit.sql.ts'
import type { World } from '#platform/world/world.ts'
import { hashPassword, NOBODYS_PASSWORD, passwordMatches } from './passwords.ts'
import * as rows from './queries.ts'
import {
  acceptedStep,
  codeDigest,
  newTotpSecret,
  openTotpSecret,
  recoveryCodes,
  sealTotpSecret,
} from './second-factor.ts'
import { words } from './words.ts'

/** What the door works with: its own database role, and no child's data. */
export interface Door {
  readonly gate: QueryExecutorProvider
  readonly world: World
  readonly secret: string
}

/** A limit against guessing at one account, and the deed under which the ledger says once that it was reached. */
interface AccountLimit extends Limit {
  readonly locked: string
}

export const PER_ACCOUNT: AccountLimit = {
  bucket: 'sign-in account',
  tries: 5,
  minutes: 15,
  locked: 'sign-in.password-locked',
}
const PER_ADDRESS: Limit = { bucket: 'sign-in address', tries: 50, minutes: 15 }
const PER_SECOND_FACTOR: AccountLimit = {
  bucket: 'second factor',
  tries: 5,
  minutes: 15,
  locked: 'sign-in.second-factor-locked',
}
const PER_SET_UP: AccountLimit = { bucket: 'set up', tries: 5, minutes: 60, locked: 'sign-in.set-up-locked' }

/**
 * Checks a name and a password. The same answer, after the same work, for a wrong name and a wrong password.
 *
 * @returns the user, whose second factor is still to come
 * @throws Refusal
 */
export async function checkPassword(
  door: Door,
  given: { email: string; password: string; address: string },
): Promise<UserAccountId> {
  await withinAddress(door, given.address)
  await withinEmail(door, PER_ACCOUNT, given.email)
  const accounts = await rows.accountsByEmail(door.gate, given.email)
  const kept = accounts.filter(account => account.totpConfirmedAt !== null)
  const right: rows.Account[] = []
  // As much work for nobody and for one as for someone who works for two agencies.
  for (const account of [...kept, null, null].slice(0, Math.max(2, kept.length))) {
    const matches = await passwordMatches(account?.password ?? NOBODYS_PASSWORD, given.password)
    if (matches && account) right.push(account)
  }
  const [account] = right
  if (!account) throw new Refusal({ email: words.wrongNameOrPassword })
  // A right password gives its own try back. It forgives the wrong ones before it only where the address has one
  // account: someone at another agency could make one with the same address and guess on.
  await giveTryBack(door.gate, PER_ADDRESS, given.address)
  if (kept.length === 1) await forgetTries(door.gate, PER_ACCOUNT, given.email.toLowerCase())
  else await giveTryBack(door.gate, PER_ACCOUNT, given.email.toLowerCase())
  return account.userId
}

/** @throws Refusal when the code is wrong, used or out of time */
export async function checkSecondFactor(door: Door, userId: UserAccountId, code: string): Promise<void> {
  await withinSecondFactor(door, userId)
  const account = await rows.accountById(door.gate, userId)
  if (!account?.totpSecret) throw new Refusal({ code: words.wrongCode })
  const step = await acceptedStep(openTotpSecret(door.secret, account.totpSecret), code.replaceAll(' ', ''), {
    now: door.world.now(),
    lastStep: account.totpLastStep,
  })
  if (step === null || !(await rows.useStep(door.gate, userId, step)))
    throw await wrongSecondFactor(door, userId, words.wrongCode)
  await forgetTries(door.gate, PER_SECOND_FACTOR, userId)
}

export async function checkRecoveryCode(door: Door, userId: UserAccountId, code: string): Promise<void> {
  await withinSecondFactor(door, userId)
  const used = await rows.useRecoveryCode(door.gate, {
    userId,
    digest: codeDigest(code),
    now: door.world.now(),
  })
  if (!used) throw await wrongSecondFactor(door, userId, words.wrongRecoveryCode)
}

const SET_UP_DAYS = 7

/** A one-time code with which a new person sets their password and second factor. Shown once, to who asked for it. */
export async function makeSetUpCode(door: Door, userId: UserAccountId): Promise<string> {
  const code = newTotpSecret(door.world).slice(0, 16)
  const expiresAt = new Date(door.world.now().getTime() + SET_UP_DAYS * 24 * 3_600_000)
  await rows.writeSetUpCode(door.gate, { userId, digest: codeDigest(code), expiresAt })
  return code.match(/.{4}/g)?.join('-') ?? code
}

/**
 * The same for an account that nobody has set up: of another agency's first administrator, whose account nobody else
 * may take over.
 */
export async function makeFirstSetUpCode(door: Door, userId: UserAccountId): Promise<string> {
  const account = await rows.accountById(door.gate, userId)
  if (account?.totpConfirmedAt) throw new Refusal({ '': words.isSetUp })
  return makeSetUpCode(door, userId)
}

/** The first half of setting up: the code is used, the password is kept, the second factor is begun. */
export async function setUpPassword(
  door: Door,
  given: { email: string; code: string; password: string; address: string },
): Promise<UserAccountId> {
  await withinAddress(door, given.address)
  await withinEmail(door, PER_SET_UP, given.email)
  const now = door.world.now()
  const password = await hashPassword(door.world, given.password)
  const userId = await rows.useSetUpCode(door.gate, {
    email: given.email,
    digest: codeDigest(given.code),
    now,
  })
  if (!userId) throw new Refusal({ code: words.wrongSetUpCode })
  const totpSecret = sealTotpSecret(door.world, door.secret, newTotpSecret(door.world))
  // First the entry: what follows must not be without it.
  await enter(door, 'account.password-set-up', userId)
  await rows.setPassword(door.gate, { userId, password, totpSecret, now })
  await endSessionsOf(door.gate, userId, now)
  return userId
}

/** What a person setting up sees: the secret for their app and the codes to keep. Only until it is confirmed. */
export async function secondFactorToSetUp(
  door: Door,
  userId: UserAccountId,
): Promise<{ email: string; secret: string; recoveryCodes: string[] } | null> {
  const account = await rows.accountById(door.gate, userId)
  if (!account?.totpSecret || account.totpConfirmedAt) return null
  const secret = openTotpSecret(door.secret, account.totpSecret)
  return { email: account.email, secret, recoveryCodes: recoveryCodes(door.secret, secret) }
}

export async function confirmSecondFactor(door: Door, userId: UserAccountId, code: string): Promise<void> {
  const begun = await secondFactorToSetUp(door, userId)
  if (!begun) throw new Refusal({ code: words.wrongCode })
  await checkSecondFactor(door, userId, code)
  await enter(door, 'account.second-factor-set-up', userId)
  await rows.confirmSecondFactor(door.gate, {
    userId,
    digests: begun.recoveryCodes.map(codeDigest),
    now: door.world.now(),
  })
}

/** One address of the network, behind which many people may sit. */
const withinAddress = (door: Door, address: string): Promise<void> =>
  within(door, PER_ADDRESS, { key: address })

/** One address of mail. Each account that has it gets its entry when the limit is reached, and so does nobody's. */
export const withinEmail = (door: Door, limit: AccountLimit, email: string): Promise<void> =>
  within(door, limit, {
    key: email.toLowerCase(),
    whenReached: async () => {
      const accounts = await rows.accountsByEmail(door.gate, email)
      for (const account of accounts.length > 0 ? accounts : [null])
        await enter(door, limit.locked, account?.userId ?? null)
    },
  })

const withinSecondFactor = (door: Door, userId: UserAccountId): Promise<void> =>
  within(door, PER_SECOND_FACTOR, {
    key: userId,
    whenReached: () => enter(door, PER_SECOND_FACTOR.locked, userId),
  })

async function within(
  door: Door,
  limit: Limit,
  counts: { key: string; whenReached?: () => Promise<void> },
): Promise<void> {
  const { standing } = await countTry(door.gate, limit, { key: counts.key, now: door.world.now() })
  if (standing === 'within') return
  // Once: a flood of tries is no flood of entries.
  if (standing === 'first-beyond') await counts.whenReached?.()
  throw new Refusal({ '': words.tooManyTries(limit.minutes) })
}

/** The password before it was right, so this has its entry each time; the limit keeps them few. */
async function wrongSecondFactor(door: Door, userId: UserAccountId, says: string): Promise<Refusal> {
  await enter(door, 'sign-in.second-factor-wrong', userId)
  return new Refusal({ code: says })
}

const enter = (door: Door, deed: string, account: UserAccountId | null): Promise<void> =>
  writeServiceEntry(door.gate, 'sign-in', { deed, account, at: door.world.now() })
