/**
 * UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then 74 random bits.
 *
 * @param random ten bytes
 */
export function uuidAt<I extends string>(moment: Date, random: Uint8Array): I {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(moment.getTime(), 0, 6)
  bytes.set(random.subarray(0, 10), 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as I
}
