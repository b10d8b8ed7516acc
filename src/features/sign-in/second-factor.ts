import { createCipheriv, createDecipheriv, createHash, hkdfSync, createHmac } from 'node:crypto'
import { generateURI, verify } from 'otplib'
import type { World } from '#platform/world/world.ts'

const ISSUER = 'Sightline'
const STEP_SECONDS = 30

/** The key for what is kept about second factors, from the installation's secret; the database alone opens nothing. */
const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'sightline second factor', 32))

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 random bits, as authenticator apps take them. */
export const newTotpSecret = (world: World): string =>
  [...world.randomBytes(32)].map(byte => BASE32[byte % 32]).join('')

export function sealTotpSecret(world: World, installationSecret: string, totp: string): Buffer {
  const nonce = Buffer.from(world.randomBytes(12))
  const cipher = createCipheriv('aes-256-gcm', keyOf(installationSecret), nonce)
  return Buffer.concat([nonce, cipher.update(totp), cipher.final(), cipher.getAuthTag()])
}

export function openTotpSecret(installationSecret: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(installationSecret), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString()
}

export const totpAddress = (email: string, totp: string): string =>
  generateURI({ issuer: ISSUER, label: email, secret: totp })

/**
 * Checks a six-digit code, one step early or late allowed for clocks that differ.
 *
 * @returns the step it was for, or null; a step at or before the last one accepted is refused as a replay
 */
export async function acceptedStep(
  totp: string,
  code: string,
  at: { now: Date; lastStep: number | null },
): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null
  const epoch = Math.floor(at.now.getTime() / 1000)
  const result = await verify({ secret: totp, token: code, epoch, epochTolerance: STEP_SECONDS })
  if (!result.valid) return null
  const step = Math.floor(epoch / STEP_SECONDS) + (result.delta ?? 0)
  return at.lastStep !== null && step <= at.lastStep ? null : step
}

export const RECOVERY_CODES = 10

/**
 * Ten codes for when the phone is lost. They follow from the second factor's secret and the set's name, so they can be
 * shown before they count without being kept anywhere in the clear. The first set, of setting up, has no name.
 */
export function recoveryCodes(installationSecret: string, totp: string, set?: string): string[] {
  const named = set === undefined ? totp : `${totp} ${set}`
  return Array.from({ length: RECOVERY_CODES }, (_, n) => {
    const bytes = createHmac('sha256', keyOf(installationSecret)).update(`${named} ${n}`).digest()
    const letters = [...bytes.subarray(0, 12)].map(byte => BASE32[byte % 32]).join('')
    return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
  })
}

/** Sixty random bits need no slow digest. */
export const codeDigest = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''))
    .digest()
