import { loadavg } from 'node:os'
import { startDemonstration } from './demonstration.ts'
import { finish, round, say } from './result.ts'

/**
 * How long the demonstration takes from its packages being there until it says where it answers, as anyone starts it, in a
 * new folder: as it is, and with 60,000 children. `npm run sightline bench demo [children]`.
 */
const MANY = Number(process.argv[2] ?? 60_000)

async function secondsUntilReady(words: readonly string[]): Promise<number> {
  const demonstration = await startDemonstration(words)
  await demonstration.stop()
  return demonstration.secondsUntilReady
}

const load = (): number => round(loadavg()[0] ?? 0)
const loads = [load()]
say('As it is')
const usual = await secondsUntilReady([])
loads.push(load())
say(`Ready in ${usual} s. With ${MANY} children`)
const many = await secondsUntilReady(['--children', String(MANY)])
loads.push(load())

process.exit(
  await finish(
    {
      bench: 'demo',
      command: 'npm run sightline bench demo',
      size: `600 children with 900 concerns, and ${MANY} children with ${MANY * 1.5}`,
      figures: [
        { what: 'Ready, from the packages being there', value: usual, unit: 's', atMost: 60 },
        { what: `Ready with ${MANY} children`, value: many, unit: 's', atMost: 180 },
      ],
      more: { loadAverageBeforeBetweenAndAfter: loads },
    },
    { keep: MANY >= 60_000 },
  ),
)
