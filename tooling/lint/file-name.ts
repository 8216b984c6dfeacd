import { pathOf, type Rule } from './rule.ts'

const noHome = /^(?:utils?|helpers?|misc|managers?)$/
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*\.(?:ts|tsx|mjs)$/
const component = /^[A-Z][A-Za-z0-9]*(?:\.[a-z]+)*\.tsx$/

/** What is wrong with this path's names, in a sentence; nothing when they are fine. */
export function nameProblem(path: string): string | null {
  const parts = path.split('/')
  const file = parts.at(-1) ?? ''
  const words = [...parts.slice(0, -1), ...file.split(/[-.]/)]
  const vague = words.find(word => noHome.test(word)) ?? (/^base\./.test(file) ? 'base' : undefined)
  if (vague) {
    return `"${vague}" names nothing: call the file after the one idea in it, in a word of the trade (style C13); two ideas are two files.`
  }
  if (kebab.test(file) || component.test(file)) return null
  return `"${file}": write kebab-case, or the component's own name for a .tsx file (claim-case.ts, CaseTimeline.tsx).`
}

/** A file is named after what is in it; a file called utils collects what nobody named. */
export const fileName: Rule = {
  create(context) {
    return {
      Program(node) {
        const problem = nameProblem(pathOf(context))
        if (problem) context.report({ node, message: problem })
      },
    }
  },
}
