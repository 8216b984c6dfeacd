import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The office app: everything in files of our own, nothing inline, so that `script-src 'self'` holds. */
export default defineConfig({
  root: here('.'),
  base: '/office/',
  plugins: [react()],
  build: {
    outDir: here('../../dist/office'),
    emptyOutDir: true,
    // Old monitors hang on old computers; still, grid centres get browser updates.
    target: ['chrome107', 'edge107', 'firefox104', 'safari16'],
    // The kit and the map are each one big file, fetched once and kept.
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
})
