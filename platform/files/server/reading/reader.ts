import { archiveText } from './archive-text.ts'
import { pdfText } from './pdf-text.ts'
import { mostCharacters, type Read } from './read.ts'
import { tidyText } from './tidy-text.ts'

// A process of its own (`read-apart.ts` starts it): one paper comes in, what could be read of it goes out, and it ends. What
// a hostile paper does to it, it does to nobody else.

/** More pages than any rule has; and so much of the processor before the rest is left alone. */
const bounds = { pages: 2000, characters: mostCharacters, milliseconds: 20_000 }

async function readAll(): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return new Uint8Array(Buffer.concat(pieces))
}

function readArchive(bytes: Uint8Array): Read {
  const words = archiveText(bytes)
  return words === null ? { text: 'too-much', words: '' } : { text: 'whole', words }
}

function finished({ text, words }: Read): Read {
  if (text !== 'whole' && text !== 'beginning') return { text, words: '' }
  const tidy = tidyText(words)
  if (tidy === null) return { text: 'broken', words: '' }
  if (tidy === '') return { text: 'none', words: '' }
  return {
    text: tidy.length > mostCharacters ? 'beginning' : text,
    words: tidy.slice(0, mostCharacters).toWellFormed(),
  }
}

function answer(read: Read): void {
  process.stdout.write(JSON.stringify(read), () => process.exit(0))
}

const broken = () => answer({ text: 'broken', words: '' })
process.on('uncaughtException', broken)
process.on('unhandledRejection', broken)

const bytes = await readAll()
const isPdf = process.argv[2] === 'application/pdf'
try {
  answer(finished(isPdf ? await pdfText(bytes, bounds) : readArchive(bytes)))
} catch {
  broken()
}
