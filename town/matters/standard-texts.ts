import type { StandardText } from '#modules/cases/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'

/** Made up for the demo, in our own words: what the desks of this town write again and again. */
const texts = [
  ['refuse', '现场查看未发现所述问题。如仍存在，请补充照片和准确位置。'],
  ['refuse', '属于小区内部事务，已转告物业服务企业并留有联系电话。'],
  ['return', '经现场查看，该处不属本单位养护范围，建议派给权属单位。'],
  ['return', '现场地点与所述不符，请补充准确位置后再派。'],
  ['rework', '现场仍有残留，见核查照片，请处置到位后再反馈。'],
  ['ask-extension', '需开挖施工，材料和许可在办，按计划完成。'],
  ['ask-suspension', '须等雨季结束后施工，恢复日期见申请。'],
  ['handle', '已到场处置完毕，前后照片已附。'],
  ['close', '核查照片清楚，符合结案条件。'],
  ['urge', '已到黄灯，请今天内安排人员到场并反馈。'],
] as const

export function standardTexts(at: Instant): readonly StandardText[] {
  return texts.map(([step, body], i) => ({
    id: `019a0000-0000-7000-8000-0000000ac0${String(i).padStart(2, '0')}`,
    version: 1,
    ...{ step, body, class_kind: null, class_code: null, is_retired: false, changed_by: 'town', changed_at: at },
  }))
}
