import { Fault, fault } from '#platform/errors/fault.ts'
import { commands } from './cli/command-list.ts'

/** `sightline <command> …`: exit 0 done, 1 the input or the installation has faults, 2 wrong usage. */
async function main(words: readonly string[]): Promise<number> {
  const [first = 'help', second = ''] = words
  const name = commands.has(`${first} ${second}`) ? `${first} ${second}` : first
  const command = commands.get(name)
  if (!command) throw fault('wrong-usage', `there is no command ${first}`)
  return command.run(words.slice(name.split(' ').length))
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Fault)) throw error
  console.error(`${error.message}.\n${error.whatToDo}`)
  process.exitCode = error.code === 'wrong-usage' ? 2 : 1
}
