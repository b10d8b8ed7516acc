import type { Reporter, TestModule } from 'vitest/node'

/** Says at the end of a run which tests were skipped: a green run must not hide what it did not look at. */
export class SkippedByName implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const names = modules.flatMap(module =>
      [...module.children.allTests('skipped')].map(test => `${module.relativeModuleId} > ${test.fullName}`),
    )
    if (names.length === 0) return
    process.stdout.write(`\nSkipped, ${names.length} in all:\n${names.map(name => `  ${name}\n`).join('')}`)
  }
}
