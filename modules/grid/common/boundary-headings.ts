/** Under which headings the facts of a row stand, in files from here and there. */
const headings = {
  name: ['name', '名称', '网格名称', 'wgmc', 'mc'],
  code: ['code', '编码', '网格编码', 'bm', 'wgbm', 'dywgbsm', 'bgid'],
  path: ['path', '路径'],
  parent: ['parent', '上级', '上级网格', '所属网格', 'sj'],
  frame: ['crs', 'srs', 'srid', 'epsg', '坐标系', '坐标系统', 'zbx'],
  wkt: ['wkt', '边界', '几何', 'geometry', 'shape', 'the_geom'],
} as const
export type Heading = keyof typeof headings

/** The fact that a heading means, or null. */
export function headingOf(text: string): Heading | null {
  const plain = text.trim().toLowerCase()
  const found = Object.entries(headings).find(([, words]) => (words as readonly string[]).includes(plain))
  return (found?.[0] as Heading | undefined) ?? null
}
