import type { Feature } from './feature.ts'

/** An entry of the ledger in the words of the feature that writes it; one without words is shown as it stands there. */
export function deedSayer(features: readonly Feature[]): (deed: string) => string {
  const said = new Map(features.flatMap(feature => Object.entries(feature.ledgerWords ?? {})))
  return deed => said.get(deed) ?? deed.replaceAll(/[.-]/g, ' ')
}
