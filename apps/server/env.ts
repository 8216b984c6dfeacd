import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['yes', 'no']).transform(value => value === 'yes')

/** The one place for configuration: each variable with a sentence, a type, a default and a range. */
const variables = z.object({
  WANGGE_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8080)
    .describe('Port to listen on; 0 takes a free one. 监听端口，0 为任意空闲端口'),
  WANGGE_HOST: z.string().default('127.0.0.1').describe('Address to listen on. 监听地址'),
  WANGGE_DATA: z.string().default('.wangge/data').describe('Folder for database, photos and keys. 数据目录'),
  WANGGE_ROLES: z
    .string()
    .default('web,worker')
    .transform(text => text.split(',').map(part => part.trim()))
    .pipe(z.array(z.enum(['web', 'worker'])).min(1))
    .describe('What this program does: web, worker, or both. 进程角色'),
  WANGGE_TOWN: z
    .enum(['demo', 'small', 'city', 'none'])
    .optional()
    .describe('What a new database is filled with; without DATABASE_URL the demo town. 新库装载的示范数据'),
  WANGGE_TOWN_MATTERS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .optional()
    .describe('How many matters that town begins with. 示范数据的案卷数'),
  WANGGE_SECURE: flag.default(false).describe('Served over TLS: secure cookies, HSTS. 是否经由 HTTPS 访问'),
  WANGGE_TRUST_PROXY: flag
    .default(false)
    .describe('Behind our own proxy, whose forwarded address counts. 是否信任前置代理'),
  WANGGE_CALLS_A_MINUTE: z
    .union([z.literal('unlimited').transform(() => null), z.coerce.number().int().min(10).max(1_000_000)])
    .default(1200)
    .describe('Requests a minute from one address; "unlimited" is for benches. 每个地址每分钟请求上限'),
  WANGGE_DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(10)
    .describe('Connections to the database at most; its own limit must leave room. 数据库连接上限'),
  WANGGE_LOG: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('warn')
    .describe('How much is logged; never personal data. 日志级别'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe('Your own PostgreSQL, as the app role; without it our own is started. 自备数据库（应用角色）'),
  DATABASE_MIGRATOR_URL: z
    .string()
    .optional()
    .describe('The same database as its owner, for schema changes. 自备数据库（属主角色）'),
})

export type Env = z.infer<typeof variables>

/** Reads the settings or ends with a sentence for each that is wrong: better no start than a wrong one. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const known = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const unknown = Object.keys(known).filter(key => key.startsWith('WANGGE_') && !(key in variables.shape))
  const parsed = variables.safeParse(known)
  const wrong = parsed.success ? [] : parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  const problems = [...wrong, ...unknown.map(key => `${key}: no such setting`)]
  if (!parsed.success || problems.length > 0) throw new WrongSettings(problems)
  return { ...parsed.data, WANGGE_DATA: resolve(parsed.data.WANGGE_DATA) }
}

export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
  constructor(problems: readonly string[]) {
    super(`设置有误 / wrong settings:\n${problems.map(problem => `  ${problem}`).join('\n')}\n\n${settingsTable()}`)
  }
}

export function settingsTable(): string {
  return Object.entries(variables.shape)
    .map(([name, schema]) => `  ${name}  ${schema.description ?? ''}`)
    .join('\n')
}
