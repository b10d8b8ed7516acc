import type { Config } from '#platform/config/config.ts'
import type { PostBox, World } from '#platform/world/world.ts'
import { notifyPost } from './notify.ts'
import { smtpPost } from './smtp.ts'

/** The post that the settings name, or null where they name none: then nothing can be sent. */
export function chosenPost(config: Config, now: World['now']): PostBox | null {
  const { SIGHTLINE_NOTIFY_KEY: key, SIGHTLINE_NOTIFY_TEMPLATE: template, SIGHTLINE_SMTP_URL: smtp } = config
  if (key && template) return notifyPost({ key, template, url: config.SIGHTLINE_NOTIFY_URL }, { now })
  return smtp ? smtpPost(smtp, config.SIGHTLINE_MAIL_FROM ?? 'no-reply@localhost') : null
}

export const hasPost = (config: Config): boolean => chosenPost(config, () => new Date(0)) !== null
