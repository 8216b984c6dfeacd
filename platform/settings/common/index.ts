export { listSettings, putSetting } from './contract.ts'
export {
  both,
  type BothTexts,
  choicesPart,
  type Entered,
  isList,
  limitPart,
  localPractice,
  type SettingGroup,
  type SettingPart,
  type SettingValue,
  suits,
  valueAt,
  valuesOn,
  wholePart,
  wordsPart,
  type SettingOption,
} from './setting.ts'
