import { duplicateSettings, prioritySettings, procedureSettings, wordSettings } from '#modules/cases/common/index.ts'
import { coordinationSettings } from '#modules/coordination/common/index.ts'
import { boundarySettings, codeSettings } from '#modules/grid/common/index.ts'
import { cleaningSettings } from '#modules/cleaning/common/index.ts'
import { patrolSettings } from '#modules/patrol/common/index.ts'
import { diarySettings } from '#modules/diary/common/index.ts'
import { exchangeSettings } from '#modules/exchange/common/index.ts'
import { callBackSettings } from '#modules/hotline/common/index.ts'
import { routingSettings } from '#modules/routing/common/index.ts'
import { registrySettings } from '#modules/registry/common/index.ts'
import { supervisionSettings } from '#modules/supervision/common/index.ts'
import { institutionSettings } from '#modules/institutions/common/index.ts'
import { postsSettings } from '#modules/posts/common/index.ts'
import type { SettingGroup } from '#platform/settings/common/index.ts'

/** Every group of numbers that the place may set, in the order of the page. */
export const settingGroups: readonly SettingGroup[] = [
  procedureSettings,
  prioritySettings,
  duplicateSettings,
  supervisionSettings,
  coordinationSettings,
  patrolSettings,
  cleaningSettings,
  callBackSettings,
  diarySettings,
  routingSettings,
  exchangeSettings,
  registrySettings,
  boundarySettings,
  codeSettings,
  institutionSettings,
  postsSettings,
  wordSettings,
]
