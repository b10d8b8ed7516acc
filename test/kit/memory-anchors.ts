import type { Anchor, AnchorStore } from '#core/audit/anchors.ts'

/** An outside place in memory: what was sent there can be looked at, and kept while the database is tampered with. */
export function memoryAnchors(): AnchorStore & { readonly kept: Anchor[] } {
  const kept: Anchor[] = []
  return {
    name: 'memory',
    kept,
    keep: async anchor => {
      kept.push(anchor)
    },
    all: async () => [...kept],
  }
}
