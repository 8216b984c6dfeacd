/**
 * The browser apps: `apps/NAME` with its `vite.config.ts`, built to `dist/NAME`. `scriptLimit` is the most script, in
 * bytes after gzip, that a first visit may load; the residents' limit is a promise to old phones.
 */
export const webApps: readonly WebApp[] = [
  { name: 'office' },
  { name: 'field', scriptLimit: 190_000 },
  { name: 'portal', scriptLimit: 75_000 },
]

export type WebApp = { name: 'office' | 'field' | 'portal'; scriptLimit?: number }
