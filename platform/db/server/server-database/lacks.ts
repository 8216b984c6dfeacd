import { DatabaseStartError, type OperatorText } from '../database-start-error.ts'

/** What a served database lacks, so that the program would fail later and less clearly. */
export type LackCode =
  | 'bad-address'
  | 'cannot-connect'
  | 'wrong-password'
  | 'no-database'
  | 'different-databases'
  | 'old-version'
  | 'standby'
  | 'not-utf8'
  | 'locale-without-chinese'
  | 'no-extension'
  | 'app-is-migrator'
  | 'app-too-powerful'
  | 'app-owns-tables'
  | 'app-may-create'
  | 'no-app-group'
  | 'app-outside-group'
  | 'migrator-may-not-create'

export interface Lack {
  readonly code: LackCode
  readonly text: OperatorText
}

/** A served database that is refused: all its lacks at once, so that they are mended in one go. */
export class DatabaseUnsuitable extends DatabaseStartError {
  readonly lacks: readonly Lack[]

  constructor(lacks: readonly Lack[]) {
    const list = (language: keyof OperatorText) => lacks.map((lack, i) => `${i + 1}. ${lack.text[language]}`).join('\n')
    super('server-unsuitable', {
      'zh-CN': `数据库服务器尚不能使用，请处理以下 ${lacks.length} 项后重新启动：\n${list('zh-CN')}`,
      en: `The database server cannot be used yet. Mend these ${lacks.length}, then start again:\n${list('en')}`,
    })
    this.lacks = lacks
  }
}

/** Only one of the two addresses was given. */
export function settingsIncomplete(missing: 'DATABASE_URL' | 'DATABASE_MIGRATOR_URL') {
  const zh =
    missing === 'DATABASE_URL'
      ? '业务程序使用的普通登录（不拥有任何表）'
      : '表结构升级使用的登录（数据库 wangge 的属主）'
  const en =
    missing === 'DATABASE_URL'
      ? 'the ordinary login of the running program, which owns no table'
      : 'the login that changes the schema, owner of the database'
  return new DatabaseStartError('settings-incomplete', {
    'zh-CN': `缺少 ${missing}（${zh}）。使用自己的 PostgreSQL 时须同时设置 DATABASE_URL 与 DATABASE_MIGRATOR_URL，二者指向同一数据库的不同登录；由管理员执行一次即可：\n${setUpScript}\n都不设置时使用内置数据库。`,
    en: `${missing} is missing (${en}). With a PostgreSQL of your own, set both DATABASE_URL and DATABASE_MIGRATOR_URL: two logins of one database. An administrator runs the lines above once. With neither set, the embedded database is used.`,
  })
}

/** Also in `docs/deploy.md`; `server-database.db.test.ts` runs it and finds nothing lacking. */
export const setUpScript = `  create role wangge_app nologin;
  create role wangge_app_login login password '…' in role wangge_app;
  create role wangge_owner login password '…';
  create database wangge owner wangge_owner encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8' template template0;`
