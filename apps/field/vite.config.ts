import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The field app. The map comes in a chunk of its own, when it is opened. */
export default defineConfig({
  root: here('.'),
  base: '/field/',
  plugins: [react()],
  build: {
    outDir: here('../../dist/field'),
    emptyOutDir: true,
    target: ['chrome87', 'safari14', 'firefox78'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
})
