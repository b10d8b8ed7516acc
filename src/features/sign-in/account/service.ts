import type { Act } from '#core/access/act.ts'
import type { UserAccountId } from '#core/access/generated/tables.ts'
import { Refusal } from '#platform/errors/refusal.ts'
import { endSessionsOf } from '#platform/http/sessions.sql.ts'
import { forgetTries } from '#platform/http/try-limit.sql.ts'
import { hashPassword, passwordMatches } from '../passwords.ts'
import { accountById, replaceRecoveryCodes, type Account } from '../queries.ts'
import { codeDigest, openTotpSecret, recoveryCodes } from '../second-factor.ts'
import { checkSecondFactor, PER_ACCOUNT, withinEmail, type Door } from '../service.ts'
import { words } from '../words.ts'
import { changePasswordRow } from './queries.ts'
import type { CodesTyped, PasswordTyped } from './schemas.ts'

type SetUpAccount = Account & { readonly password: string; readonly totpSecret: Buffer }

/**
 * Changes one's own password. Every session of the person ends, also the one in someone else's hands; the browser
 * that asked gets a new one.
 *
 * The ledger's entry comes first: the door's tables are not part of the act's transaction, and a change without an
 * entry must not be.
 */
export async function changePassword(act: Act, door: Door, typed: PasswordTyped): Promise<void> {
  const account = await setUpAccount(door, act.viewer.id)
  await withinEmail(door, PER_ACCOUNT, account.email)
  if (!(await passwordMatches(account.password, typed.present)))
    throw new Refusal({ present: words.wrongPresentPassword })
  await forgetTries(door.gate, PER_ACCOUNT, account.email.toLowerCase())
  await checkSecondFactor(door, account.userId, typed.code)
  const password = await hashPassword(door.world, typed.password)
  await act.record('account.password-changed', null)
  const now = door.world.now()
  await changePasswordRow(door.gate, { userId: account.userId, password, now })
  await endSessionsOf(door.gate, account.userId, now)
}

/** The codes of one set, as they are shown before they count; null where there is no second factor yet. */
export async function codesOfSet(door: Door, userId: UserAccountId, set: string): Promise<string[] | null> {
  const account = await accountById(door.gate, userId)
  if (!account?.totpSecret || !account.totpConfirmedAt) return null
  return recoveryCodes(door.secret, openTotpSecret(door.secret, account.totpSecret), set)
}

/** From here on the codes that were shown count, and those before do not. */
export async function takeNewCodes(act: Act, door: Door, typed: CodesTyped): Promise<void> {
  const account = await setUpAccount(door, act.viewer.id)
  await checkSecondFactor(door, account.userId, typed.code)
  const codes = recoveryCodes(door.secret, openTotpSecret(door.secret, account.totpSecret), typed.set)
  await act.record('account.recovery-codes-made', null, { codes: codes.length })
  await replaceRecoveryCodes(door.gate, account.userId, codes.map(codeDigest))
}

async function setUpAccount(door: Door, userId: UserAccountId): Promise<SetUpAccount> {
  const account = await accountById(door.gate, userId)
  const { password = null, totpSecret = null, totpConfirmedAt } = account ?? {}
  if (!account || !password || !totpSecret || !totpConfirmedAt) throw new Refusal({ '': words.notSetUp })
  return { ...account, password, totpSecret }
}
