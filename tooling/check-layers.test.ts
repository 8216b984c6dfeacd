import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkLayers } from './check-layers.ts'

const roots: string[] = []

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

const sound: Record<string, string> = {
  'package.json': JSON.stringify({
    dependencies: { zod: '4', kysely: '0', antd: '6', react: '19', fastify: '5' },
    devDependencies: { vitest: '5' },
  }),
  'modules/layers.json': JSON.stringify({ grid: [], cases: ['grid'] }),
  'platform/kernel/common/refusal.ts': 'export const refusal = 1',
  'platform/db/server/unit-of-work.ts':
    "import { refusal } from '../../kernel/common/refusal.ts'\nexport const db = refusal",
  'platform/ui/Button.tsx': "import { createElement } from 'react'\nexport const Button = createElement",
  'modules/grid/common/index.ts': "import { z } from 'zod'\nexport const gridId = z",
  'modules/grid/server/index.ts': "export { gridStore } from './grid-store.ts'",
  'modules/grid/server/grid-store.ts':
    "import { db } from '#platform/db/server/unit-of-work.ts'\nexport const gridStore = db",
  'modules/grid/testing.ts': "import { town } from '#town/town.ts'\nexport const moveGrid = town",
  'modules/cases/README.md': 'The life of a case',
  'modules/cases/module.ts':
    "import { gridStore } from '#modules/grid/server/index.ts'\nexport const cases = gridStore",
  'modules/cases/office/routes.tsx':
    "import { Table } from 'antd'\nimport { gridId } from '#modules/grid/common/index.ts'\nexport const routes = [Table, gridId]",
  'apps/server/main.ts':
    "import { cases } from '#modules/cases/module.ts'\nimport { town } from '#town/town.ts'\nexport const all = [cases, town]",
  'apps/office/main.tsx': "import { routes } from '#modules/cases/office/routes.tsx'\nexport const app = routes",
  'apps/office/vite.config.ts': "import { join } from 'node:path'\nexport default join",
  'town/town.ts': "import { gridId } from '#modules/grid/common/index.ts'\nexport const town = gridId",
  'testkit/town.ts': "import { moveGrid } from '#modules/grid/testing.ts'\nexport const testTown = moveGrid",
  'modules/cases/server/claim.db.test.ts':
    "import { it } from 'vitest'\nimport { testTown } from '#testkit/town.ts'\nit('x', () => testTown)",
}

function treeWith(changed: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'layers-'))
  roots.push(root)
  for (const [path, text] of Object.entries({ ...sound, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const slips: { slip: string; files: Record<string, string>; says: RegExp }[] = [
  {
    slip: 'a folder nobody knows',
    files: { 'services/sms.ts': 'export const sms = 1' },
    says: /^services\/sms\.ts: "services\/" is not in the layer map/,
  },
  {
    slip: 'a file beside the environments of a module',
    files: { 'modules/cases/rules.ts': 'export const rules = 1' },
    says: /^modules\/cases\/rules\.ts: a module holds common\/, server\//,
  },
  {
    slip: 'a fifth app',
    files: { 'apps/screen/main.ts': 'export const screen = 1' },
    says: /^apps\/screen\/main\.ts: the apps are server, office, field and portal/,
  },
  {
    slip: 'code at the top',
    files: { 'seed.ts': 'export const seed = 1' },
    says: /^seed\.ts: code does not live at the top/,
  },
  {
    slip: 'a module that layers.json does not list',
    files: { 'modules/hall/common/index.ts': 'export const hall = 1' },
    says: /^modules\/hall: is not in modules\/layers\.json/,
  },
  {
    slip: 'layers.json goes round',
    files: { 'modules/layers.json': JSON.stringify({ grid: ['cases'], cases: ['grid'] }) },
    says: /cases → grid → cases goes round/,
  },
  {
    slip: 'layers.json names a stranger',
    files: { 'modules/layers.json': JSON.stringify({ grid: [], cases: ['grid', 'hall'] }) },
    says: /cases uses hall, which is not listed/,
  },
  {
    slip: 'common imports server',
    files: {
      'modules/cases/common/a.ts': "import { db } from '#platform/db/server/unit-of-work.ts'\nexport const a = db",
    },
    says: /a\.ts:1 imports #platform\/db.*common code only/,
  },
  {
    slip: 'an office page imports server code, as a type',
    files: { 'modules/cases/office/a.ts': "import type { cases } from '../module.ts'\nexport type A = typeof cases" },
    says: /office code cannot run server code/,
  },
  {
    slip: 'a field page imports an office page, later',
    files: { 'modules/cases/field/a.ts': "\nexport const a = () => import('../office/routes.tsx')" },
    says: /a\.ts:2 imports .*field code cannot run office code/,
  },
  {
    slip: 'platform imports a module',
    files: { 'platform/db/server/a.ts': "export { gridStore } from '#modules/grid/server/index.ts'" },
    says: /platform knows no module/,
  },
  {
    slip: 'a module uses one it does not declare',
    files: {
      'modules/grid/server/a.ts': "import { x } from '#modules/cases/server/index.ts'\nexport const a = x",
      'modules/cases/server/index.ts': 'export const x = 1',
    },
    says: /grid does not declare that it uses cases/,
  },
  {
    slip: 'a module reaches inside another',
    files: {
      'modules/cases/server/a.ts':
        "import { gridStore } from '#modules/grid/server/grid-store.ts'\nexport const a = gridStore",
    },
    says: /inside of grid: import from its door/,
  },
  {
    slip: 'an app reaches inside a module',
    files: {
      'apps/server/a.ts': "import { gridStore } from '#modules/grid/server/grid-store.ts'\nexport const a = gridStore",
    },
    says: /inside of grid: import from its door/,
  },
  {
    slip: 'a module imports an app',
    files: { 'modules/cases/server/a.ts': "import { all } from '#apps/server/main.ts'\nexport const a = all" },
    says: /apps put the parts together and are imported by nobody/,
  },
  {
    slip: 'a module needs the made-up town',
    files: { 'modules/cases/server/a.ts': "import { town } from '#town/town.ts'\nexport const a = town" },
    says: /product code must work without it/,
  },
  {
    slip: 'product code needs the testkit',
    files: { 'town/a.ts': "import { testTown } from '#testkit/town.ts'\nexport const a = testTown" },
    says: /the product must not need testkit\//,
  },
  {
    slip: 'product code calls a test verb',
    files: { 'apps/server/a.ts': "import { moveGrid } from '#modules/grid/testing.ts'\nexport const a = moveGrid" },
    says: /testing\.ts holds verbs for tests and the town/,
  },
  {
    slip: 'a border crossed by a relative path',
    files: {
      'modules/cases/server/a.ts':
        "import { db } from '../../../platform/db/server/unit-of-work.ts'\nexport const a = db",
    },
    says: /write it as #platform\//,
  },
  {
    slip: 'a # path inside the module',
    files: {
      'modules/grid/server/a.ts':
        "import { gridStore } from '#modules/grid/server/grid-store.ts'\nexport const a = gridStore",
    },
    says: /write it as a relative path/,
  },
  {
    slip: 'an import without its ending',
    files: { 'modules/grid/server/a.ts': "import { gridStore } from './grid-store'\nexport const a = gridStore" },
    says: /end the path with \.ts/,
  },
  {
    slip: 'an import of a file that is not there',
    files: { 'modules/grid/server/a.ts': "import { gone } from './gone.ts'\nexport const a = gone" },
    says: /there is no file modules\/grid\/server\/gone\.ts/,
  },
  {
    slip: 'a path put together while running',
    files: { 'modules/grid/server/a.ts': 'export const a = (name: string) => import(`./${name}.ts`)' },
    says: /write the path as a plain string/,
  },
  {
    slip: 'Node in the browser',
    files: { 'platform/ui/a.ts': "import { join } from 'node:path'\nexport const a = join" },
    says: /ui code has no Node/,
  },
  {
    slip: 'a library in common',
    files: { 'modules/grid/common/a.ts': "import { sql } from 'kysely'\nexport const a = sql" },
    says: /common code may use zod only/,
  },
  {
    slip: 'a browser library on the server',
    files: { 'modules/grid/server/a.ts': "import { useState } from 'react'\nexport const a = useState" },
    says: /react is for browsers/,
  },
  {
    slip: "the office's kit on a phone",
    files: { 'modules/cases/field/a.tsx': "import { Table } from 'antd'\nexport const a = Table" },
    says: /too heavy for a phone/,
  },
  {
    slip: 'a server library in a page',
    files: { 'modules/cases/office/a.ts': "import { fastify } from 'fastify'\nexport const a = fastify" },
    says: /fastify needs Node/,
  },
  {
    slip: 'a development dependency in the product',
    files: { 'modules/cases/server/a.ts': "import { vi } from 'vitest'\nexport const a = vi" },
    says: /vitest is a development dependency/,
  },
  {
    slip: 'a package that is there by accident',
    files: { 'modules/cases/server/a.ts': "import ms from 'ms'\nexport const a = ms" },
    says: /ms is not in package\.json/,
  },
  {
    slip: 'two files that need each other',
    files: {
      'modules/grid/server/a.ts': "import { b } from './b.ts'\nexport const a = () => b",
      'modules/grid/server/b.ts': "import { a } from './a.ts'\nexport const b = () => a",
    },
    says: /^import cycle: modules\/grid\/server\/a\.ts → modules\/grid\/server\/b\.ts → modules\/grid\/server\/a\.ts: move/,
  },
]

describe('the layer check', () => {
  it('has nothing to say about a sound tree', () => {
    expect(checkLayers(treeWith({}))).toEqual([])
  })

  it.each(slips)('notices $slip', ({ files, says }) => {
    const problems = checkLayers(treeWith(files))
    expect(problems).toEqual([expect.stringMatching(says)])
  })

  it('lets types look at each other, since nothing of them is left when the program runs', () => {
    const files = {
      'modules/grid/server/a.ts': "import type { B } from './b.ts'\nexport type A = { b: B }",
      'modules/grid/server/b.ts': "import { type A } from './a.ts'\nexport type B = { a: A }",
    }
    expect(checkLayers(treeWith(files))).toEqual([])
  })
})
