import type { QueryExecutorProvider } from 'kysely'
import type { LogLine } from '#platform/log/log.ts'
import type { World } from '#platform/world/world.ts'
import type { Chrome } from '#platform/ui/layout.tsx'
import type { Limits } from './limits.ts'
import type { Standing } from './standing.ts'
import type { ActShape } from './routes.ts'

/** What the floors above give the web server: how to act for someone, and what stands around a page. */
export interface House<A extends ActShape> {
  readonly world: World
  readonly log: (line: LogLine) => void
  /** One transaction of one signed-in person; commits when `work` resolves, leaves nothing when it throws. */
  readonly asUser: <T>(
    userId: A['viewer']['id'],
    work: (act: A, tx: QueryExecutorProvider) => Promise<T>,
  ) => Promise<T>
  /** By what people are let in. */
  readonly standing: Standing
  /** The door's own connection: sessions and limits, no child's data. */
  readonly gate: QueryExecutorProvider
  /** How much one account or address may send. */
  readonly limits: Limits
  readonly chrome: (viewer: A['viewer'] | null) => Chrome
  /** What someone reads who sends a file: none is taken anywhere. */
  readonly filesRefused: string
}
