import { fault } from '#platform/errors/fault.ts'
import { makeSetUpCode } from '#features/sign-in/public.ts'
import { addFirstAdministrator } from '#features/administration/public.ts'
import { readConfig } from '#platform/config/config.ts'
import { joinInstallation } from '../installation.ts'
import { flagsIn, type Command } from './command.ts'

export const addAdministrator: Command = {
  says: 'Makes an administrator of an agency: --agency=NAME --kind=KIND --name=NAME --email=ADDRESS',
  run: async words => {
    const { flags } = flagsIn(words)
    const asked = ['agency', 'kind', 'name', 'email'].map(name => flags.get(name))
    const [agency, kind, name, email] = asked
    if (!agency || !kind || !name || !email)
      throw fault('wrong-usage', 'give --agency, --kind, --name and --email')
    const here = await joinInstallation(readConfig(process.env))
    try {
      const userId = await addFirstAdministrator(
        { operator: here.connect('sightline_keeper', 1), world: here.world },
        { agency, kind, name, email },
      )
      const code = await makeSetUpCode(
        { gate: here.connect('sightline_gate', 1), world: here.world, secret: here.secret },
        userId,
      )
      console.log(
        `${name} is an administrator of ${agency}. Give them this set-up code by hand; it works once, within seven days:\n\n  ${code}\n\nThey set up their account at /set-up.`,
      )
      return 0
    } finally {
      await here.stop()
    }
  },
}
