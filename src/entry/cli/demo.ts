import { readConfig, type Config } from '#platform/config/config.ts'
import { keptPost, type KeptLetter } from '#platform/mail/kept.ts'
import { fault } from '#platform/errors/fault.ts'
import { openInstallation, type Installation } from '../installation.ts'
import { makeWholeArea } from '../make-area.ts'
import { CHILDREN } from '../made-up/size.ts'
import { flagsIn, type Command } from './command.ts'
import { startServing, untilAsked, type Serving } from './serving.ts'

const WHO = [
  ['Leah Brandt', 'safeguarding lead at a school: records concerns and hears back'],
  ['Priya Raman', 'duty social worker: takes concerns and decides'],
  ['Grace Okafor', 'team manager: sees what is late, agrees endings'],
  ['Judith Amos', 'designated officer: receives what is raised about people who work with children'],
  ['Daniel Frost', 'detective: records concerns, and is named in one that he does not see'],
  ['Fiona Maclean', 'sexual-health nurse: records in full, with what health asks'],
  ['Nasreen Aziz', 'duty social worker of the second authority: another queue'],
  ['Callum Hirst', 'missing person coordinator of the police: sees who is missing now'],
  ['Ruth Adeyemi', 'records officer: sees who has looked'],
  ['Alan Pike', 'administrator: sees no child’s record'],
] as const

/** Nothing is mailed from here: what would have been stands on the outbox page. */
async function startDemo(
  here: Installation,
  config: Config,
  how: { children: number; outbox: () => readonly KeptLetter[] },
): Promise<Serving> {
  try {
    if (await makeWholeArea(here, how.children))
      console.log(`The made-up area is ready, with ${how.children.toLocaleString('en-GB')} children.`)
    else console.log('The made-up area is there already, and stays as it is.')
    return await startServing(here, config, { demo: true, mail: true, outbox: how.outbox })
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

const MOST = 500_000

function childrenAsked(words: readonly string[]): number {
  const { flags, rest } = flagsIn(words)
  const given = flags.get('children')
  if (given === undefined) return CHILDREN
  const children = Number(given === 'yes' ? rest[0] : given)
  if (Number.isInteger(children) && children >= 1 && children <= MOST) return children
  throw fault('wrong-usage', 'say how many children the area is to have: demo --children 600')
}

export const demo: Command = {
  says: 'Starts with a made-up area and prints whom to sign in as: demo [--children N]',
  run: async words => {
    const children = childrenAsked(words)
    const config = readConfig(process.env)
    refuseRealDatabase(config.DATABASE_URL)
    const { post, letters } = keptPost(() => new Date())
    const here = await openInstallation(config, { part: 'demo', post })
    const serving = await startDemo(here, config, { children, outbox: letters })
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
