import { defineConfig } from 'vitest/config'
import { SkippedByName } from './test/kit/skipped-by-name.ts'

export default defineConfig({
  // The pages' JSX runtime is our own strict one, never React's.
  oxc: { jsx: { runtime: 'automatic', importSource: '#platform/ui', development: false } },
  test: {
    reporters: ['default', new SkippedByName()],
    globalSetup: ['test/kit/global-setup.ts'],
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'test/**/*.test.tsx'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Time is measured in bench/, never asserted here; a slow machine must not make a correct test fail.
    slowTestThreshold: 5_000,
  },
})
