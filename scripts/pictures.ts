import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { installedChromium, startBrowser } from '#test/e2e/browser.ts'
import { testWorld } from '#test/kit/test-world.ts'
import { studio } from './pictures/camera.ts'
import { startDemonstration } from './pictures/demonstration.ts'
import { scenes } from './pictures/scenes.ts'

/**
 * Makes the pictures of docs/ again, all of them, from the demonstration. Its clock stands still and its chances are
 * seeded, so that references and times are the same each time; letters may be drawn a little differently by another
 * Chromium or with other fonts. Everyone in them is made up.
 */
const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url))

async function makePictures(chromium: string): Promise<void> {
  // A Tuesday, six minutes past noon: the duty team is there.
  const world = testWorld('2026-12-01T12:06:00Z')
  await using demonstration = await startDemonstration(world)
  const browser = await startBrowser(chromium)
  try {
    const taking = studio(browser, demonstration.address, FOLDER)
    for (const scene of scenes) await scene(taking, world)
    for (const name of await readdir(FOLDER)) {
      if (!taking.taken.includes(name)) await rm(`${FOLDER}${name}`)
    }
    console.log(`${taking.taken.length} pictures stand in docs/pictures.`)
  } finally {
    await browser.close()
  }
}

const chromium = installedChromium()
if (chromium && existsSync(chromium)) await makePictures(chromium)
else {
  console.error(
    'The pictures need Chromium, and none was found: install it, or set SIGHTLINE_CHROMIUM to its path.',
  )
  process.exitCode = 1
}
