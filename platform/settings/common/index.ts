export { listSettings, putSetting } from './contract.ts'
export {
  both,
  type BothTexts,
  type Entered,
  limitPart,
  localPractice,
  type SettingGroup,
  type SettingPart,
  type SettingValue,
  suits,
  valueAt,
  valuesOn,
  wholePart,
} from './setting.ts'
