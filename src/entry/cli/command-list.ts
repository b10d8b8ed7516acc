import { addAdministrator } from './administrator.ts'
import { auditVerify } from './audit-verify.ts'
import { backup, restore } from './backup.ts'
import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { serve } from './serve.ts'

const help: Command = {
  says: 'Lists the commands',
  run: async () => {
    for (const [name, command] of commands) console.log(`  sightline ${name.padEnd(20)} ${command.says}`)
    return 0
  },
}

export const commands: ReadonlyMap<string, Command> = new Map([
  ['help', help],
  ['demo', demo],
  ['serve', serve],
  ['doctor', doctor],
  ['backup', backup],
  ['restore', restore],
  ['audit verify', auditVerify],
  ['administrator add', addAdministrator],
])
