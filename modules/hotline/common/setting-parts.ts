import { both, type SettingGroup, wholePart } from '#platform/settings/common/index.ts'
import { type CallBackSettings, usualCallBacks } from './call.ts'

const desks = both(
  '12345 热线各地做法：全部或抽样回访，期限和次数不一',
  'Hotline desks call back all or a sample; limits and tries differ',
)

/** The numbers of call-backs that a place may set. */
export const callBackSettings: SettingGroup<CallBackSettings> = {
  name: 'call-backs',
  label: both('回访', 'Call-backs'),
  usual: usualCallBacks,
  parts: [
    wholePart(
      'withinDays',
      { least: 1, most: 366 },
      both('结案几天后不再回访', 'Days after closing when nobody is called any more'),
      desks,
    ),
    wholePart(
      'sharePercent',
      { least: 1, most: 100 },
      both('回访比例（%）', 'Share that is called back, in percent'),
      desks,
    ),
    wholePart(
      'withinHours',
      { least: 1, most: 720 },
      both('结案后几小时内回访', 'Hours after closing until the call-back'),
      desks,
    ),
    wholePart(
      'tries',
      { least: 1, most: 10 },
      both('打几次不通算未联系上', 'Tries after which nobody was reached'),
      desks,
    ),
  ],
}
