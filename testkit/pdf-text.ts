import { inflateSync } from 'node:zlib'

/**
 * The words of a PDF that this product printed. Its fonts are subsets, so a piece of text is a row of glyph numbers, and
 * each font has a table from glyphs to characters. Every row is read by every table, one after the other without breaks, since
 * Chinese words are laid out character by character: what stands on the paper is among it.
 */
export function pdfText(pdf: Uint8Array): string {
  const streams = streamsIn(Buffer.from(pdf))
  const tables = streams.filter(text => text.includes('begincmap')).map(glyphTable)
  const rows = streams.filter(text => /\bTJ\b|\bTj\b/.test(text)).flatMap(glyphRows)
  return tables.map(table => rows.flatMap(row => row.map(glyph => table.get(glyph) ?? '')).join('')).join('\n')
}

function streamsIn(bytes: Buffer): string[] {
  const found: string[] = []
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('\nendstream', at)
    if (end < 0) break
    const content = bytes.subarray(at + 7, end)
    try {
      found.push(inflateSync(content).toString('latin1'))
    } catch {
      // A picture, or a stream that is not packed.
      found.push(content.toString('latin1'))
    }
    at = end
  }
  return found
}

const characters = (hex: string) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map(unit => Number.parseInt(unit, 16)))

/** `<first> <last> [<character> …]`, as pdfkit writes it. */
function glyphTable(cmap: string): ReadonlyMap<number, string> {
  const ranges = [...cmap.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)]
  return new Map(
    ranges.flatMap(([, first, list]) =>
      [...list!.matchAll(/<([0-9a-f ]*)>/gi)].map(
        ([, hex], i) => [Number.parseInt(first!, 16) + i, characters(hex!.replaceAll(' ', ''))] as const,
      ),
    ),
  )
}

/** One row for each piece of text; the spaces between its letters are left out. */
function glyphRows(content: string): number[][] {
  return [...content.matchAll(/\[([^\]]*)\]\s*TJ|<([0-9a-f]+)>\s*Tj/gi)].map(([, list, single]) =>
    [...(list ?? `<${single}>`).matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex]) =>
      (hex!.match(/.{4}/g) ?? []).map(glyph => Number.parseInt(glyph, 16)),
    ),
  )
}
