import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'

export type DocumentDefinition = TDocumentDefinitions

const { resolve } = createRequire(import.meta.url)
const fontOf = (name: string) => resolve(`@expo-google-fonts/noto-sans-sc/${name}`)
const regular = fontOf('400Regular/NotoSansSC_400Regular.ttf')
const bold = fontOf('700Bold/NotoSansSC_700Bold.ttf')

pdfmake.setFonts({ sans: { normal: regular, bold, italics: regular, bolditalics: bold } })
// A definition holds words that people typed: nothing in it may open a file of ours or an address.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(path => path === regular || path === bold)

/** The bytes of a PDF with its fonts inside. Fonts are cut down to the characters used. */
export async function printPdf(definition: DocumentDefinition): Promise<Uint8Array> {
  const { defaultStyle, ...rest } = definition
  return pdfmake
    .createPdf({
      ...{ pageSize: 'A4', pageMargins: [56, 56, 56, 64], ...rest },
      defaultStyle: { fontSize: 10.5, lineHeight: 1.3, ...defaultStyle, font: 'sans' },
    })
    .getBuffer()
}
