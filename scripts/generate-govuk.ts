import { readdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

interface Option {
  readonly name: string
  readonly type: string
  readonly required?: boolean
  readonly isComponent?: boolean
  readonly params?: readonly Option[]
}

const components = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/template.njk')),
  'components',
)

/** The typed door to every official component, from the options that govuk-frontend ships. */
export function govukWrapper(): string {
  const names = readdirSync(components).filter(name =>
    existsSync(join(components, name, 'macro-options.json')),
  )
  const interfaces = names.map(name => {
    const options: Option[] = JSON.parse(readFileSync(join(components, name, 'macro-options.json'), 'utf8'))
    return `export interface ${pascal(name)}Options ${shape(options, '')}\n`
  })
  const doors = names.map(
    name => `  ${camel(name)}: (options: ${pascal(name)}Options): Html => official('${name}', options),\n`,
  )
  return `${HEAD}\n${interfaces.join('\n')}\nexport const govuk = {\n${doors.join('')}}\n`
}

const HEAD = `// Made by scripts/generate-govuk.ts from the macro options of govuk-frontend. Do not edit.
import type { Html } from '../html.ts'
import { official } from '../official.ts'

/** No handlers and no styles: neither is allowed by the pages' policy. */
export type Attributes = { readonly [name: string]: string | boolean } & { readonly style?: never; readonly onclick?: never }
`

function shape(options: readonly Option[], indent: string): string {
  const seen = new Set<string>()
  const lines = options
    .filter(option => option.type !== 'nunjucks-block' && !seen.has(option.name) && seen.add(option.name))
    .map(
      option =>
        `${indent}  readonly ${option.name}${isNeeded(option, options) ? '' : '?'}: ${typeOf(option, `${indent}  `)}${isNeeded(option, options) ? '' : ' | undefined'}\n`,
    )
  return `{\n${lines.join('')}${indent}}`
}

/** Where text may stand instead of html, neither is required by the type; the template takes whichever is there. */
const isNeeded = (option: Option, among: readonly Option[]): boolean =>
  option.required === true &&
  !/^(text|html|.*(Text|Html)|attributes|maxlength|maxwords)$/.test(option.name) &&
  !among.some(one => one.name === `${option.name}Html`)

function typeOf(option: Option, indent: string): string {
  const inner = option.params ? shape(option.params, indent) : null
  if (option.isComponent) return `${pascal(option.name.replaceAll(/([A-Z])/g, '-$1').toLowerCase())}Options`
  if (option.name === 'attributes' || option.name.endsWith('Attributes')) return 'Attributes'
  if (option.name === 'slots')
    return `{ readonly start?: Html; readonly end?: Html; readonly navigationStart?: Html; readonly navigationEnd?: Html }`
  switch (option.type) {
    case 'string':
      return option.name === 'html' || option.name.endsWith('Html') ? 'Html' : 'string'
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'array':
      if (option.name === 'rows' && inner && !inner.includes('key')) return `readonly (readonly ${inner}[])[]`
      return inner ? `readonly (${inner})[]` : 'readonly string[]'
    default:
      return inner ?? 'Readonly<Record<string, unknown>>'
  }
}

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string): string => camel(`-${name}`)

if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL('../src/platform/ui/generated/govuk.ts', import.meta.url), govukWrapper())
}
