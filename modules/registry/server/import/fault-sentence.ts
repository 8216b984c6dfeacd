import { fill } from '#platform/i18n/common/translate.ts'
import { identifierMessages } from '../../common/identifiers/index.ts'
import { type RowFault, sheetMessages } from '../../common/sheets/index.ts'

/** What is wrong with a cell, as the returned sheet says it: Chinese, like the sheet. */
export function faultSentence({ target, fault, params }: RowFault): string {
  const texts: Readonly<Record<string, string>> = { ...identifierMessages['zh-CN'], ...sheetMessages['zh-CN'] }
  const sentence = texts[fault.startsWith('identifier.') ? fault : `sheet.${fault}`] ?? fault
  return `${texts[`sheet.target.${target}`] ?? target}：${fill(sentence, params)}`
}
