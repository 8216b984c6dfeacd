import { runNode } from './run-node.ts'

/** What can be said about the code without running it. */
const staticSteps = [
  {
    name: 'types',
    words: [
      'node_modules/typescript/bin/tsc',
      '-b',
      'tsconfig.common.json',
      'tsconfig.server.json',
      'tsconfig.browser.json',
      'tsconfig.tests.json',
      // Each checker of its own checks what all share once more: four took 6 GB and twice as long on two cores.
      '--checkers',
      '1',
    ],
  },
  { name: 'layers', words: ['tooling/check-layers.ts'] },
  { name: 'lint', words: ['node_modules/oxlint/bin/oxlint'] },
  { name: 'style sheets', words: ['tooling/check-css.ts'] },
  { name: 'format', words: ['node_modules/@biomejs/biome/bin/biome', 'format', '.'] },
]

/**
 * Runs the static steps two at a time and prints each when done; answers with the names of those that failed. The linter
 * looks at the files named, or at all: knowing every type takes it half a minute.
 */
export async function runStaticSteps(toLint: readonly string[] | null = null): Promise<string[]> {
  const failed: string[] = []
  const waiting = staticSteps.flatMap(step => {
    if (step.name !== 'lint' || toLint === null) return step
    return toLint.length > 0 ? { ...step, words: [...step.words, ...toLint] } : []
  })
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const from = performance.now()
      const { code, output } = await runNode(step.words, { quietly: true })
      const seconds = ((performance.now() - from) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`)
      if (code === 0) continue
      failed.push(step.name)
      console.log(output)
    }
  }
  await Promise.all([worker(), worker()])
  if (failed.includes('format')) console.log('Layout is mended by: npx biome format --write .')
  return failed
}
