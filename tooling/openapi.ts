import { readFile, writeFile } from 'node:fs/promises'
import { describeModules } from '#apps/server/modules.ts'
import { openApi } from '#platform/contract/server/openapi.ts'

// `npm run openapi`: writes openapi.json from the contract of every module.
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}
await writeFile(
  new URL('../openapi.json', import.meta.url),
  `${JSON.stringify(openApi(describeModules(), version), null, 2)}\n`,
)
