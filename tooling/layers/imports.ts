import { parseSync } from 'oxc-parser'

/** One import of a file, whichever way it is written. */
export type Import = {
  specifier: string | null
  line: number
  /** Leaves something behind at run time: not `import type`, not `import()`. Only these can make a harmful cycle. */
  isEager: boolean
}

/** Every static import, `export … from`, `import()` and `typeof import()` of a source file. */
export function importsOf(path: string, text: string): Import[] {
  const parsed = parseSync(path, text)
  const error = parsed.errors[0]
  if (error) throw new Error(`${path}: does not parse: ${error.message}`)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const { staticImports, staticExports, dynamicImports } = parsed.module
  return [
    ...staticImports.map(found => ({
      specifier: found.moduleRequest.value,
      line: lineAt(found.start),
      isEager: !text.startsWith('import type', found.start),
    })),
    ...staticExports.flatMap(found => {
      const request = found.entries.find(entry => entry.moduleRequest)?.moduleRequest
      if (!request) return []
      const isEager = !text.startsWith('export type', found.start)
      return [{ specifier: request.value, line: lineAt(found.start), isEager }]
    }),
    ...dynamicImports.map(found => ({
      specifier: literal(text.slice(found.moduleRequest.start, found.moduleRequest.end)),
      line: lineAt(found.start),
      isEager: false,
    })),
  ]
}

function literal(expression: string): string | null {
  return /^(['"`])([^'"`$]+)\1$/.exec(expression.trim())?.[2] ?? null
}
