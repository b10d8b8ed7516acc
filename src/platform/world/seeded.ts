/** Chances that are the same every time, byte by byte. Mulberry32: small, seeded, good enough for what is made up. */
export function seededBytes(seed: number): (count: number) => Uint8Array {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) & 0xff
  }
  return count => {
    const bytes = new Uint8Array(count)
    for (let at = 0; at < count; at += 1) bytes[at] = next()
    return bytes
  }
}
