import { type RawBuilder, sql } from 'kysely'

/** A value for a `jsonb` column. By itself the driver would send an array as a PostgreSQL array. */
export function jsonValue<T>(value: T): RawBuilder<T> {
  return jsonText(JSON.stringify(value))
}

/** The same, where it is JSON already. */
export function jsonText<T>(text: string): RawBuilder<T> {
  return sql<T>`${text}::jsonb`
}
