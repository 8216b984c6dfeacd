/** The map as office and field use it. The portal does not: it is two hundred kilobytes. */
export { coordinateText, readCoordinates } from '../common/coordinates.ts'
export {
  type BorderEntry,
  boundsHave,
  boundsTouch,
  type DrawingTone,
  drawingTones,
  type LegendEntry,
  type MapBounds,
  type MapDrawing,
  type MapPoint,
  type MapShape,
  type MapTone,
  type MapView,
} from '../common/on-the-map.ts'
export type { Sketch, SketchArea, SketchCorner, SketchMark } from './sketch.ts'
export { Legend, ShapeMark } from './Legend.tsx'
export { PickPlace } from './PickPlace.tsx'
export { gridTilesOf, type MapHandle, usualBaseMap, WanggeMap, type WanggeMapProps } from './WanggeMap.tsx'
