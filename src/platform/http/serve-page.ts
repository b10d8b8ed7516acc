import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderLayout } from '#platform/ui/layout.tsx'
import { csrfOf } from './sessions.ts'
import { takeNotice } from './cookies.ts'
import type { House } from './house.ts'
import type { ActShape, PageBody } from './routes.ts'

/** Puts the layout round what a page says and sends it. */
export function servePage<A extends ActShape>(
  house: House<A>,
  to: { request: FastifyRequest; reply: FastifyReply },
  page: {
    body: PageBody
    viewer: A['viewer'] | null
    token: string | null
    status?: number
    refused?: boolean
  },
): FastifyReply {
  const notice = takeNotice(to.request, to.reply)
  const html = renderLayout({
    title: page.body.title,
    body: page.body.body,
    chrome: house.chrome(page.viewer),
    csrf: page.token === null ? null : csrfOf(page.token),
    refused: page.refused ?? false,
    ...(page.body.back ? { back: page.body.back } : {}),
    ...(notice ? { notice } : {}),
  })
  return (
    to.reply
      .status(page.status ?? 200)
      .type('text/html; charset=utf-8')
      // As bytes: text is measured and then written, which encodes it twice.
      .send(Buffer.from(html))
  )
}
