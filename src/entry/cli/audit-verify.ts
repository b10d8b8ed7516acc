import { verifyLedger } from '#core/audit/verify.ts'
import { readConfig } from '#platform/config/config.ts'
import { joinInstallation } from '../installation.ts'
import { flagsIn, type Command } from './command.ts'

const AT_ONCE = 2

const showProgress = (entries: number) =>
  process.stderr.write(`\r${entries.toLocaleString('en-GB')} entries checked`)

export const auditVerify: Command = {
  says: 'Works the ledger out again and holds it against the heads kept outside',
  run: async words => {
    const { flags } = flagsIn(words)
    const here = await joinInstallation(readConfig(process.env), flags.has('demo') ? { part: 'demo' } : {})
    try {
      const shown = process.stderr.isTTY && !flags.has('json')
      const result = await verifyLedger(here.connect('sightline_sealer', AT_ONCE), here.anchors, {
        atOnce: AT_ONCE,
        ...(shown ? { onProgress: showProgress } : {}),
      })
      if (shown) process.stderr.write('\n')
      if (flags.has('json')) console.log(JSON.stringify(result))
      else {
        console.log(
          `${result.entries} entries in ${result.seals} seals, held against ${result.anchors} heads kept in ${here.anchors.name}`,
        )
        for (const found of result.faults) console.log(`FAULT  ${found.says}`)
        if (result.faults.length === 0)
          console.log('Nothing has been changed, removed, added or moved since it was sealed.')
      }
      return result.faults.length === 0 ? 0 : 1
    } finally {
      await here.stop()
    }
  },
}
