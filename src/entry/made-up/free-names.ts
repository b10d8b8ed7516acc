import { editDistance } from '#vocabulary/person-names/edit-distance.ts'
import { nameParts } from '#vocabulary/person-names/normalise.ts'
import { soundex } from '#vocabulary/person-names/sound.ts'

/** Family names that nobody of the staff could be taken for: whoever may be named on a concern is outside it. */
export function familyIsFree(staff: readonly string[]): (family: string) => boolean {
  const taken = [...new Set(staff.flatMap(nameParts))]
  const known = new Map<string, boolean>()
  return family => {
    let free = known.get(family)
    if (free === undefined) {
      free = nameParts(family).every(
        part =>
          !taken.some(
            one => one === part || editDistance(one, part, 1) <= 1 || soundex(one) === soundex(part),
          ),
      )
      known.set(family, free)
    }
    return free
  }
}
