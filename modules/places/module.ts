import { defineModule, type Module } from '#platform/commands/server/define-module.ts'

/** Courtyards, buildings and entrances in their grids, and who is head of which. */
export function placesModule(): Module {
  return defineModule({
    name: 'places',
    folder: new URL('./', import.meta.url),
    commands: [],
    queries: [],
    permissions: {},
    messages: { 'zh-CN': {}, en: {} },
    jobs: [],
    sees: {},
  })
}
