import type { MapShape } from '../common/on-the-map.ts'

/** Each shape as an SVG path in a box of 24, so that the map and its legend draw the same. `open` is drawn as a line. */
export const shapePaths: Readonly<Record<MapShape, { readonly path: string; readonly open?: true }>> = {
  dot: { path: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z' },
  ring: { path: 'M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z', open: true },
  square: { path: 'M5 5h14v14h-14z' },
  diamond: { path: 'M12 2l10 10l-10 10l-10-10z' },
  triangle: { path: 'M12 3l10 17h-20z' },
  hexagon: { path: 'M7 3h10l5 9l-5 9h-10l-5-9z' },
  flag: { path: 'M6 2v20h3v-8h11l-3-6l3-6z' },
  tick: { path: 'M4 13l6 6l10-13', open: true },
  cross: { path: 'M5 5l14 14m0-14l-14 14', open: true },
  slash: { path: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM6 18l12-12', open: true },
  bars: { path: 'M6 4h4v16h-4zM14 4h4v16h-4z' },
}
