import { bankHolidaysRunOut } from '#core/clocks/working-days.ts'
import { readConfig } from '#platform/config/config.ts'
import { joinInstallation } from '../installation.ts'
import type { Command } from './command.ts'
import { flagsIn } from './command.ts'
import { areasWithoutNumbers, CHECKS, faultsOf, withoutDesignatedOfficer } from './doctor.sql.ts'
import { roomWarning, sayRoom } from './room.ts'

export const doctor: Command = {
  says: 'Checks that an installation is whole',
  run: async words => {
    const { flags } = flagsIn(words)
    const here = await joinInstallation(readConfig(process.env))
    try {
      const keeper = here.connect('sightline_keeper', 1)
      const checks = []
      for (const check of CHECKS) checks.push({ says: check.says, faults: await faultsOf(keeper, check) })
      checks.push({ says: 'Every area has its telephone numbers', faults: await areasWithoutNumbers(keeper) })
      const room = await here.room?.()
      if (room) {
        const faults = room.reserve > 0 ? [] : ['free some room, then start the service again']
        checks.push({ says: 'The disk of the database has its reserve for when it is full', faults })
      }
      const warnings = [
        ...(await withoutDesignatedOfficer(keeper)),
        bankHolidaysRunOut(here.world.now()),
        room ? roomWarning(room) : null,
      ].filter(one => one !== null)
      if (flags.has('json')) console.log(JSON.stringify({ checks, warnings, ...(room ? { room } : {}) }))
      else {
        for (const check of checks)
          console.log(
            `${check.faults.length === 0 ? 'well ' : 'FAULT'}  ${check.says}${check.faults.length > 0 ? `: ${check.faults.join(', ')}` : ''}`,
          )
        if (room) console.log(`room   ${sayRoom(room)}`)
        for (const warning of warnings) console.log(`soon   ${warning}`)
      }
      return checks.some(check => check.faults.length > 0) ? 1 : 0
    } finally {
      await here.stop()
    }
  },
}
