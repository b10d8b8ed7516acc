import nunjucks from 'nunjucks'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { trusted, type Html } from './html.ts'
import { templateOptions } from './template-options.ts'

const dist = dirname(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/template.njk'))

/** The official templates, unchanged. A value that is missing throws nothing here: the options are typed instead. */
export const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([dist, dirname(dist)]), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})

const compiled = new Map<string, nunjucks.Template>()

/** Renders one official component with its official template, which is compiled when first asked for. */
export function official(component: string, options: object): Html {
  let template = compiled.get(component)
  if (!template) {
    template = environment.getTemplate(`govuk/components/${component}/template.njk`, true)
    compiled.set(component, template)
  }
  return trusted(template.render({ params: templateOptions(options) }).trim())
}
