import { z } from 'zod'
import { fault } from '#platform/errors/fault.ts'
import { isNotifyKey } from '#platform/mail/notify.ts'

const Settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgres://' }).optional(),
  SIGHTLINE_DATA: z.string().min(1).optional(),
  SIGHTLINE_SECRET: z.string().min(32, 'must be 32 characters or more').optional(),
  SIGHTLINE_PUBLIC_URL: z.url().optional(),
  SIGHTLINE_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' })
    .optional(),
  SIGHTLINE_MAIL_FROM: z.string().min(3).optional(),
  SIGHTLINE_NOTIFY_KEY: z.string().refine(isNotifyKey, 'is not a key of GOV.UK Notify').optional(),
  SIGHTLINE_NOTIFY_TEMPLATE: z.guid('must be the id of a template').optional(),
  SIGHTLINE_NOTIFY_URL: z.url().default('https://api.notifications.service.gov.uk'),
  SIGHTLINE_ANCHOR_DIR: z.string().min(1).optional(),
  /** Whether systems may be told at addresses inside the network of this machine: 'yes' where agencies share one. */
  SIGHTLINE_CALL_INSIDE: z
    .enum(['yes', 'no'], 'must be yes or no')
    .default('no')
    .transform(given => given === 'yes'),
  SIGHTLINE_CHROMIUM: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
})

export type Config = Readonly<z.output<typeof Settings>>

/** Reads the settings once; every fault is named in one go. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const says = parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`)
    throw fault('wrong-settings', says.join('\n'))
  }
  if (parsed.data.DATABASE_URL && !parsed.data.SIGHTLINE_SECRET) {
    throw fault(
      'wrong-settings',
      'SIGHTLINE_SECRET must be set when DATABASE_URL is: the roles’ passwords follow from it',
    )
  }
  if (!parsed.data.SIGHTLINE_NOTIFY_KEY !== !parsed.data.SIGHTLINE_NOTIFY_TEMPLATE)
    throw fault('wrong-settings', 'SIGHTLINE_NOTIFY_KEY and SIGHTLINE_NOTIFY_TEMPLATE are set together')
  if (parsed.data.SIGHTLINE_NOTIFY_KEY && parsed.data.SIGHTLINE_SMTP_URL)
    throw fault('wrong-settings', 'set SIGHTLINE_SMTP_URL or SIGHTLINE_NOTIFY_KEY: mail goes one way')
  return Object.freeze(parsed.data)
}
