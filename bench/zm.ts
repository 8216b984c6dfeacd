const mb = (b: number) => (b / 1024 / 1024).toFixed(0)
const say = (w: string) => {
  globalThis.gc?.()
  const m = process.memoryUsage()
  console.log(
    w.padEnd(40),
    'rss',
    mb(m.rss),
    'heap',
    mb(m.heapUsed),
    '/',
    mb(m.heapTotal),
    'ext',
    mb(m.external),
    'buf',
    mb(m.arrayBuffers),
  )
}
say('start')
for (const m of ['pg', 'kysely', 'pinyin-pro', 'fflate', 'hucre/xlsx', 'zod', 'pdfmake', 'fontkit', 'pg-boss']) {
  await import(m).catch(e => console.log(m, e.message))
  say(m)
}
await import('#modules/places/server/index.ts')
say('places')
await import('#modules/registry/module.ts')
say('registry')
await import('#apps/server/migration-folders.ts')
await import('#platform/db/server/open-database.ts')
say('db')
