import { readConfig, type Config } from '#platform/config/config.ts'
import { keptPost, type KeptLetter } from '#platform/mail/kept.ts'
import { fault } from '#platform/errors/fault.ts'
import { openInstallation, type Installation } from '../installation.ts'
import { makeArea } from '../make-area.ts'
import type { Command } from './command.ts'
import { startServing, untilAsked, type Serving } from './serving.ts'

const WHO = [
  ['Leah Brandt', 'safeguarding lead at a school: records concerns and hears back'],
  ['Priya Raman', 'duty social worker: takes concerns and decides'],
  ['Grace Okafor', 'team manager: sees what is late, agrees endings'],
  ['Judith Amos', 'designated officer: receives what is raised about people who work with children'],
  ['Ruth Adeyemi', 'records officer: sees who has looked'],
  ['Alan Pike', 'administrator: sees no child’s record'],
] as const

/** Nothing is mailed from here: what would have been stands on the outbox page. */
async function startDemo(
  here: Installation,
  config: Config,
  outbox: () => readonly KeptLetter[],
): Promise<Serving> {
  try {
    if (await makeArea(here)) console.log('The made-up area is ready.')
    return await startServing(here, config, { demo: true, mail: true, outbox })
  } catch (error) {
    await here.stop()
    throw error
  }
}

/** One click signs anyone in here: never where a child's record may lie. */
function refuseRealDatabase(url: string | undefined): void {
  if (!url || new URL(url).pathname.endsWith('_demo')) return
  throw fault(
    'wrong-settings',
    'the demonstration lets anyone sign in. Unset DATABASE_URL, or name a database in it that ends in _demo, on a server that runs no real Sightline',
  )
}

export const demo: Command = {
  says: 'Starts with a made-up area and prints whom to sign in as',
  run: async () => {
    const config = readConfig(process.env)
    refuseRealDatabase(config.DATABASE_URL)
    const { post, letters } = keptPost(() => new Date())
    const here = await openInstallation(config, { part: 'demo', post })
    const serving = await startDemo(here, config, letters)
    console.log(
      `\nSightline answers at ${serving.address}\n\nOpen ${serving.address}/sign-in/made-up and choose one of the made-up people:`,
    )
    for (const [name, says] of WHO) console.log(`  ${name.padEnd(14)} ${says}`)
    console.log(
      `\nOr record a concern without an account: ${serving.address}/report\nNo mail goes out; read the code in the outbox: ${serving.address}/outbox`,
    )
    console.log('\nEveryone there is made up. Do not enter anything about a real person. Ctrl-C ends it.')
    await untilAsked()
    await serving.stop()
    return 0
  },
}
