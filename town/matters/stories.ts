import type { ClassKind } from '#modules/catalogue/common/index.ts'

/** What people find and how they say it. `{place}` is a street address or landmark. */
export interface Story {
  readonly kind: ClassKind
  readonly code: string
  readonly weight: number
  readonly seen: readonly string[]
  readonly done: readonly string[]
  /** Usual working hours until it is done; longer things take days. */
  readonly hours: number
}

const event = (code: string, weight: number, hours: number, seen: string[], done: string[]): Story => ({
  kind: 'event',
  code,
  weight,
  hours,
  seen,
  done,
})
const component = (...[code, weight, hours, seen, done]: Parameters<typeof event>): Story => ({
  ...event(code, weight, hours, seen, done),
  kind: 'component',
})

/**
 * Made-up matters in our own words, weighted so that a year looks like a street's: rubbish, parking and small ads most
 * often, broken things seldom, danger rarely. The hours follow the distribution of time limits in the field notes.
 */
export const stories: readonly Story[] = [
  event(
    '06010',
    18,
    4,
    ['{place}墙角有人倒了一堆生活垃圾，已有异味', '{place}路边暴露垃圾没人收，苍蝇很多'],
    ['已清运并冲洗地面', '垃圾已清走，补放了一个收集桶'],
  ),
  event('06012', 8, 5, ['{place}人行道油污多，走路打滑', '{place}路面落叶和泥沙没有清扫'], ['已冲洗，路面恢复干净']),
  event('06042', 7, 4, ['{place}垃圾箱满了往外溢', '{place}果皮箱满溢，袋子堆在旁边'], ['已清空并擦拭箱体']),
  event('06011', 5, 8, ['{place}装修垃圾堆了好几天'], ['渣土已装车清走']),
  event('06036', 6, 8, ['{place}楼道口堆放旧木板和纸箱', '{place}人行道乱堆杂物，轮椅过不去'], ['已与住户说明并清理']),
  event('06007', 3, 4, ['{place}沿街拉绳晾晒被褥'], ['已劝导收回，绳子拆除']),
  event('06001', 1, 120, ['{place}有人在楼顶搭建彩钢房'], ['已按程序拆除']),
  event('06028', 4, 4, ['{place}商铺音响声音太大，影响休息'], ['已要求调低音量并约定时间']),
  event('06027', 3, 24, ['{place}饭店油烟直排，楼上不敢开窗'], ['已加装净化设备']),
  event('06029', 2, 2, ['{place}夜里露天烧烤，烟很大'], ['已劝离并清理现场']),
  event('06017', 3, 8, ['{place}绿化带里都是塑料袋'], ['绿地垃圾已捡拾干净']),
  event('06045', 2, 24, ['{place}绿地被人种了菜'], ['已恢复绿地']),
  event(
    '06013',
    4,
    40,
    ['{place}路面破了个坑，电动车容易摔', '{place}车行道开裂下沉'],
    ['已铣刨重铺', '坑洞已补平压实'],
  ),
  event('06051', 1, 40, ['{place}盲道缺了几块砖'], ['盲道砖已补齐']),
  event('07001', 12, 8, ['{place}电线杆上贴满小广告', '{place}楼道墙上喷了开锁电话'], ['已铲除并粉刷', '已清除小广告']),
  event('07003', 2, 24, ['{place}门口违规立了灯箱'], ['灯箱已拆除']),
  event('08004', 3, 4, ['{place}工地没有洒水，灰尘很大'], ['已要求覆盖和喷淋']),
  event('08011', 2, 4, ['{place}渣土车没盖篷布，一路撒土'], ['已查处，道路冲洗干净']),
  event(
    '09009',
    12,
    2,
    ['{place}小轿车停在人行道上', '{place}双排停车，公交进不来'],
    ['已联系车主驶离', '已处理，恢复通行'],
  ),
  event('09010', 9, 2, ['{place}电动车堵住单元门', '{place}非机动车乱停占满人行道'], ['已摆放整齐并划线']),
  event('09011', 6, 4, ['{place}共享单车倒了一大片'], ['单车已归位']),
  event('09005', 8, 2, ['{place}水果店把摊子摆到路上', '{place}店外经营占用半条人行道'], ['已退回店内经营']),
  event('09001', 7, 2, ['{place}流动摊贩聚集，交通堵塞'], ['摊贩已劝离到便民点']),
  event('09012', 4, 2, ['{place}消防通道被车堵死', '{place}消防通道堆了废旧家具'], ['消防通道已疏通']),
  event('09006', 4, 2, ['{place}有人占道修车'], ['已劝离']),
  event('10001', 2, 6, ['{place}路面结冰，老人不敢走'], ['已撒融雪剂并铲冰']),
  event('10002', 2, 4, ['{place}有根线缆掉下来挂在半空'], ['线缆已固定']),
  component('01037', 4, 16, ['{place}路灯连着三盏不亮', '{place}路灯杆歪了'], ['已换灯，亮灯正常', '灯杆已扶正加固']),
  component('01002', 3, 2, ['{place}污水井盖翘起来，车一过就响'], ['井盖已更换']),
  component('01003', 2, 2, ['{place}雨水井盖破了，露着洞'], ['已换新井盖']),
  component('01004', 2, 8, ['{place}雨水箅子堵了，一下雨就积水'], ['已清掏疏通']),
  component('03005', 2, 16, ['{place}垃圾箱门坏了'], ['箱体已修复']),
  component('03001', 2, 8, ['{place}公厕没有水，味道很重'], ['已恢复供水并清洁']),
  component(
    '04002',
    3,
    24,
    ['{place}行道树断了一根大枝挂着', '{place}一棵树枯了'],
    ['断枝已清理', '枯树已移除，待补种'],
  ),
  component('02014', 1, 8, ['{place}红绿灯不亮'], ['信号灯已修复']),
  component('02017', 2, 16, ['{place}护栏被撞倒一截'], ['护栏已修复']),
]

/** For reports that turn out to be nothing, somebody else's, or already known. */
export const refusals = [
  '现场查看未发现所述问题。如仍存在，请补充照片和准确位置。',
  '属于小区物业内部事务，已转告物业服务企业并留有联系电话。',
  '所述内容不在网格受理范围，可拨打 12345 咨询。',
] as const

export const returns = [
  '经现场查看，该处不属本单位养护范围，建议派给权属单位。',
  '产权属通信公司，本单位无权处理。',
] as const

export const failures = ['现场仍有残留，照片为证。', '只清理了一半，旁边还有。'] as const

export const ratingWords = ['来得很快，谢谢。', '处理好了。', '比上次快。', null, null, null] as const
