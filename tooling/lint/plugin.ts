import { fileName } from './file-name.ts'
import { noDefaultExport, noExportStar } from './named-exports.ts'
import { noClockInCommon } from './no-clock-in-common.ts'
import { noRawColour } from './no-raw-colour.ts'
import { noSelectAll } from './no-select-all.ts'
import { sqlInStores } from './sql-in-stores.ts'
import { textFromMessages } from './text-from-messages.ts'

/** Our own lint rules, loaded by the linter (`.oxlintrc.json`). Each message says what to do instead. */
export default {
  meta: { name: 'wangge' },
  rules: {
    'file-name': fileName,
    'no-clock-in-common': noClockInCommon,
    'no-default-export': noDefaultExport,
    'no-export-star': noExportStar,
    'no-raw-colour': noRawColour,
    'no-select-all': noSelectAll,
    'sql-in-stores': sqlInStores,
    'text-from-messages': textFromMessages,
  },
}
