import type { Html } from '#platform/ui/jsx-runtime.ts'
import { Name } from '#platform/ui/page-parts.tsx'
import type { EntryRow } from './entries.ts'
import { words } from './words.ts'

/** Whether the police have it: whom someone spoke to and the reference, or why not. What people wrote is set apart. */
export const Report = (p: { entry: EntryRow | undefined }): Html => {
  const { entry } = p
  if (!entry) return <>{words.notSaid}</>
  if (entry.policeNotReached) return <strong>{words.notReached}</strong>
  if (entry.policeTold === null)
    return (
      <>
        {words.notTold}: <Name>{entry.says ?? ''}</Name>
      </>
    )
  return (
    <>
      <Name>{entry.policeTold}</Name>,{' '}
      {entry.policeReference ? (
        <>
          reference <Name>{entry.policeReference}</Name>
        </>
      ) : (
        words.noReference
      )}
    </>
  )
}
