import { RuleTester } from 'oxlint/plugins-dev'
import { describe, expect, it } from 'vitest'
import { nameProblem } from './file-name.ts'
import plugin from './plugin.ts'

RuleTester.describe = (name, run) => {
  describe(name, run)
}
RuleTester.it = (name: string, run: () => void) => {
  it(name, run)
}

type RuleName = keyof typeof plugin.rules
type Sample = { at: string; code: string }

function check(name: RuleName, good: readonly Sample[], bad: readonly (Sample & { says: RegExp })[]): void {
  const cwd = '/house'
  const place = ({ at, code }: Sample) => ({ filename: `${cwd}/${at}`, cwd, code })
  const languageOptions = { parserOptions: { lang: 'tsx' as const } }
  new RuleTester({ languageOptions }).run(name, plugin.rules[name], {
    valid: good.map(place),
    invalid: bad.map(sample => ({ ...place(sample), errors: [{ message: sample.says }] })),
  })
}

const rule = 'modules/cases/common/deadlines.ts'
check(
  'no-clock-in-common',
  [
    { at: rule, code: 'export const due = (now: string) => new Date(now)' },
    { at: 'modules/cases/server/claim-case.ts', code: 'const at = Date.now()' },
  ],
  [
    { at: rule, code: 'const at = new Date()', says: /take `now`.* as arguments/ },
    { at: rule, code: 'const at = Date()', says: /reads the clock/ },
    { at: rule, code: 'const at = Date.now()', says: /Date\.now/ },
    { at: rule, code: 'const lot = Math.random()', says: /Math\.random/ },
    { at: rule, code: 'const id = crypto.randomUUID()', says: /crypto/ },
    { at: rule, code: 'const t = performance.now()', says: /performance\.now/ },
  ],
)

const command = 'modules/cases/server/commands/claim-case.ts'
check(
  'sql-in-stores',
  [
    { at: 'modules/cases/server/case-store.ts', code: "db.selectFrom('cases.case_file')" },
    { at: 'platform/audit/server/chain.ts', code: 'sql`select 1`' },
    { at: 'modules/cases/server/claim-case.db.test.ts', code: "db.deleteFrom('cases.case_file')" },
  ],
  [
    { at: command, code: "db.selectFrom('cases.case_file')", says: /selectFrom.* give the store/ },
    { at: command, code: "db.updateTable('cases.case_file')", says: /updateTable/ },
    { at: command, code: 'const one = sql`select 1`', says: /SQL outside a store/ },
    { at: command, code: 'const one = sql<number>`select 1`', says: /SQL outside a store/ },
  ],
)

check(
  'no-select-all',
  [
    { at: 'platform/audit/server/chain.ts', code: 'sql`select count(*) from audit.entry`' },
    { at: 'modules/cases/server/case-store.ts', code: 'query.selectAll()' },
  ],
  [
    { at: 'platform/audit/server/chain.ts', code: 'query.selectAll()', says: /name the columns/ },
    { at: 'platform/audit/server/chain.ts', code: 'sql`select * from audit.entry`', says: /name the columns/ },
    { at: 'platform/audit/server/chain.ts', code: "client.query('select e.* from audit.entry e')", says: /name/ },
  ],
)

const page = 'modules/cases/office/CaseList.tsx'
check(
  'text-from-messages',
  [
    { at: page, code: "const a = <p title={t('cases.title')}>{t('cases.empty')} · 12 %</p>" },
    { at: page, code: 'const a = <kbd>{"n"}</kbd>' },
    { at: 'modules/cases/server/demo.ts', code: "const name = '王伟'" },
    { at: 'apps/portal/messages.ts', code: "export const portalMessages = { 'zh-CN': { title: '上报' } }" },
  ],
  [
    { at: page, code: 'const a = <p>暂无案卷</p>', says: /messages\.ts.*t\('key'\)/ },
    { at: page, code: 'const a = <p>No cases</p>', says: /No cases/ },
    { at: page, code: 'const a = <p>{"No cases"}</p>', says: /No cases/ },
    { at: page, code: 'const a = <p>{`${n} cases`}</p>', says: /cases/ },
    { at: page, code: 'const a = <button aria-label="Close" />', says: /Close/ },
    { at: page, code: 'const a = <input placeholder={"Name"} />', says: /Name/ },
    { at: page, code: 'const a = <img alt={`Photo ${n}`} />', says: /Photo/ },
    { at: page, code: "const columns = [{ title: '状态' }]", says: /状态/ },
  ],
)

check(
  'no-raw-colour',
  [
    { at: page, code: "const a = <i style={{ color: 'var(--danger)' }} />" },
    { at: page, code: "import { x } from '#apps/office/x.ts'\nconst a = <a href='#add'>{x}</a>" },
    { at: 'platform/ui/tokens.ts', code: "export const danger = '#b3261e'" },
    { at: 'modules/cases/server/pdf.ts', code: "const ink = '#000'" },
  ],
  [
    { at: page, code: "const a = <i style={{ color: '#f00' }} />", says: /#f00.*platform\/ui\/tokens/ },
    { at: page, code: "const line = '1px solid rgb(0 0 0 / 50%)'", says: /token/ },
    { at: page, code: 'const line = `1px solid #c0ffee`', says: /token/ },
  ],
)

check(
  'no-export-star',
  [{ at: 'modules/cases/common/index.ts', code: "export { claim } from './claim.ts'" }],
  [{ at: 'modules/cases/common/index.ts', code: "export * from './claim.ts'", says: /write the names/ }],
)

check(
  'no-default-export',
  [
    { at: 'vitest.config.ts', code: 'export default {}' },
    { at: rule, code: 'export const x = 1' },
  ],
  [{ at: rule, code: 'export default 1', says: /export const/ }],
)

check(
  'file-name',
  [{ at: page, code: 'export const x = 1' }],
  [{ at: 'modules/cases/common/date-utils.ts', code: 'export const x = 1', says: /names nothing.*style C13/ }],
)

describe('names of files', () => {
  it.each(['platform/map/ui/base-map.ts', 'modules/cases/ui/CaseTimeline.tsx', 'a/b.db.test.ts', 'vite-env.d.ts'])(
    'takes %s',
    path => expect(nameProblem(path)).toBeNull(),
  )
  it.each(['a/utils/x.ts', 'a/helper.ts', 'a/file-manager.ts', 'a/misc.ts', 'a/base.ts', 'a/caseList.ts', 'a/Case.ts'])(
    'refuses %s',
    path => expect(nameProblem(path)).toEqual(expect.any(String)),
  )
})
