import nunjucks from 'nunjucks'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Html, trusted } from './html.ts'

const dist = dirname(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/template.njk'))

/** The official templates, unchanged. A value that is missing throws nothing here: the options are typed instead. */
export const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([dist, dirname(dist)]), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})

const compiled = new Map<string, nunjucks.Template>()

/** Renders one official component with its official template. */
export function official(component: string, options: object): Html {
  let template = compiled.get(component)
  if (!template) {
    const macro = `govuk${component.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`
    const source = `{% from "govuk/components/${component}/macro.njk" import ${macro} %}{{ ${macro}(params) }}`
    template = new nunjucks.Template(source, environment, component, true)
    compiled.set(component, template)
  }
  return trusted(template.render({ params: readable(options) }).trim())
}

/** Finished markup goes in as such; everything else is text and is escaped by the template. */
function readable(value: unknown): unknown {
  if (value instanceof Html) return new nunjucks.runtime.SafeString(value.toString())
  if (Array.isArray(value)) return value.map(readable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [name, readable(inner)]),
  )
}
