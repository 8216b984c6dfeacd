import { type LineKind, lineKinds, type OverlayKind, overlayKinds } from '../common/things.ts'

/** What the page can show: one at a time, since lines and areas over each other cannot be read. */
export const layers = [...overlayKinds, ...lineKinds, 'buildings'] as const
export type Layer = (typeof layers)[number]

export const layerFrom = (text: string | undefined): Layer => layers.find(layer => layer === text) ?? 'special'

export const isOverlay = (layer: Layer): layer is OverlayKind => overlayKinds.some(kind => kind === layer)
export const isLine = (layer: Layer): layer is LineKind => lineKinds.some(kind => kind === layer)

/** The word of a layer in the module's texts. */
export function layerWord(layer: Layer) {
  if (isOverlay(layer)) return `overlay.${layer}` as const
  return isLine(layer) ? (`line.${layer}` as const) : ('layer.buildings' as const)
}
