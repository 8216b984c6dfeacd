import type { Client } from 'pg'
import { extensions, roles } from '../embedded/provisioning.ts'
import { lack } from './lack-texts.ts'
import type { Lack } from './lacks.ts'

const oldestVersion = 15

/** Schemas that are not PostgreSQL's own. */
const ours = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`

/** What is true of a database whoever asks. */
export interface DatabaseFacts {
  readonly version: string
  readonly major: number
  readonly standby: boolean
  readonly encoding: string
  readonly ctype: string
}

export function judgeDatabase({ version, major, standby, encoding, ctype }: DatabaseFacts): Lack[] {
  return [
    ...(major < oldestVersion ? [lack.oldVersion(version)] : []),
    ...(standby ? [lack.standby()] : []),
    ...(encoding === 'UTF8' ? [] : [lack.notUtf8(encoding)]),
    ...(ctype === 'C' || ctype === 'POSIX' ? [lack.localeWithoutChinese(ctype)] : []),
  ]
}

export async function checkDatabase(client: Client): Promise<Lack[]> {
  const facts = await one<DatabaseFacts>(
    client,
    `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
            pg_is_in_recovery() as standby, pg_encoding_to_char(encoding) as encoding, datctype as ctype
       from pg_database where datname = current_database()`,
  )
  return judgeDatabase(facts)
}

export async function checkMigrator(migrator: Client): Promise<Lack[]> {
  const { who, database, may } = await one<{ who: string; database: string; may: boolean }>(
    migrator,
    `select current_user as who, current_database() as database,
            has_database_privilege(current_database(), 'create') as may`,
  )
  return may ? [] : [lack.migratorMayNotCreate(who, database)]
}

/** Missing extensions that the migrator may create are created later; a trusted one needs no superuser. */
export async function checkExtensions(migrator: Client): Promise<Lack[]> {
  const { rows } = await migrator.query<{ name: string; available: boolean; creatable: boolean }>(
    `select wanted.name, count(a.name) > 0 as available,
            coalesce(bool_or(a.installed or a.superuser is false or me.rolsuper
              or (a.trusted and has_database_privilege(current_database(), 'create'))), false) as creatable
       from unnest($1::text[]) as wanted(name)
       cross join (select rolsuper from pg_roles where rolname = current_user) me
       left join pg_available_extension_versions a on a.name = wanted.name
      group by wanted.name`,
    [extensions],
  )
  return rows.filter(row => !row.creatable).map(row => lack.noExtension(row.name, row.available))
}

/** A database number may repeat on another server; the moment the server started does not. */
export async function checkSame(app: Client, migrator: Client): Promise<Lack[]> {
  const identity = `select current_database() as name, concat(oid, ' ', pg_postmaster_start_time()) as id
                      from pg_database where datname = current_database()`
  const [a, b] = [
    await one<{ name: string; id: string }>(app, identity),
    await one<{ name: string; id: string }>(migrator, identity),
  ]
  if (a.id === b.id) return []
  const where = (client: Client, name: string) => `${client.host}:${client.port}/${name}`
  return [lack.differentDatabases(where(app, a.name), where(migrator, b.name))]
}

/**
 * The app's login must be bound by grants: they are what keeps journals and audit entries from being rewritten.
 * Looked at as the app itself, so that everything it inherits counts.
 */
export async function checkAppLogin(app: Client, migrator: Client): Promise<Lack[]> {
  const { who: owner } = await one<{ who: string }>(migrator, 'select current_user as who')
  const me = await one<{ who: string; powers: string[]; is_owner: boolean; owned: string[]; places: string[] }>(
    app,
    `select current_user as who,
            array_remove(array[
              case when rolsuper then 'superuser' end, case when rolcreaterole then 'createrole' end,
              case when rolcreatedb then 'createdb' end, case when rolbypassrls then 'bypassrls' end,
              case when rolreplication then 'replication' end], null) as powers,
            not rolsuper and exists (select 1 from pg_roles o where o.rolname = $1 and pg_has_role(o.oid, 'member'))
              as is_owner,
            array(select format('%I.%I', n.nspname, c.relname) from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                   where c.relowner = me.oid and ${ours} and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
                   order by 1 limit 3) as owned,
            array(select format('schema %I', n.nspname) from pg_namespace n
                   where ${ours} and not rolsuper and has_schema_privilege(n.oid, 'create')
                  union all
                  select format('database %I', current_database())
                   where not rolsuper and has_database_privilege(current_database(), 'create')) as places
       from pg_roles me where rolname = current_user`,
    [owner],
  )
  if (me.is_owner) return [lack.appIsMigrator(me.who)]
  return [
    ...(me.powers.length > 0 ? [lack.appTooPowerful(me.who, me.powers.join(', '))] : []),
    ...(me.owned.length > 0 ? [lack.appOwnsTables(me.who, me.owned.join(', '), owner)] : []),
    ...me.places.map(place => lack.appMayCreate(me.who, place)),
  ]
}

/** The group that migrations grant to, and the app's place in it: there already, or the migrator may see to it. */
export async function checkGroup(app: Client, migrator: Client): Promise<Lack[]> {
  const { who } = await one<{ who: string }>(app, 'select current_user as who')
  const { exists, member, may_create, may_grant } = await one<{
    exists: boolean
    member: boolean
    may_create: boolean
    may_grant: boolean
  }>(
    migrator,
    `select g.oid is not null as exists,
            g.oid is not null and pg_has_role($2, g.oid, 'usage') as member,
            me.rolsuper or me.rolcreaterole as may_create,
            -- before 16, createrole alone may grant membership; since then one needs the admin option
            me.rolsuper or (me.rolcreaterole and current_setting('server_version_num')::int < 160000)
              or exists (select 1 from pg_auth_members m
                          where m.roleid = g.oid and m.admin_option and pg_has_role(m.member, 'usage')) as may_grant
       from pg_roles me left join pg_roles g on g.rolname = $1
      where me.rolname = current_user`,
    [roles.app, who],
  )
  if (!exists) return may_create ? [] : [lack.noAppGroup()]
  return member || may_grant ? [] : [lack.appOutsideGroup(who)]
}

async function one<R extends object>(client: Client, sql: string, values: unknown[] = []): Promise<R> {
  const { rows } = await client.query<R>(sql, values)
  if (!rows[0]) throw new Error('the catalogue gave no row')
  return rows[0]
}
