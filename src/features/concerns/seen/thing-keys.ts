import { joinedName } from '#vocabulary/person-names/normalise.ts'
import type { Answer } from '#features/standard/public.ts'
import { valueOf, type WholeConcern } from '../reading.ts'

/** What someone may have seen before. */
export const THINGS = ['vehicle', 'phone', 'online', 'nickname'] as const
export type Thing = (typeof THINGS)[number]

const lettersAndDigits = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** A current number plate, with or without its blank. */
const PLATE = /\b([A-Z]{2}\d{2})\s?([A-Z]{3})\b/g
/** A part of one, or an older one: letters and digits together, or three capitals that stand alone. */
const PART = /\b(?=[A-Z0-9]*\d)[A-Z0-9]{3,8}\b|\b[A-Z]{3}\b/g
const LAST_THREE = 3

function vehicleKeys(line: string): string[] {
  const plates = [...line.toUpperCase().matchAll(PLATE)].map(([, area = '', rest = '']) => area + rest)
  if (plates.length > 0) return plates.flatMap(plate => [`v:${plate}`, `v:${plate.slice(-LAST_THREE)}`])
  return [...line.matchAll(PART)].map(([part]) => `v:${lettersAndDigits(part)}`)
}

/** The last ten digits: a number written with 0, 44 or 0044 is one number. */
function phoneKeys(line: string): string[] {
  const digits = line.replaceAll(/\D/g, '')
  return digits.length >= 7 ? [`p:${digits.slice(-10)}`] : []
}

/** Where a name is used, and words around it. */
const PLACES = new Set(
  'on the app site and his her their account name called user username snapchat snap instagram insta tiktok facebook whatsapp telegram discord kik roblox youtube twitter wechat signal twitch steam xbox playstation psn'.split(
    ' ',
  ),
)

function onlineKeys(line: string): string[] {
  return [...line.toLowerCase().matchAll(/[a-z0-9][a-z0-9._-]{2,}/g)]
    .map(([name]) => name.replaceAll(/[._-]+$/g, ''))
    .filter(name => name.length > 2 && !PLACES.has(name))
    .map(name => `o:${name}`)
}

function nicknameKeys(line: string): string[] {
  const name = joinedName(line)
  return name.length > 1 ? [`n:${name}`] : []
}

const KEYS: Readonly<Record<Thing, (line: string) => string[]>> = {
  vehicle: vehicleKeys,
  phone: phoneKeys,
  online: onlineKeys,
  nickname: nicknameKeys,
}

export const keysOf = (thing: Thing, line: string): string[] => KEYS[thing](line)

/** What was typed into the one box, as whatever it may be. */
export const keysAsked = (text: string): string[] => [
  ...new Set(THINGS.flatMap(thing => keysOf(thing, text))),
]

/** Questions whose lines name things, of the whole concern and of one other person. */
const QUESTIONS: readonly (readonly [question: string, thing: Thing])[] = [
  ['vehicles', 'vehicle'],
  ['phones', 'phone'],
  ['online-names', 'online'],
  ['person-vehicles', 'vehicle'],
  ['person-phones', 'phone'],
  ['person-online-names', 'online'],
  ['person-nicknames', 'nickname'],
]

const keysIn = (answers: readonly Answer[]): string[] =>
  QUESTIONS.flatMap(([question, thing]) => {
    const lines = valueOf(answers, question)
    return Array.isArray(lines) ? lines.flatMap(line => keysOf(thing, line)) : []
  })

/** Under what the things on a concern can be found again. Of someone named by rumour nothing is (practice B21). */
export function thingKeys(whole: WholeConcern): string[] {
  const people = whole.parts.filter(part => valueOf(part.answers, 'person-basis') !== 'rumour')
  return [...new Set([...keysIn(whole.answers), ...people.flatMap(part => keysIn(part.answers))])]
}
