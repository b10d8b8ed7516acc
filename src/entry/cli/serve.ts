import { bankHolidaysRunOut } from '#core/clocks/working-days.ts'
import { readConfig } from '#platform/config/config.ts'
import { hasPost } from '#platform/mail/choose-post.ts'
import { openInstallation } from '../installation.ts'
import { flagsIn, type Command } from './command.ts'
import { areasWithoutNumbers, withoutDesignatedOfficer } from './doctor.sql.ts'
import { roomWarning } from './room.ts'
import { startServing, untilAsked } from './serving.ts'

export const serve: Command = {
  says: 'Runs the service; with --rotate-passwords the database’s roles get the present secret’s passwords',
  run: async words => {
    const { flags } = flagsIn(words)
    const config = readConfig(process.env)
    const here = await openInstallation(config, { rotatePasswords: flags.has('rotate-passwords') })
    const keeper = here.connect('sightline_keeper', 1)
    for (const area of await areasWithoutNumbers(keeper)) {
      console.error(
        `Warning: the duty team's telephone numbers of ${area} are not set. People with a child in danger will not be told whom to ring.`,
      )
    }
    for (const says of await withoutDesignatedOfficer(keeper)) console.error(`Warning: ${says}.`)
    const room = await here.room?.()
    const little = room ? roomWarning(room) : null
    if (little) console.error(`Warning: ${little}.`)
    const runOut = bankHolidaysRunOut(here.world.now())
    if (runOut) console.error(`Warning: ${runOut}.`)
    if (!hasPost(config))
      console.error(
        'Warning: neither SIGHTLINE_SMTP_URL nor SIGHTLINE_NOTIFY_KEY is set. No one is mailed; notices are seen after signing in, and nobody can record a concern without an account.',
      )
    const serving = await startServing(here, config, {
      demo: false,
      mail: hasPost(config),
    })
    console.log(`Sightline answers at ${serving.address}`)
    await untilAsked()
    await serving.stop()
    return 0
  },
}
