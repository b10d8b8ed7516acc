import { readConfig } from '#platform/config/config.ts'
import { openInstallation } from '../installation.ts'
import { makeArea } from '../make-area.ts'
import type { Command } from './command.ts'
import { startServing, untilAsked } from './serving.ts'

const WHO = [
  ['Leah Brandt', 'safeguarding lead at a school: records concerns and hears back'],
  ['Priya Raman', 'duty social worker: takes concerns and decides'],
  ['Grace Okafor', 'team manager: sees what is late, agrees endings'],
  ['Ruth Adeyemi', 'records officer: sees who has looked'],
  ['Alan Pike', 'administrator: sees no child’s record'],
] as const

export const demo: Command = {
  says: 'Starts with a made-up area and prints whom to sign in as',
  run: async () => {
    const config = readConfig(process.env)
    const here = await openInstallation(config, { part: 'demo' })
    if (await makeArea(here)) console.log('The made-up area is ready.')
    const serving = await startServing(here, config, { demo: true, mail: false })
    console.log(`\nSightline answers at ${serving.address}\n\nOpen ${serving.address}/sign-in/made-up and choose one of the made-up people:`)
    for (const [name, says] of WHO) console.log(`  ${name.padEnd(14)} ${says}`)
    console.log('\nEveryone there is made up. Do not enter anything about a real person. Ctrl-C ends it.')
    await untilAsked()
    await serving.stop()
    return 0
  },
}
