const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel'])

/** Browsers ignore blanks and control characters in a scheme, so they are taken out before it is read. */
export function checkAddress(address: string): void {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const plain = address.replaceAll(/[\u0000-\u0020\u007f-\u00a0\u00ad]/g, '')
  const scheme = /^([^/?#:]*):/.exec(plain)?.[1]
  if (scheme !== undefined && !SCHEMES.has(scheme.toLowerCase())) {
    throw new TypeError(`an address may not begin with ${scheme}: (only http, https, mailto, tel or a path)`)
  }
}
