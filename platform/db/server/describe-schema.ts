import pg from 'pg'

/**
 * The schema as text: tables with columns, constraints, indexes, comments and rights, functions. The embedded server
 * brings no pg_dump; this says what matters and always in the same order, so two databases can be compared line by line.
 */
export async function describeSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const parts = []
    for (const [title, query] of sections) {
      const { rows } = await client.query<{ line: string }>(
        `select line from (${query}) as found order by line collate "C"`,
      )
      parts.push(`-- ${title}\n${rows.map(row => row.line).join('\n')}`)
    }
    return `${parts.join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

/** The queue's schema belongs to its library, which checks it itself. */
const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'jobs', 'public') and n.nspname not like 'pg\\_%'`

const sections = [
  [
    'columns',
    `select format('%s.%s.%s %s%s%s%s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
       case when a.attnotnull then ' not null' else '' end,
       case when d.adbin is not null and a.attgenerated = '' then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
       case when a.attgenerated <> '' then ' generated ' || pg_get_expr(d.adbin, d.adrelid)
         when a.attidentity <> '' then ' identity' else '' end) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relkind in ('r', 'p', 'v') and ${ours}`,
  ],
  [
    'constraints',
    `select format('%s.%s %s %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype <> 'n' and ${ours}`,
  ],
  [
    'indexes',
    `select pg_get_indexdef(i.indexrelid) as line
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where ${ours}`,
  ],
  [
    'comments',
    `select format('%s.%s: %s', n.nspname, c.relname, obj_description(c.oid, 'pg_class')) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v') and ${ours}`,
  ],
  [
    'rights of the app',
    `select format('%s.%s%s: %s', n.nspname, c.relname, coalesce('.' || g.column_name, ''),
       string_agg(lower(g.privilege_type), ', ' order by g.privilege_type)) as line
     from (
       select table_schema, table_name, null as column_name, privilege_type
       from information_schema.role_table_grants where grantee = 'wangge_app'
       union
       select table_schema, table_name, column_name, privilege_type
       from information_schema.column_privileges p where grantee = 'wangge_app' and not exists (
         select from information_schema.role_table_grants t where t.grantee = 'wangge_app'
           and (t.table_schema, t.table_name, t.privilege_type) = (p.table_schema, p.table_name, p.privilege_type))
     ) g join pg_namespace n on n.nspname = g.table_schema
       join pg_class c on c.relnamespace = n.oid and c.relname = g.table_name
     where ${ours} group by n.nspname, c.relname, g.column_name`,
  ],
  [
    'functions and triggers',
    `select line from (
       select regexp_replace(pg_get_functiondef(p.oid), '\\s+$', '') as line
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind = 'f' and ${ours}
       union all
       select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
         join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${ours}
     ) found`,
  ],
] as const
