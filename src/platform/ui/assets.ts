import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Asset {
  readonly path: string
  readonly type: string
  readonly body: string
}

const dist = dirname(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/template.njk'))
const own = (name: string): string => readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8')

const css = 'text/css; charset=utf-8'
const javascript = 'text/javascript; charset=utf-8'

/** Everything the browser loads, each under the digest of what it holds, so that it may keep it for ever. */
const ASSETS = new Map<string, Asset>()
add('govuk.css', css, ownLook(readFileSync(join(dist, 'govuk-frontend.min.css'), 'utf8')))
add('sightline.css', css, own('sightline.css'))
add('icon.svg', 'image/svg+xml', own('icon.svg'))
add(
  'govuk.js',
  javascript,
  readFileSync(join(dist, 'govuk-frontend.min.js'), 'utf8').replace(/\/\/# sourceMappingURL.*\s*$/, '\n'),
)
add('start.js', javascript, `import { initAll } from '${assetPath('govuk.js')}'\ninitAll()\n`)

function add(name: string, type: string, body: string): void {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 12)
  ASSETS.set(name, { path: `/assets/${name.replace('.', `-${digest}.`)}`, type, body })
}

/** The GDS Transport font and the crest are for gov.uk alone, so their parts of the sheet go. */
export function ownLook(sheet: string): string {
  const faceless = sheet.replaceAll(/@font-face\s*\{[^}]*GDS Transport[^}]*\}/g, '')
  const plain = faceless.replaceAll(/"?GDS Transport"?,\s*arial/g, 'arial')
  if (faceless === sheet || plain === faceless || /GDS ?Transport/.test(plain)) {
    throw new Error('govuk-frontend’s style sheet has changed: its font could not be taken out')
  }
  return plain
    .replaceAll(/url\("?[^)]*govuk-crest\.svg"?\)/g, 'none')
    .replaceAll(/\/\*! Copyright \(c\) 2011[^*]*\*\//g, '')
    .replace(/\/\*# sourceMappingURL[^*]*\*\//, '')
}

/** To be served with `cache-control: public, max-age=31536000, immutable`. */
export const assets = (): readonly Asset[] => [...ASSETS.values()]

export function assetPath(name: string): string {
  const asset = ASSETS.get(name)
  if (!asset) throw new Error(`there is no asset ${name}`)
  return asset.path
}
