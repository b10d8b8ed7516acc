import { describe, expect, test } from 'vitest'
import { assetPath, assets, ownLook } from './assets.ts'

const bodyOf = (name: string): string => assets().find(asset => asset.path === assetPath(name))?.body ?? ''

describe('what the browser loads', () => {
  test('each file stands under the digest of what it holds', () => {
    expect(assets().map(asset => [asset.path.replace(/-[0-9a-f]{12}\./, '-#.'), asset.type])).toEqual([
      ['/assets/govuk-#.css', 'text/css; charset=utf-8'],
      ['/assets/sightline-#.css', 'text/css; charset=utf-8'],
      ['/assets/icon-#.svg', 'image/svg+xml'],
      ['/assets/govuk-#.js', 'text/javascript; charset=utf-8'],
      ['/assets/start-#.js', 'text/javascript; charset=utf-8'],
    ])
    expect(() => assetPath('missing.css')).toThrow('there is no asset missing.css')
  })

  test('nothing of it bears the GDS Transport font or loads anything further', () => {
    const wrong = assets().filter(
      asset =>
        asset.body.length < 50 ||
        /GDS Transport|@font-face|sourceMappingURL|Margaret Calvert/.test(asset.body) ||
        /url\((?!["']?data:)|@import/.test(asset.type.startsWith('text/css') ? asset.body : ''),
    )
    expect(wrong.map(asset => asset.path)).toEqual([])
    expect(bodyOf('govuk.css').includes('font-family:arial,sans-serif')).toBe(true)
  })

  test('a style sheet whose font cannot be found is refused', () => {
    expect(() => ownLook('body{font-family:arial}')).toThrow('its font could not be taken out')
    expect(() => ownLook('@font-face{font-family:"GDS Transport"} p{font:GDSTransport}')).toThrow('taken out')
    expect(() => ownLook('@font-face{font-family:GDS Transport}a{font-family:"GDS Transport"}')).toThrow(
      'taken out',
    )
    expect(ownLook('@font-face{font-family:GDS Transport}a{font-family:GDS Transport,arial}')).toBe(
      'a{font-family:arial}',
    )
  })

  test('the start file starts the official scripts', () => {
    expect(bodyOf('start.js')).toContain(`from '${assetPath('govuk.js')}'`)
    expect(bodyOf('govuk.js')).toContain('initAll')
  })

  test('our own sheet names no colour of text that is hard to read on white', () => {
    const colours = [...bodyOf('sightline.css').matchAll(/[^-]color: (#[0-9a-f]{3,6})/g)].map(
      ([, hex = '']) => hex,
    )
    expect(colours.length).toBeGreaterThan(5)
    expect(colours.filter(hex => contrastWithWhite(hex) < 4.5)).toEqual([])
    expect(contrastWithWhite('#777')).toBeLessThan(4.5)
  })
})

/** As WCAG 2.2 defines it. */
function contrastWithWhite(hex: string): number {
  const long = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
