import exifr from 'exifr'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { roundDegrees } from '../../kernel/common/geometry.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import { isStorable } from '../../kernel/common/storable.ts'
import { refuse } from '../common/refusals.ts'

export interface Photo {
  readonly large: Buffer
  readonly small: Buffer
  readonly width: number
  readonly height: number
  readonly takenAt: Instant | null
  readonly place: { readonly lon: number; readonly lat: number } | null
}

const accepted = new Set(['image/jpeg', 'image/png', 'image/webp'])
const longestSide = { large: 2048, small: 400 }

/** More than any phone takes, and small enough that a picture built to burst cannot fill the memory. */
const mostPixels = 64_000_000

/**
 * Makes a photo of what was sent: the kind is read from the content, never from the name; time and place are read from
 * it; then it is drawn anew, upright, without anything hidden in the file. What cannot be drawn is refused.
 */
export async function developPhoto(sent: Buffer): Promise<Photo | Refusal> {
  const found = await fileTypeFromBuffer(sent)
  if (!found || !accepted.has(found.mime)) return refuse['not-a-photo']({ found: found?.mime ?? '?' })
  const [taken, drawn] = await Promise.all([readTaken(sent), draw(sent)])
  return isRefusal(drawn) ? drawn : { ...drawn, ...taken }
}

async function draw(sent: Buffer) {
  try {
    const source = sharp(sent, { limitInputPixels: mostPixels, failOn: 'truncated' }).autoOrient()
    const fit = (side: number) => source.clone().resize(side, side, { fit: 'inside', withoutEnlargement: true })
    const large = await fit(longestSide.large)
      .flatten({ background: 'white' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    const small = await sharp(large.data)
      .resize(longestSide.small, longestSide.small, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer()
    return { large: large.data, small, width: large.info.width, height: large.info.height }
  } catch {
    // sharp throws for what is truncated, damaged or too many pixels; all of it means the same to the sender.
    return refuse.unreadable()
  }
}

async function readTaken(sent: Buffer): Promise<Pick<Photo, 'takenAt' | 'place'>> {
  const exif: unknown = await exifr.parse(sent, { gps: true, reviveValues: false }).catch(() => null)
  if (typeof exif !== 'object' || exif === null) return { takenAt: null, place: null }
  return { takenAt: takenAt(exif as Exif), place: placeOf(exif as Exif) }
}

interface Exif {
  readonly DateTimeOriginal?: unknown
  readonly OffsetTimeOriginal?: unknown
  readonly longitude?: unknown
  readonly latitude?: unknown
}

/** `2026:09:01 10:20:30` by the camera's clock; without an offset it is taken as China's time. */
function takenAt({ DateTimeOriginal: at, OffsetTimeOriginal: offset }: Exif): Instant | null {
  const parts = typeof at === 'string' ? /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(at) : null
  if (!parts) return null
  const zone = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? offset : '+08:00'
  const instant = new Date(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}${zone}`)
  return Number.isNaN(instant.getTime()) || !isStorable(instant.toISOString()) ? null : instant.toISOString()
}

function placeOf({ longitude: lon, latitude: lat }: Exif): Photo['place'] {
  const real = typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
  return real && (lon !== 0 || lat !== 0) ? { lon: roundDegrees(lon), lat: roundDegrees(lat) } : null
}
