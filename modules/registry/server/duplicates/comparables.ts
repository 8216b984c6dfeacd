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
      const formerName = text('formerName')
      const phone = text('phone')
      const home = homes.get(row.id)?.title
      return [
        row.id,
        {
          ...{ name: text('name') ?? row.title, sounds: soundsOf(text('name') ?? row.title) },
          otherNames: formerName === null ? [] : [formerName],
          ...{ number: text('idNumber'), bornOn: text('bornOn'), sex: text('sex') },
          phones: phone === null ? [] : [phone],
          addressKey: home === undefined ? null : addressKey(parseAddress(home).address),
        },
      ]
    }),
  )
}
