const TSX = ['--import', 'tsx']

/** What a verb runs, in order, under Node 24. */
export function stepsFor(words) {
  const [verb = 'help', ...rest] = words
  if (verb === 'test') return rest.length > 0 ? [vitest(rest)] : wholeTest()
  if (verb === 'bench') return [{ args: [...TSX, `bench/${rest[0]}.ts`, ...rest.slice(1)] }]
  if (verb === 'pictures') return [{ args: [...TSX, 'scripts/pictures.ts'] }]
  if (verb === 'generate')
    return ['scripts/generate-table-types.ts', 'scripts/generate-govuk.ts'].map(script => ({
      args: [...TSX, script],
    }))
  return [{ args: [...TSX, 'src/entry/cli.ts', ...words] }]
}

const vitest = words => ({ args: ['node_modules/vitest/vitest.mjs', 'run', ...words] })

const wholeTest = () => [
  { says: 'Types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  {
    says: 'Lint',
    args: ['node_modules/oxlint/bin/oxlint', '--type-aware', 'src', 'test', 'scripts', 'bench'],
  },
  { says: 'Format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  { says: 'Tests', ...vitest([]) },
]
