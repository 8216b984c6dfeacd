import { addProtocol } from 'maplibre-gl'
import { FileSource, PMTiles } from 'pmtiles'
import { type MapSupply, mapSupply } from './map-supply.ts'

const scheme = 'phone'
/** How long an opened archive is used before it is looked for anew: the stock may have been renewed. */
const freshMilliseconds = 60_000

const opened = new Map<keyof MapSupply, { at: number; archive: Promise<PMTiles | null> }>()
const afar = new Map<string, PMTiles>()

async function open(part: keyof MapSupply): Promise<PMTiles | null> {
  const bytes = await mapSupply()?.[part]()
  return bytes ? new PMTiles(new FileSource(new File([bytes], part))) : null
}

function archiveOf(part: keyof MapSupply): Promise<PMTiles | null> {
  const known = opened.get(part)
  if (known && Date.now() - known.at < freshMilliseconds) return known.archive
  const archive = open(part).catch(() => null)
  opened.set(part, { at: Date.now(), archive })
  return archive
}

/** Addresses of tiles that are looked for on the phone first; `from` says where they are else. */
export function phoneTiles(part: keyof MapSupply, from: string): string {
  return `${scheme}://${part}/{z}/{x}/{y}?from=${encodeURIComponent(from)}`
}

export function hasMapSupply(): boolean {
  return mapSupply() !== null
}

const nothing = new Uint8Array()

/** A tile that is nowhere to be had is an empty tile: the map goes on, with what there is. */
export function addPhoneTiles(): void {
  addProtocol(scheme, async ({ url }, { signal }) => {
    const address = new URL(url)
    const part = address.host === 'grids' ? 'grids' : 'base'
    const [z = 0, x = 0, y = 0] = address.pathname.split('/').filter(Boolean).map(Number)
    const near = await (await archiveOf(part))?.getZxy(z, x, y).catch(() => undefined)
    if (near) return { data: near.data }
    const from = address.searchParams.get('from') ?? ''
    const far = await (part === 'base' ? fromArchive(from, z, x, y, signal) : fromTiles(from, z, x, y, signal)).catch(
      () => null,
    )
    return { data: far ?? nothing }
  })
}

async function fromArchive(from: string, z: number, x: number, y: number, signal: AbortSignal) {
  const archive = afar.get(from) ?? new PMTiles(from)
  afar.set(from, archive)
  return (await archive.getZxy(z, x, y, signal))?.data ?? null
}

async function fromTiles(from: string, z: number, x: number, y: number, signal: AbortSignal) {
  const path = from.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y))
  const response = await fetch(path, { signal, credentials: 'same-origin' })
  return response.status === 200 ? response.arrayBuffer() : null
}
