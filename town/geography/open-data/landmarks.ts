import { at, type Point } from '#platform/planar/common/point.ts'
import { toPolygons } from '#platform/planar/common/rings.ts'
import { placeInside } from '#platform/planar/common/place-inside.ts'
import type { OpenFeature, Tags } from './source.ts'

export interface OpenLandmark {
  /** The open data's word, such as `pharmacy`. */
  readonly kind: string
  readonly chineseKind: string
  readonly place: Point
}

const chineseKinds: Readonly<Record<string, string>> = {
  school: '学校',
  kindergarten: '幼儿园',
  hospital: '医院',
  clinic: '社区卫生服务站',
  pharmacy: '药店',
  bank: '银行',
  police: '派出所',
  fire_station: '消防救援站',
  cafe: '咖啡店',
  restaurant: '餐馆',
  fast_food: '小吃店',
  fuel: '加油站',
  parking: '停车场',
  university: '大学',
  college: '职业学院',
  library: '图书馆',
  post_office: '邮局',
  townhall: '街道办事处',
  community_centre: '党群服务中心',
  supermarket: '超市',
  convenience: '便利店',
  mall: '商场',
  place_of_worship: '宗教场所',
  marketplace: '农贸市场',
  toilets: '公共厕所',
  hairdresser: '理发店',
  cinema: '电影院',
  theatre: '剧院',
  dentist: '口腔诊所',
  bus_stop: '公交站',
  traffic_signals: '信号灯',
  car_repair: '汽修店',
  playground: '儿童活动场',
  bus_station: '汽车站',
}

export function readLandmarks(features: readonly OpenFeature[]): OpenLandmark[] {
  return features.flatMap(feature => {
    const kind = kindOf(feature.tags)
    const chineseKind = kind === null ? undefined : chineseKinds[kind]
    const place = feature.type === 'line' ? null : placeOf(feature)
    return kind && chineseKind && place ? [{ kind, chineseKind, place }] : []
  })
}

function kindOf(tags: Tags): string | null {
  const highway = tags.highway === 'bus_stop' || tags.highway === 'traffic_signals' ? tags.highway : undefined
  return [tags.amenity, tags.shop, tags.leisure, highway].find(word => word && chineseKinds[word] !== undefined) ?? null
}

function placeOf(feature: Exclude<OpenFeature, { type: 'line' }>): Point | null {
  if (feature.type === 'point') return at(feature.points, 0)
  const polygon = toPolygons(feature.rings)[0]
  return polygon ? placeInside(polygon) : null
}
