import type { Lack } from './lacks.ts'

/** One sentence per lack: what is wrong, and the statement that mends it. `who` names a login, never its password. */
export const lack = {
  badAddress: (setting: string): Lack => ({
    code: 'bad-address',
    text: {
      'zh-CN': `${setting} 不是有效的数据库地址，应形如 postgres://用户:密码@主机:5432/数据库。`,
      en: `${setting} is not a database address; it looks like postgres://user:password@host:5432/database.`,
    },
  }),
  cannotConnect: (setting: string, where: string, why: string): Lack => ({
    code: 'cannot-connect',
    text: {
      'zh-CN': `${setting}：无法连接 ${where}（${why}）。请检查主机、端口、防火墙和 pg_hba.conf，并确认服务器已启动。`,
      en: `${setting}: no connection to ${where} (${why}). Check host, port, firewall and pg_hba.conf, and that the server runs.`,
    },
  }),
  wrongPassword: (setting: string, who: string): Lack => ({
    code: 'wrong-password',
    text: {
      'zh-CN': `${setting}：服务器不接受登录 ${who}。请检查用户名和密码，以及该用户是否允许登录。`,
      en: `${setting}: the server does not accept the login ${who}. Check the name, the password, and that it may log in.`,
    },
  }),
  noDatabase: (setting: string, database: string): Lack => ({
    code: 'no-database',
    text: {
      'zh-CN': `${setting}：数据库 ${database} 不存在。请由管理员执行 create database。`,
      en: `${setting}: there is no database ${database}. Have an administrator run create database.`,
    },
  }),
  differentDatabases: (app: string, migrator: string): Lack => ({
    code: 'different-databases',
    text: {
      'zh-CN': `DATABASE_URL（${app}）与 DATABASE_MIGRATOR_URL（${migrator}）不是同一个数据库。请让二者指向同一服务器的同一数据库。`,
      en: `DATABASE_URL (${app}) and DATABASE_MIGRATOR_URL (${migrator}) are not the same database. Point both to one database of one server.`,
    },
  }),
  oldVersion: (version: string): Lack => ({
    code: 'old-version',
    text: {
      'zh-CN': `PostgreSQL ${version} 太旧，需要 15 或更新版本。请升级服务器。`,
      en: `PostgreSQL ${version} is too old; 15 or newer is needed. Upgrade the server.`,
    },
  }),
  standby: (): Lack => ({
    code: 'standby',
    text: {
      'zh-CN': '这是只读的备用服务器。请把地址改为主服务器。',
      en: 'This is a read-only standby. Point the addresses to the primary.',
    },
  }),
  notUtf8: (encoding: string): Lack => ({
    code: 'not-utf8',
    text: {
      'zh-CN': `数据库编码是 ${encoding}，需要 UTF8。请用 encoding 'UTF8' template template0 重新创建数据库。`,
      en: `The database is encoded in ${encoding}; UTF8 is needed. Create it again with encoding 'UTF8' template template0.`,
    },
  }),
  // pg_trgm asks lc_ctype what a letter is; under C no Chinese character is one, and searches find nothing.
  localeWithoutChinese: (locale: string): Lack => ({
    code: 'locale-without-chinese',
    text: {
      'zh-CN': `数据库的 lc_ctype 是 ${locale}，无法检索中文。请用 lc_ctype 'C.UTF-8'（或 zh_CN.UTF-8）重新创建数据库。`,
      en: `The database has lc_ctype ${locale}, under which Chinese text cannot be searched. Create it again with lc_ctype 'C.UTF-8' (or zh_CN.UTF-8).`,
    },
  }),
  noExtension: (name: string, installed: boolean): Lack => ({
    code: 'no-extension',
    text: installed
      ? {
          'zh-CN': `缺少扩展 ${name}，而升级用登录无权创建。请由管理员在该数据库执行 create extension ${name}。`,
          en: `The extension ${name} is missing, and the migrator may not create it. Have an administrator run create extension ${name} in this database.`,
        }
      : {
          'zh-CN': `服务器上没有扩展 ${name}。请安装 postgresql-contrib 软件包。`,
          en: `The server does not have the extension ${name}. Install its postgresql-contrib package.`,
        },
  }),
  appIsMigrator: (who: string): Lack => ({
    code: 'app-is-migrator',
    text: {
      'zh-CN': `业务登录 ${who} 就是升级用登录或属于它，因而能改写审计记录。请为 DATABASE_URL 使用另一个登录。`,
      en: `The app's login ${who} is the migrator or a member of it, so it could rewrite audit entries. Use another login in DATABASE_URL.`,
    },
  }),
  appTooPowerful: (who: string, attributes: string): Lack => ({
    code: 'app-too-powerful',
    text: {
      'zh-CN': `业务登录 ${who} 权力过大（${attributes}）。请执行 alter role ${who} nosuperuser nocreaterole nocreatedb nobypassrls noreplication。`,
      en: `The app's login ${who} has too much power (${attributes}). Run alter role ${who} nosuperuser nocreaterole nocreatedb nobypassrls noreplication.`,
    },
  }),
  appOwnsTables: (who: string, tables: string, owner: string): Lack => ({
    code: 'app-owns-tables',
    text: {
      'zh-CN': `业务登录 ${who} 拥有对象（${tables}），因而能绕过授权。请执行 reassign owned by ${who} to ${owner}。`,
      en: `The app's login ${who} owns objects (${tables}), so grants do not bind it. Run reassign owned by ${who} to ${owner}.`,
    },
  }),
  appMayCreate: (who: string, where: string): Lack => ({
    code: 'app-may-create',
    text: {
      'zh-CN': `业务登录 ${who} 可以在 ${where} 中创建对象。请执行 revoke create on ${where} from ${who}, wangge_app, public。`,
      en: `The app's login ${who} may create objects in ${where}. Run revoke create on ${where} from ${who}, wangge_app, public.`,
    },
  }),
  noAppGroup: (): Lack => ({
    code: 'no-app-group',
    text: {
      'zh-CN': '缺少角色 wangge_app，而升级用登录无权创建。请由管理员执行 create role wangge_app nologin。',
      en: 'The role wangge_app is missing, and the migrator may not create it. Have an administrator run create role wangge_app nologin.',
    },
  }),
  appOutsideGroup: (who: string): Lack => ({
    code: 'app-outside-group',
    text: {
      'zh-CN': `业务登录 ${who} 不属于 wangge_app，而升级用登录无权加入。请由管理员执行 grant wangge_app to ${who}。`,
      en: `The app's login ${who} is not in wangge_app, and the migrator may not add it. Have an administrator run grant wangge_app to ${who}.`,
    },
  }),
  migratorMayNotCreate: (who: string, database: string): Lack => ({
    code: 'migrator-may-not-create',
    text: {
      'zh-CN': `升级用登录 ${who} 不能在数据库 ${database} 中创建模式。请执行 grant create on database ${database} to ${who}。`,
      en: `The migrator ${who} may not create schemas in the database ${database}. Run grant create on database ${database} to ${who}.`,
    },
  }),
}
