import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What of its report is read. */
export interface Report {
  readonly running_time: number
  readonly test_cases: { readonly generated: number }
  readonly failures: readonly {
    readonly type: string
    readonly count: number
    readonly operations: readonly string[]
  }[]
  readonly errors: readonly { readonly title: string; readonly count: number }[]
  readonly operations: { readonly total: number; readonly tested: number }
  readonly phases: Readonly<Record<string, { readonly status: string }>>
  readonly warnings: Readonly<Record<string, readonly string[]>>
  /** Failures that `hooks.py` did not let count. */
  readonly filtered: number
}

/** What is kept of a report: no command line and no folder of this machine. */
export const keptOf = (report: Report) => ({
  seconds: Math.round(report.running_time),
  cases: report.test_cases.generated,
  failures: report.failures,
  errors: report.errors,
  notCounted: report.filtered,
  phases: Object.fromEntries(Object.entries(report.phases).map(([phase, { status }]) => [phase, status])),
  warnings: Object.fromEntries(Object.entries(report.warnings).filter(([, about]) => about.length > 0)),
})

export interface Tester {
  /** One run with further settings and words of the command line. What it says goes to where progress goes. */
  readonly run: (env: Readonly<Record<string, string>>, words: readonly string[]) => Promise<Report>
  readonly fileFor: (name: string, content: unknown) => Promise<string>
  readonly remove: () => Promise<void>
}

/** Schemathesis as its requirements pin it, in a Python environment that is thrown away. */
export async function makeTester(): Promise<Tester> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-tester-'))
  const at = (...names: string[]): string => join(folder, ...names)
  await cp(fileURLToPath(new URL('../peers/schemathesis/', import.meta.url)), folder, { recursive: true })
  await command('python3', ['-m', 'venv', at('venv')], { cwd: folder })
  const quietly = ['--quiet', '--disable-pip-version-check', '--no-deps']
  await command(at('venv/bin/pip'), ['install', ...quietly, '-r', at('requirements.txt')], { cwd: folder })
  return {
    run: async (env, words) => {
      const report = at('report.json')
      await rm(report, { force: true })
      const told = [...words, '--no-color', '--report', 'json', '--report-json-path', report]
      // 1 is how it says that it found something: what, the report says.
      await command(at('venv/bin/schemathesis'), told, { cwd: folder, env, mayFind: true })
      return JSON.parse(await readFile(report, 'utf8')) as Report
    },
    fileFor: async (name, content) => {
      await writeFile(at(name), JSON.stringify(content))
      return at(name)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function command(
  name: string,
  words: readonly string[],
  how: { cwd: string; env?: Readonly<Record<string, string>>; mayFind?: boolean },
): Promise<void> {
  const child = spawn(name, words, {
    cwd: how.cwd,
    env: { ...process.env, ...how.env },
    stdio: ['ignore', process.stderr, 'inherit'],
  })
  const [code] = (await once(child, 'exit').catch(() => [null])) as [number | null]
  if (code === 0 || (code === 1 && how.mayFind)) return
  throw new Error(`${name} ended with ${code}. This bench needs Python 3.10 or later with its module venv`)
}
