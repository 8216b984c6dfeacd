import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const engines = ['chrome87', 'safari14', 'firefox78']

/**
 * Writes `sw.js` beside the app: the worker with the list of everything that was built, each with its hash. Fonts are
 * left out (the phone has its own).
 */
function keptOnPhone(): Plugin {
  const publicFiles = readdirSync(here('./public'))
  return {
    name: 'kept-on-phone',
    apply: 'build',
    // Last of all: the first page itself is finished only then.
    async writeBundle({ dir }, bundle) {
      const built = Object.values(bundle).filter(({ fileName }) => /\.(?:js|mjs|css|svg|html)$/.test(fileName))
      const files = built.map(file => ({ url: file.fileName, body: file.type === 'chunk' ? file.code : file.source }))
      const shown = publicFiles.map(url => ({ url, body: readFileSync(here(`./public/${url}`)) }))
      const precached = [...files, ...shown].map(({ url, body }) => ({
        url,
        // Names below assets/ hold their hash already.
        revision: url.startsWith('assets/') ? null : createHash('sha256').update(body).digest('hex').slice(0, 16),
      }))
      const worker = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: { precached: JSON.stringify(precached), 'process.env.NODE_ENV': '"production"' },
        build: {
          write: false,
          target: engines,
          rollupOptions: { input: here('./worker.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      })
      const [chunk] = [worker].flat().flatMap(part => ('output' in part ? part.output : []))
      if (chunk?.type !== 'chunk' || dir === undefined) throw new Error('the worker was not built')
      writeFileSync(join(dir, 'sw.js'), chunk.code)
    },
  }
}

/** The field app. The map comes in a chunk of its own, when it is opened. */
export default defineConfig({
  root: here('.'),
  base: '/field/',
  plugins: [react(), keptOnPhone()],
  build: {
    outDir: here('../../dist/field'),
    emptyOutDir: true,
    target: engines,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
})
