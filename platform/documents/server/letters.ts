import { createRequire } from 'node:module'

// Only what is used of fontkit, which has no types of its own.
interface Glyph {
  readonly id: number
  readonly advanceWidth: number
  readonly path: { toSVG(): string }
}
interface Font {
  readonly unitsPerEm: number
  glyphsForString(text: string): Glyph[]
}

const require = createRequire(import.meta.url)
const fontFile = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
let opened: Font | undefined

function font(): Font {
  opened ??= (require('fontkit') as { openSync(path: string): Font }).openSync(fontFile)
  return opened
}

/** How wide a text is in the font of our papers, in the unit of `size`. */
export function widthOfText(text: string, size: number): number {
  const { unitsPerEm } = font()
  return (
    (font()
      .glyphsForString(text)
      .reduce((sum, glyph) => sum + glyph.advanceWidth, 0) /
      unitsPerEm) *
    size
  )
}

/**
 * A text as outlines for an SVG, from its left end on the base line at 0, 0. A picture drawn of outlines needs no font
 * of the machine that draws it.
 */
export function outlineOfText(text: string, size: number): string {
  const scale = size / font().unitsPerEm
  let x = 0
  const parts = font()
    .glyphsForString(text)
    .map(glyph => {
      const at = x
      x += glyph.advanceWidth
      return `<path transform="translate(${(at * scale).toFixed(3)} 0) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})" d="${glyph.path.toSVG()}"/>`
    })
  return parts.join('')
}
