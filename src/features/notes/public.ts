import type { Feature } from '#core/manifest/feature.ts'
import { demo } from './demo.ts'
import { notesAbout } from './queries.ts'
import { routes } from './routes.ts'
import { sayWhen } from './when.ts'
import { contactSaid, kindWords } from './words.ts'

export { putNote, type NoteFact } from './bulk.ts'
export { recordNote } from './service.ts'

export const notes: Feature = {
  name: 'notes',
  routes,
  demo,
  ledgerWords: { 'note.recorded': 'Recorded a visit, call or message' },
  chronology: [
    async (act, asked) =>
      (await notesAbout(act.tx, asked)).map(note => ({
        at: note.happenedBy,
        when: sayWhen(note),
        title: kindWords[note.kind],
        by: `${note.writtenByName}, ${note.writtenByRole}`,
        words: note.contact ? `${contactSaid[note.contact]}\n${note.words}` : note.words,
        href: null,
      })),
  ],
}
