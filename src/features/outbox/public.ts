import type { Feature } from '#core/manifest/feature.ts'
import { OutboxPage } from './pages.tsx'

/** In demonstrations alone: nothing is mailed from there, and here stands what would have been. */
export const outbox: Feature = {
  name: 'outbox',
  routes: (app, { outbox: letters }) => {
    if (!letters) return
    app.openPage('/outbox', {
      show: async () => ({ title: 'Outbox', body: OutboxPage({ letters: letters() }) }),
    })
  },
}
