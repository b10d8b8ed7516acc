import type { RouteLine } from '#platform/http/routes.ts'
import { accountRows, agencyRows, partnershipRows } from './administration.ts'
import { concernRows } from './concerns.ts'
import { missingRows } from './missing.ts'
import { peopleRows } from './people.ts'
import type { Row } from './row.ts'
import { doorRows, furtherRows, referrerRows } from './referrers.ts'
import { signInRows } from './sign-in.ts'
import { OF_SYSTEMS, systemRows } from './systems.ts'

/** Every route: who may use it, what its form accepts, what it is about. The tests of refusals are made from it. */
export const TABLE: readonly Row[] = [
  ...signInRows,
  ...accountRows,
  ...agencyRows,
  ...partnershipRows,
  ...peopleRows,
  ...concernRows,
  ...missingRows,
  ...systemRows,
  ...furtherRows,
  ...doorRows,
]

export const methodsOf = (row: Row): readonly ('GET' | 'POST')[] => (row.form ? ['GET', 'POST'] : ['GET'])

type Line = Pick<RouteLine, 'method' | 'path'>

/** Where the table and the routes of the app do not name the same, by name. */
export function differences(lines: readonly Line[]): { withoutRow: string[]; withoutRoute: string[] } {
  const inTable = [...TABLE, ...referrerRows].flatMap(row =>
    methodsOf(row).map(method => `${method} ${row.path}`),
  )
  const inApp = lines.map(line => `${line.method} ${line.path}`).filter(name => !OF_SYSTEMS.includes(name))
  return {
    withoutRow: inApp.filter(name => !inTable.includes(name)),
    withoutRoute: inTable.filter((name, at) => !inApp.includes(name) || inTable.indexOf(name) !== at),
  }
}

/** By name, for a test of its own each. */
export const named = (rows: readonly Row[]): [string, Row][] => rows.map(row => [row.path, row])
