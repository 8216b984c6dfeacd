import { both, type SettingGroup, wholePart } from '#platform/settings/common/index.ts'

export interface CodeSettings {
  /** The six digits that stand before a professional grid's code: which object is managed or served. */
  readonly object: number
}

/** What codes need that no grid tells. */
export const codeSettings: SettingGroup<CodeSettings> = {
  name: 'grid-codes',
  label: both('网格编码', 'Grid codes'),
  usual: { object: 0 },
  parts: [
    wholePart(
      'object',
      { least: 0, most: 999_999 },
      both('20 位专业网格码的管理服务对象代码', 'Object code before the 20 digits of a professional grid'),
      both(
        'CJ/T 349-2010：前 6 位为管理、服务对象代码，各地自定',
        'CJ/T 349-2010: the first six digits, set by the place',
      ),
    ),
  ],
}
