import type { Checklist } from './checklist.ts'

const item = (code: string, text: string) => ({ code, text })

/**
 * Version 0 of the lists that every place begins with, in our own words. 六净一洁一见本色 is a cleaning standard of
 * streets; what the six are differs from place to place, so the list may be written anew. Local practice, configurable.
 */
export const usualChecklists: readonly Checklist[] = [
  {
    ...{ checklistId: 'clean-road', version: 0, kind: 'cleaning', name: '六净一洁一见本色' },
    items: [
      item('road', '路面净：没有垃圾、积土、积水'),
      item('pavement', '人行道净：没有杂物、烟头、纸屑'),
      item('kerb', '路沿石净：边角没有积尘和杂草'),
      item('grate', '雨水口净：箅子上没有堵塞物'),
      item('tree-pit', '树坑净：没有烟头、落叶堆和废弃物'),
      item('wall-foot', '墙根净：没有堆放和乱贴'),
      item('bin', '果皮箱洁：不满溢、外壁擦净、周围没有散落'),
      item('true-colour', '路见本色：没有油污、痰迹和遗撒印痕'),
    ],
  },
  {
    ...{ checklistId: 'daily-patrol', version: 0, kind: 'upkeep', name: '日巡查' },
    items: [
      item('order', '没有占道经营、店外经营、乱堆乱放'),
      item('posters', '没有小广告、破损横幅和乱拉乱挂'),
      item('facilities', '井盖、路灯、护栏、路牌完好'),
      item('parking', '车辆停放有序，没有堵住通道'),
      item('green', '绿地没有踩踏、垃圾和倒伏树木'),
      item('works', '施工有围挡、有公示，没有扬尘和夹带'),
    ],
  },
  {
    ...{ checklistId: 'building-safety', version: 0, kind: 'safety', name: '楼院安全' },
    items: [
      item('stairs', '楼道畅通，没有堆物和车辆充电'),
      item('lights', '楼道灯、扶手、门禁完好'),
      item('gas-power', '没有私拉电线，没有燃气异味'),
      item('facade', '外墙、空调架、花盆没有坠落危险'),
      item('lift', '电梯运行正常，检验标志在有效期内'),
    ],
  },
  {
    ...{ checklistId: 'fire-lane', version: 0, kind: 'fire', name: '消防通道' },
    items: [
      item('lane', '消防车通道没有停车和堆物，标线清楚'),
      item('exits', '安全出口没有上锁和堵塞'),
      item('equipment', '灭火器、消火栓在位，压力正常'),
      item('signs', '疏散指示和应急照明完好'),
    ],
  },
]
