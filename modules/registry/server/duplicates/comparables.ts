import type { Kysely } from 'kysely'
import { addressKey, parseAddress } from '../../common/address/index.ts'
import { isSecretRef, type SecretRef } from '../../common/entries.ts'
import type { Comparable } from '../../common/likeness/index.ts'
import { ManyPeople } from '../import/people-store.ts'
import { SecretReader } from '../secret-store.ts'
import { soundsOf } from '../sounds.ts'
import type { ThingRow } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'
import type { Sealing } from '../secrets.ts'

/** What of a person lies in clear; numbers, telephones and the home are not among it. */
export function clearOf({ title, fields }: ThingRow): Comparable {
  const text = (key: string) => {
    const kept = fields[key]
    return typeof kept === 'string' ? kept : null
  }
  const name = text('name') ?? title
  const formerName = text('formerName')
  return {
    ...{ name, sounds: soundsOf(name), otherNames: formerName === null ? [] : [formerName] },
    ...{ number: null, bornOn: text('bornOn'), sex: text('sex'), phones: [], addressKey: null },
  }
}

/** People of the library as they are compared; opened for the comparison, never given out. */
export async function comparablesOf(
  db: Kysely<RegistryTables>,
  { secrets }: Sealing,
  rows: readonly ThingRow[],
): Promise<ReadonlyMap<string, Comparable>> {
  const wanted = rows.flatMap(row => [row.fields['idNumber'], row.fields['phone']])
  const valueOf = await new SecretReader(db, secrets).open(
    wanted.filter((kept): kept is SecretRef => isSecretRef(kept)),
  )
  const homes = await new ManyPeople(db).homes(rows.map(row => row.id))
  return new Map(
    rows.map(row => {
      const text = (key: string) => {
        const value = valueOf(row.fields[key] ?? null)
        return typeof value === 'string' ? value : null
      }
      const phone = text('phone')
      const home = homes.get(row.id)?.title
      return [
        row.id,
        {
          ...clearOf(row),
          ...{ number: text('idNumber'), phones: phone === null ? [] : [phone] },
          addressKey: home === undefined ? null : addressKey(parseAddress(home).address),
        },
      ]
    }),
  )
}
