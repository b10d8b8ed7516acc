import type { FastifyInstance } from 'fastify'

/**
 * Nothing from anywhere else, nothing inline but the template's own script by its hash, no framing, and nothing
 * about a child kept by a browser or a proxy (the exploiter may hold the phone).
 */
export function addSecurityHeaders(app: FastifyInstance, scriptHashes: readonly string[]): void {
  const policy = [
    `default-src 'none'`,
    `script-src 'self' ${scriptHashes.map(hash => `'${hash}'`).join(' ')}`,
    `style-src 'self'`,
    `img-src 'self'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    })
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
  })
}
