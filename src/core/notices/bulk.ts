import type { Among, Put, Row } from '#core/access/bulk.ts'

/** That someone was told that work waits. */
export const told = (
  put: Put,
  { idAt }: Among,
  notice: Pick<Row<'notice'>, 'kind' | 'subject'> &
    Partial<Pick<Row<'notice'>, 'toUser' | 'toTeam' | 'toAgency' | 'forDeed' | 'clockId'>> & { saidAt: Date },
): void =>
  put('notice', {
    toUser: null,
    toTeam: null,
    toAgency: null,
    forDeed: null,
    clockId: null,
    toReferrer: null,
    mailedAt: null,
    ...notice,
    id: idAt(notice.saidAt),
  })
