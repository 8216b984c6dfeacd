import type { BuildingUse } from '../building.ts'
import type { IntakeKind } from './item.ts'

/** What a column of a foreign file may mean. */
export const intakeFields = [
  'name',
  'address',
  'street',
  'number',
  'courtyard',
  'use',
  'floors',
  'households',
  'area',
] as const
export type IntakeField = (typeof intakeFields)[number]

/** Which facts a kind has, in the order in which they are asked. */
export function fieldsOf(kind: IntakeKind): readonly IntakeField[] {
  if (kind === 'building') return ['name', 'address', 'street', 'number', 'courtyard', 'use', 'floors', 'households']
  if (kind === 'courtyard') return ['name', 'address']
  return kind === 'cleaning-section' ? ['name', 'street', 'area'] : ['name', 'street']
}

export type Columns = Readonly<Partial<Record<IntakeField, string>>>

/** Headings as surveyors, map services and OpenStreetMap write them. */
const headings: Readonly<Record<IntakeField, readonly string[]>> = {
  name: [
    'name',
    '名称',
    '楼名',
    '楼栋名称',
    '楼栋',
    '幢名称',
    '院落名称',
    '路段名称',
    '道路名称',
    '河道名称',
    'mc',
    'jzwmc',
    'dlmc',
    'lmc',
  ],
  address: ['address', '地址', '详细地址', '坐落', 'dz', 'xxdz', 'zl', 'addr:full'],
  street: ['street', '街道名', '街路巷', '街路', '道路', '路名', 'jlx', 'addr:street'],
  number: ['number', '门牌', '门牌号', '楼号', 'mph', 'addr:housenumber', 'housenumber'],
  courtyard: ['courtyard', '院落', '小区', '所属院落', '所属小区', 'xqmc', 'ylmc'],
  use: ['use', '用途', '建筑用途', '房屋用途', '类型', 'yt', 'building'],
  floors: ['floors', 'levels', '层数', '楼层', '地上层数', 'cs', 'zcs', 'building:levels'],
  households: ['households', '户数', 'hs', 'zhs'],
  area: ['area', '面积', '保洁面积', 'mj'],
}

/** Which column means what, by its heading; each column once. */
export function guessColumns(kind: IntakeKind, columns: readonly string[]): Columns {
  const guessed = fieldsOf(kind).flatMap(field => {
    const words = headings[field]
    const found = words.flatMap(word => columns.find(column => column.trim().toLowerCase() === word) ?? [])[0]
    return found === undefined ? [] : [[field, found] as const]
  })
  return Object.fromEntries(guessed)
}

const uses: Readonly<Record<BuildingUse, readonly string[]>> = {
  dwelling: ['dwelling', '住宅', '住宅楼', '居民楼', '居住', '商住', 'apartments', 'residential', 'yes'],
  house: ['house', '平房', '平房院', '自建房', '农房', 'detached'],
  school: ['school', '学校', '教育', '幼儿园', 'kindergarten', 'university'],
  shop: ['shop', '商业', '商铺', '商店', '办公', 'retail', 'commercial', 'office'],
  works: ['works', '厂房', '仓库', '厂房仓库', '工业', 'industrial', 'warehouse'],
  public: ['public', '公共', '公共建筑', '公建', '医院', 'hospital', 'civic'],
  garage: ['garage', '车库', '车棚', 'garages'],
}

/** The use that a word means; a dwelling where nothing is said, null for a word that nobody knows. */
export function buildingUseOf(text: string): BuildingUse | null {
  const plain = text.trim().toLowerCase()
  if (plain === '') return 'dwelling'
  const found = Object.entries(uses).find(([, words]) => words.includes(plain))
  return (found?.[0] as BuildingUse | undefined) ?? null
}

/** `文化路12号院3号楼` → 文化路, 12: the first number that stands before 号 or at the end; null without one. */
export function readAddress(text: string): { readonly street: string; readonly houseNumber: number } | null {
  const found = /^\s*(.*?[^\d\s])\s*(\d{1,5})(?:\s*-\d+)?\s*(?:号|$)/.exec(text)
  const [, street = '', number = ''] = found ?? []
  return found ? { street: street.slice(0, 60), houseNumber: Number(number) } : null
}
