import type { Act } from '#core/access/act.ts'
import { keepDraft, keptDraft } from '#platform/http/drafts.sql.ts'
import type { FormValues } from '#platform/ui/form-state.ts'

const KIND = 'search:'
const HOURS_KEPT = 12

/** Keeps what someone looks for, for them alone and for half a day. @returns the number under which it is answered */
export async function keepSearch(act: Act, typed: FormValues): Promise<string> {
  const id = act.world.uuid()
  const now = act.world.now()
  await keepDraft(act.tx, { userId: act.viewer.id, form: KIND + id, typed, now, hours: HOURS_KEPT })
  await act.record('person.search-asked', null, { search: id })
  return id
}

export const keptSearch = (act: Act, id: string): Promise<FormValues | null> =>
  keptDraft(act.tx, act.viewer.id, KIND + id)
