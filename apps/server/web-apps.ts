import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** The built web apps: where each is served, and from which folder of `dist`. The portal comes last: it takes the rest. */
const apps = [
  { prefix: '/office/', folder: 'office' },
  { prefix: '/field/', folder: 'field' },
  { prefix: '/', folder: 'portal' },
] as const

const yearSeconds = 31_536_000

/** Serves the pages. Built files carry their hash in the name and are kept for ever; the first page is always asked for. */
export async function openWebApps(app: FastifyInstance, dist: string): Promise<void> {
  for (const { prefix, folder } of apps) {
    await app.register(fastifyStatic, {
      root: join(dist, folder, 'assets'),
      prefix: `${prefix}assets/`,
      decorateReply: false,
      immutable: true,
      maxAge: yearSeconds * 1000,
    })
    openPages(app, prefix, join(dist, folder, 'index.html'))
  }
  openPhoneFiles(app, join(dist, 'field'))
  // What the street says of itself at the foot of the residents' pages; the file may be replaced by its own.
  app.get('/site.json', async (_request, reply) =>
    reply
      .type('application/json')
      .header('cache-control', 'no-cache')
      .send(await readFile(join(dist, 'portal', 'site.json'))),
  )
}

/** The worker and the papers by which a phone keeps the field app; the worker is always asked for anew. */
function openPhoneFiles(app: FastifyInstance, folder: string): void {
  const files = {
    'sw.js': 'text/javascript; charset=utf-8',
    'manifest.webmanifest': 'application/manifest+json',
    'icon-192.png': 'image/png',
    'icon-512.png': 'image/png',
    'icon-maskable-512.png': 'image/png',
  }
  for (const [name, type] of Object.entries(files)) {
    app.get(`/field/${name}`, async (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'no-cache')
        .send(await readFile(join(folder, name))),
    )
  }
  // The worker asks for the first page by this name.
  app.get('/field/index.html', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await readFile(join(folder, 'index.html'))),
  )
}

/**
 * A deep link is answered with the first page, too; the app finds its way from the address. The page is read each time:
 * it is small, and a rebuild under a running program would else leave it pointing to scripts that are gone.
 */
function openPages(app: FastifyInstance, prefix: string, page: string): void {
  const show = async (reply: FastifyReply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await readFile(page))
  app.get(prefix, async (_request, reply) => show(reply))
  app.get(`${prefix}*`, async (request, reply) => (isPage(request.url) ? show(reply) : reply.callNotFound()))
  if (prefix !== '/') app.get(prefix.slice(0, -1), async (_request, reply) => reply.redirect(prefix))
}

/** What has a file's ending, or belongs to the interface, is no page. Ids may have points and figures: 2026-11-28.1500. */
export function isPage(url: string): boolean {
  const path = url.split('?')[0]!
  return !path.startsWith('/api/') && !path.startsWith('/tiles/') && !/\.[a-z][a-z0-9]{1,7}$/i.test(path)
}
