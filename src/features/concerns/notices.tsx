import type { ConcernId } from '#core/access/generated/tables.ts'
import type { NoticeKind } from '#core/manifest/feature.ts'
import { RingNow, whomToRing } from '#features/administration/public.ts'
import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Link } from '#platform/ui/page-parts.tsx'
import { disagreementNotices } from './disagree/notices.tsx'
import { mayDecide } from './policy.ts'
import { FURTHER } from './referrers/queries.ts'
import { notPickedUp, stillInHand, stillOpen, stillToRead, stillUntaken } from './notices.sql.ts'
import { words } from './words.ts'

/** To the team: gone when one of its agency has taken the concern. */
const reachedNobody: NoticeKind = async (act, subjects: readonly ConcernId[]) => {
  if (!mayDecide.allows(act.viewer)) return new Map()
  const open = await stillUntaken(act.tx, subjects, act.viewer.agencyId)
  return new Map(
    open.map(concern => [
      concern.id,
      <Link href={`/concerns/${concern.id}`}>{words.reachedNobody(concern.reference)}</Link>,
    ]),
  )
}

/** To whoever sent it, with the number to ring: gone when they have heard that it is picked up. */
const nobodyYet: NoticeKind = async (act, subjects: readonly ConcernId[]) => {
  const said = new Map<ConcernId, Html>()
  for (const concern of await notPickedUp(act.tx, subjects)) {
    const ring = await whomToRing(act, concern.areaId)
    said.set(
      concern.id,
      <>
        <Link href={`/concerns/sent/${concern.id}`}>{words.nobodyYetOn(concern.reference)}</Link> Ring{' '}
        <RingNow ring={ring} />. If a child is in danger now, ring 999.
      </>,
    )
  }
  return said
}

/** To whoever has it in hand: gone when it is decided, or in another's. */
const whileInHand =
  (says: (reference: string) => string): NoticeKind =>
  async (act, subjects: readonly ConcernId[]) =>
    new Map(
      (await stillInHand(act.tx, subjects, act.viewer)).map(concern => [
        concern.id,
        <Link href={`/concerns/${concern.id}`}>{says(concern.reference)}</Link>,
      ]),
    )

/** To a team: gone when one of its agency has it in hand, or it is decided. */
const untilTaken =
  (says: (reference: string) => string): NoticeKind =>
  async (act, subjects: readonly ConcernId[]) =>
    mayDecide.allows(act.viewer)
      ? new Map(
          (await stillUntaken(act.tx, subjects, act.viewer.agencyId)).map(concern => [
            concern.id,
            <Link href={`/concerns/${concern.id}`}>{says(concern.reference)}</Link>,
          ]),
        )
      : new Map()

/** To a person or a team: gone when nothing of it is to be decided here any more. */
const whileOpen =
  (says: (reference: string) => string): NoticeKind =>
  async (act, subjects: readonly ConcernId[]) =>
    mayDecide.allows(act.viewer)
      ? new Map(
          (await stillOpen(act.tx, subjects, act.viewer.agencyId)).map(concern => [
            concern.id,
            <Link href={`/concerns/${concern.id}`}>{says(concern.reference)}</Link>,
          ]),
        )
      : new Map()

/** To whoever has it, or their team: gone when someone says that they read it. */
const saidLater: NoticeKind = async (act, subjects: readonly ConcernId[]) =>
  new Map(
    (await stillToRead(act.tx, subjects, act.viewer.agencyId)).map(concern => [
      concern.id,
      <Link href={`/concerns/${concern.id}`}>{words.furtherOn(concern.reference)}</Link>,
    ]),
  )

export const notices: Readonly<Record<string, NoticeKind>> = {
  'concern.reached-nobody': reachedNobody,
  [FURTHER]: saidLater,
  'concern.nobody-yet': nobodyYet,
  'concern.handed-to-you': whileInHand(words.handedToYou),
  'concern.oversight': whileInHand(words.oversightOn),
  ...disagreementNotices,
  'concern.look-again': whileOpen(words.lookAgainOn),
  'concern.handed-to-team': untilTaken(words.handedToYourTeam),
  'concern.danger-by-night': untilTaken(words.dangerByNight),
  'concern.passed-to-you': untilTaken(words.passedToYou),
  'concern.added-to-yours': whileOpen(words.addedToYours),
  'concern.part-to-you': whileOpen(words.partToYou),
}
