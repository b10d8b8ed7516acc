import { createTransport } from 'nodemailer'
import type { PostBox } from '#platform/world/world.ts'

/** The post by SMTP. A letter that the server does not take is an error, and is sent again at the next sweep. */
export function smtpPost(url: string, from: string): PostBox {
  const transport = createTransport(url)
  return async letter => {
    await transport.sendMail({ from, to: letter.to, subject: letter.subject, text: letter.text })
  }
}
