import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Read } from './read.ts'

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

export interface PdfBounds {
  /** Pages that are looked at. */
  readonly pages: number
  /** Characters after which no further page is read. */
  readonly characters: number
  /** Milliseconds of processor after which no further page is begun. */
  readonly milliseconds: number
}

/**
 * The words of a PDF, page by page until the bounds are reached. Nothing is drawn, no script in it runs, and nothing is
 * fetched: the tables for Chinese fonts that do not say which characters they hold come with the library.
 */
export async function pdfText(data: Uint8Array, bounds: PdfBounds): Promise<Read> {
  const opening = getDocument({
    data,
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    ...{ disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, useWasm: false, enableXfa: false },
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await opening.promise
    const pages: string[] = []
    let characters = 0
    const isOver = () =>
      pages.length >= bounds.pages ||
      characters >= bounds.characters ||
      process.cpuUsage().user / 1000 > bounds.milliseconds
    while (pages.length < pdf.numPages && !isOver()) {
      const page = await pdf.getPage(pages.length + 1)
      const { items } = await page.getTextContent()
      const text = items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      page.cleanup()
      pages.push(text)
      characters += text.length
    }
    return { text: pages.length < pdf.numPages ? 'beginning' : 'whole', words: pages.join('\n') }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return { text: isLocked ? 'locked' : 'broken', words: '' }
  } finally {
    await opening.destroy()
  }
}
