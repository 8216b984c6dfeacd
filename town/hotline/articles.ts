import type { Article } from '#modules/hotline/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'

/** Made up for the demo, in our own words: what the desk of this town answers at once. */
const texts = [
  ['大件垃圾怎么处理', '大件家具请先联系物业或社区登记，由保洁队约定时间上门收运，不要放在楼道和路边。'],
  ['路灯不亮找谁', '记下路灯杆号或最近的门牌，热线登记后转市政所处置，结案后会回访。'],
  ['楼道堆物怎么反映', '说明楼号、单元和楼层。涉及消防通道的，按紧急情况登记，由网格员先到现场。'],
  ['居住证在哪里办', '带身份证和居住证明到社区便民服务窗口办理；窗口工作日对外服务。'],
  ['噪声扰民怎么处理', '说明地点、时段和声源。夜间施工由综合执法队核查，邻里之间的由社区先行调解。'],
] as const

export function hotlineArticles(at: Instant): readonly Article[] {
  return texts.map(([title, body], i) => ({
    id: `019a0000-0000-7000-8000-0000000ab00${i}`,
    version: 1,
    ...{ title, body, valid_from: at.slice(0, 10), is_retired: false, by_id: 'town', at },
  }))
}
