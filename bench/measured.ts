import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { measuredPage } from './measured-page.ts'
import { keptResults } from './result.ts'

/** Writes docs/measured.md from what the benches kept: `npm run sightline bench measured`. */
await writeFile(
  fileURLToPath(new URL('../docs/measured.md', import.meta.url)),
  measuredPage(await keptResults()),
)
