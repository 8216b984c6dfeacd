import { readFile, writeFile } from 'node:fs/promises'
import { describeModules } from '#apps/server/modules.ts'
import { openApi } from '#platform/contract/server/openapi.ts'

// `npm run openapi`: writes openapi.json from the contract of every module.
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}
const { paths, ...rest } = openApi(describeModules(), version)
/** A line for each endpoint: a change shows as the line of what it changes, at less than half the size of a full layout. */
const endpoints = Object.entries(paths).map(([path, methods]) => `${JSON.stringify(path)}:${JSON.stringify(methods)}`)
const head = JSON.stringify(rest).slice(0, -1)
await writeFile(new URL('../openapi.json', import.meta.url), `${head},"paths":{\n${endpoints.join(',\n')}\n}}\n`)
