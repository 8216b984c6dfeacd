import { outlineOfText } from '#platform/documents/server/index.ts'

/** What a sheet is drawn of. Millimetres from the upper left corner. */
export type Mark =
  | {
      readonly kind: 'path'
      readonly d: string
      readonly fill?: string
      readonly stroke?: string
      readonly width?: number
      readonly dash?: readonly number[]
    }
  | {
      readonly kind: 'text'
      readonly x: number
      /** Of the base line. */
      readonly y: number
      readonly text: string
      readonly size: number
      readonly anchor: 'start' | 'middle' | 'end'
      /** How wide the text is. */
      readonly width: number
      readonly colour: string
      /** A rim around the letters, so that they can be read on lines. */
      readonly rim?: string
    }

interface Sheet {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

/**
 * The sheet as SVG. Letters are text for the PDF, which brings the font and can be searched; they are outlines for a
 * picture, whose painter has only the fonts of its machine.
 */
export function svgOf({ width, height, marks }: Sheet, letters: 'text' | 'outlines'): string {
  const drawn = marks.map(mark =>
    mark.kind === 'path' ? pathOf(mark) : letters === 'text' ? textOf(mark) : outlined(mark),
  )
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${drawn.join('\n')}</svg>`
}

function pathOf({ d, fill, stroke, width, dash }: Extract<Mark, { kind: 'path' }>): string {
  const line = stroke
    ? ` stroke="${stroke}" stroke-width="${width ?? 0.2}" stroke-linejoin="round" stroke-linecap="round"`
    : ''
  const broken = dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''
  return `<path d="${d}" fill="${fill ?? 'none'}" fill-rule="evenodd"${line}${broken}/>`
}

type Text = Extract<Mark, { kind: 'text' }>

const leftOf = ({ x, anchor, width }: Text) =>
  anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width

function textOf(mark: Text): string {
  const at = `x="${leftOf(mark).toFixed(2)}" y="${mark.y.toFixed(2)}" font-family="sans" font-size="${mark.size}"`
  const words = escaped(mark.text)
  // The painter of PDFs has no paint order: the rim is a text of its own below the letters.
  const rim = mark.rim
    ? `<text ${at} fill="${mark.rim}" stroke="${mark.rim}" stroke-width="${mark.size * 0.22}">${words}</text>`
    : ''
  return `${rim}<text ${at} fill="${mark.colour}">${words}</text>`
}

function outlined(mark: Text): string {
  const letters = outlineOfText(mark.text, mark.size)
  const at = `transform="translate(${leftOf(mark).toFixed(3)} ${mark.y.toFixed(3)})"`
  // Strokes are in the letters' own units, which are a thousandth of the size: they are told not to grow with them.
  const rim = mark.rim
    ? `<g ${at} fill="${mark.rim}" stroke="${mark.rim}" stroke-width="220" stroke-linejoin="round">${letters}</g>`
    : ''
  return `${rim}<g ${at} fill="${mark.colour}">${letters}</g>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
