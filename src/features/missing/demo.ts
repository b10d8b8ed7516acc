import type { DemoArea } from '#core/manifest/feature.ts'

export async function demo(_: DemoArea): Promise<void> {}
