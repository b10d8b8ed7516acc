import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One entry of a component's `macro-options.json`. */
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
  const types = names.map(name => {
    const options: Option[] = JSON.parse(readFileSync(join(components, name, 'macro-options.json'), 'utf8'))
    return `export type ${pascal(name)}Options = ${shape(options, { path: name, indent: '' })}\n`
  })
  const doors = names.map(
    name => `  ${camel(name)}: (options: ${pascal(name)}Options): Html => official('${name}', options),\n`,
  )
  return `${HEAD}\n${types.join('\n')}\nexport const govuk = {\n${doors.join('')}} as const\n`
}

const HEAD = `// Made by scripts/generate-govuk.ts from the macro options of govuk-frontend. Do not edit.
import type { Html } from '../html.ts'
import { official } from '../official.ts'
import type { Attributes, Either, PluralText } from '../official-options.ts'
`

interface Place {
  /** Component and option names down to here, as in 'summary-list.rows.key'. */
  readonly path: string
  readonly indent: string
}

function shape(described: readonly Option[], at: Place): string {
  // 'caller' is for Nunjucks alone, and where a name is described twice the later description is the fuller.
  const options = described
    .filter(option => option.type !== 'nunjucks-block')
    .filter((option, index, all) => all.findLastIndex(one => one.name === option.name) === index)
  const pairs = options.flatMap(option => pairOf(option, options))
  const paired = new Set(pairs.flat())
  const alone = options.filter(option => !paired.has(option.name) && option.name !== 'divider')
  const lines = alone.map(option => line(option, at)).join('')
  const either = pairs.map(([text, html]) => `Either<'${text}', '${html}'>`)
  const body = [...(lines ? [`{\n${lines}${at.indent}}`] : []), ...either].join(' & ')
  // An item of radios or checkboxes is a choice, or the word that stands between two of them.
  return options.some(option => option.name === 'divider') ? `${body} | { readonly divider: string }` : body
}

/** Text and markup of which one is required, though each is described as required. */
function pairOf(html: Option, options: readonly Option[]): [string, string][] {
  if (!isMarkup(html.name)) return []
  const text = html.name === 'html' ? 'text' : html.name.replace(/Html$/, 'Text')
  const other = options.find(option => option.name === text)
  return other && (html.required || other.required) ? [[text, html.name]] : []
}

const isMarkup = (name: string): boolean => name === 'html' || name.endsWith('Html')

function line(option: Option, at: Place): string {
  const indent = `${at.indent}  `
  const type = typeOf(option, { path: `${at.path}.${option.name}`, indent })
  // A character count needs a most of characters or of words; the descriptions require both.
  const needed = option.required === true && !/\.max(length|words)$/.test(`.${option.name}`)
  return `${indent}readonly ${option.name}${needed ? '' : '?'}: ${type}${needed ? '' : ' | undefined'}\n`
}

function typeOf(option: Option, at: Place): string {
  if (option.isComponent) return `${pascal(kebab(option.name))}Options`
  if (/attributes$/i.test(option.name)) return 'Attributes'
  const inner = option.params && shape(option.params, at)
  switch (option.type) {
    case 'string':
      return isMarkup(option.name) || /\.slots\.\w+$/.test(at.path) ? 'Html' : 'string'
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'array': {
      const each = inner ? `readonly (${inner})[]` : 'readonly string[]'
      return at.path === 'table.rows' ? `readonly (${each})[]` : each
    }
    case 'object':
      return inner ?? withoutDescription(at.path)
    default:
      throw new Error(`govuk-frontend describes ${at.path} as ${option.type}, for which there is no type yet`)
  }
}

/** Objects whose insides govuk-frontend tells only in prose. */
function withoutDescription(path: string): string {
  if (path.startsWith('date-input.')) return `NonNullable<DateInputOptions['items']>[number]`
  if (path.endsWith('Text')) return 'PluralText'
  throw new Error(`govuk-frontend does not describe what ${path} holds: say it in scripts/generate-govuk.ts`)
}

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string): string => camel(`-${name}`)
const kebab = (name: string): string => name.replaceAll(/([A-Z])/g, '-$1').toLowerCase()

if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL('../src/platform/ui/generated/govuk.ts', import.meta.url), govukWrapper())
}
