import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The residents' app, for old phones: Preact stands in for React, and the syntax is that of 2018. */
export default defineConfig({
  root: here('.'),
  base: '/',
  resolve: {
    alias: [
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react$/, replacement: 'preact/compat' },
    ],
  },
  build: {
    outDir: here('../../dist/portal'),
    emptyOutDir: true,
    target: ['es2018', 'chrome69', 'safari12', 'firefox62'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
