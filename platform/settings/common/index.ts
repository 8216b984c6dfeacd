export { listSettings, putSetting } from './contract.ts'
export {
  type BothTexts,
  type Entered,
  type SettingGroup,
  type SettingPart,
  type SettingValue,
  suits,
  valueAt,
  valuesOn,
} from './setting.ts'
