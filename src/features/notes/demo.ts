import type { DemoArea } from '#core/manifest/feature.ts'
import { recordNote } from './service.ts'

const NOTES = [
  {
    child: 'Amelia Thorne',
    by: 'Helen Marsh',
    daysAgo: 5,
    kind: 'visit',
    contact: '',
    words:
      'Fact: seen at home with her mother, who works nights. Amelia spoke about art club. She does not want to talk about the car. My view: she trusts her form tutor most.',
  },
  {
    child: 'Amelia Thorne',
    by: 'Helen Marsh',
    daysAgo: 3,
    kind: 'call',
    contact: 'they-made-it',
    words:
      'Mother rang to say Amelia was home by nine on both evenings. Agreed a word to use if either is worried.',
  },
  {
    child: 'Jayden Cole',
    by: 'Helen Marsh',
    daysAgo: 2,
    kind: 'message',
    contact: 'they-made-it',
    words: 'Youth service wrote that Jayden came to the Thursday session and stayed to the end.',
  },
] as const

export async function demo(area: DemoArea): Promise<void> {
  for (const note of NOTES) {
    if (!area.made.has(`person ${note.child}`)) continue
    const person = area.made.idOf(`person ${note.child}`)
    const at = new Date(area.world.now().getTime() - note.daysAgo * 86_400_000)
    await area.asUser(
      area.made.idOf(`user ${note.by}`),
      act =>
        recordNote(act, person, {
          kind: note.kind,
          contact: note.contact,
          words: note.words,
          when: 'just-now',
        }),
      at,
    )
  }
}
