import nunjucks from 'nunjucks'
import { Html } from './html.ts'
import { checkAddress } from './jsx/addresses.ts'

const ADDRESS = /^(?:href|src|action|formaction)$|url$/i
const MARKUP = /^html$|Html$/
const ATTRIBUTES = /attributes$/i
const REFUSED = /^(?:on.*|style|srcdoc|srcset|data|poster|ping|background|http-equiv)$/i

/**
 * Options as the official templates read them. The types say the same; here it holds for what got past them:
 * the templates print `html` as it comes, so only finished markup may stand there, and they check no address.
 */
export function templateOptions(options: object, under = ''): object {
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined)
      read[name] = ATTRIBUTES.test(under) ? attributeOf(name, value) : valueOf(name, value, under)
  }
  return read
}

function valueOf(name: string, value: unknown, under: string): unknown {
  if (value instanceof Html) return new nunjucks.runtime.SafeString(value.toString())
  if (Array.isArray(value)) return value.map(one => valueOf(name, one, under))
  if (typeof value === 'object' && value !== null) return templateOptions(value, name)
  if (typeof value !== 'string') return value
  if (MARKUP.test(name) || ATTRIBUTES.test(name) || (under === 'slots' && name !== 'align')) {
    throw new TypeError(`the option ${name} takes finished markup, not text`)
  }
  if (ADDRESS.test(name)) checkAddress(value)
  return value
}

function attributeOf(name: string, value: unknown): unknown {
  if (!/^[a-z][a-z0-9-]*$/i.test(name) || REFUSED.test(name)) {
    throw new TypeError(`the attribute ${name} is not used here`)
  }
  if (typeof value === 'object') throw new TypeError(`the attribute ${name} holds text alone`)
  if (ADDRESS.test(name) && typeof value === 'string') checkAddress(value)
  return value
}
