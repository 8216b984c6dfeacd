import type { Map as MapLibre } from 'maplibre-gl'
import { mapColours } from '#platform/ui/map/tokens.ts'
import { lightColours, stateColours } from '#platform/ui/tokens.ts'
import { mapShapes, type MapTone, mapTones } from '../common/on-the-map.ts'
import { shapePaths } from './shape-paths.ts'

const pixels = 48
const scale = 2

export function toneColour(tone: MapTone): string {
  return lightColours[stateColours[tone].text]
}

/** Draws each shape in each colour once, with a white rim that keeps it apart from streets and names. */
export function addPointImages(map: MapLibre): void {
  const canvas = document.createElement('canvas')
  canvas.width = pixels
  canvas.height = pixels
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return
  pen.scale(scale, scale)
  pen.lineJoin = 'round'
  pen.lineCap = 'round'
  for (const shape of mapShapes) {
    const { path, open } = shapePaths[shape]
    const outline = new Path2D(path)
    for (const tone of mapTones) {
      pen.clearRect(0, 0, pixels, pixels)
      pen.strokeStyle = mapColours.halo
      pen.lineWidth = open ? 8 : 4
      pen.stroke(outline)
      pen.strokeStyle = toneColour(tone)
      pen.fillStyle = toneColour(tone)
      pen.lineWidth = 4
      if (open) pen.stroke(outline)
      else pen.fill(outline)
      map.addImage(`${shape}-${tone}`, pen.getImageData(0, 0, pixels, pixels), { pixelRatio: scale })
    }
  }
}
