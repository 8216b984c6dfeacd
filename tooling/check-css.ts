import { readFileSync } from 'node:fs'
import { listFiles } from './layers/files.ts'
import { colourInstead, isTokenFile, rawColour } from './lint/no-raw-colour.ts'

/** Raw colours in a style sheet, one sentence each; the linter reads TypeScript only. */
export function rawColoursIn(path: string, css: string): string[] {
  if (isTokenFile(path)) return []
  // Comments keep their line breaks, so that the line numbers stay right.
  const code = css.replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ''))
  return code.split('\n').flatMap((line, index) => {
    const value = /:(?!not|is|where|has)(.*)$/.exec(line)?.[1] ?? ''
    const found = rawColour.exec(value)
    return found ? [`${path}:${index + 1} raw colour ${found[0]}: ${colourInstead}`] : []
  })
}

if (process.argv[1] === import.meta.filename) {
  const sheets = listFiles(process.cwd()).filter(path => path.endsWith('.css'))
  const problems = sheets.flatMap(path => rawColoursIn(path, readFileSync(path, 'utf8')))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
