import { lightColours } from '../../ui/tokens.ts'

/** What is written on a photo: when, where, in which grid, by whom. */
export type StampLines = readonly string[]

/** A photo as it is kept and sent. */
export interface Prepared {
  readonly jpeg: Blob
  readonly width: number
  readonly height: number
}

/** Enough to read a house number; what the server keeps is no larger. */
const longestSide = 1600
/** As much as is sent over a weak line in some seconds (measured in the trade: 300 kB, `docs/decisions`). */
const mostBytes = 300_000
const qualities = [0.82, 0.72, 0.6, 0.48]

/**
 * Made small and written on, on the phone. The place the camera may have written inside is lost with it; time and place
 * travel beside the photo. What the browser cannot read is kept as it is: the server may be able to.
 */
export async function stampPhoto(photo: Blob, lines: StampLines): Promise<Prepared | null> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return null
  try {
    for (const side of [longestSide, 1280, 1024, 800]) {
      const prepared = await drawn(picture, side, lines)
      if (prepared && prepared.jpeg.size <= mostBytes) return prepared
    }
    return await drawn(picture, 640, lines)
  } finally {
    picture.close()
  }
}

async function drawn(picture: ImageBitmap, side: number, lines: StampLines): Promise<Prepared | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d')
  if (!brush) return null
  brush.drawImage(picture, 0, 0, width, height)
  write(brush, width, height, lines)
  let jpeg: Blob | null = null
  for (const quality of qualities) {
    jpeg = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (jpeg && jpeg.size <= mostBytes) break
  }
  // Old phones have little memory for pictures: given back at once.
  canvas.width = 0
  return jpeg && { jpeg, width, height }
}

/** White on a dark band along the bottom edge, readable on any picture. */
function write(brush: CanvasRenderingContext2D, width: number, height: number, lines: StampLines): void {
  if (lines.length === 0) return
  const size = Math.max(12, Math.round(width / 42))
  const line = Math.round(size * 1.45)
  const band = line * lines.length + size
  brush.globalAlpha = 0.65
  brush.fillStyle = lightColours.text
  brush.fillRect(0, height - band, width, band)
  brush.globalAlpha = 1
  brush.fillStyle = lightColours.surface
  brush.font = `${size}px "Noto Sans SC", "PingFang SC", sans-serif`
  brush.textBaseline = 'top'
  for (const [at, text] of lines.entries()) {
    brush.fillText(text, size / 2, height - band + size / 2 + at * line, width - size)
  }
}
