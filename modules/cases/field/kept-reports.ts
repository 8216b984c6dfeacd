import type { Instant } from '#platform/kernel/common/instant.ts'

/** A report on this phone, from the first photo until the server has it. Its ids make every repeat the same report. */
export interface KeptReport {
  /** The case's id. */
  readonly id: string
  readonly requestId: string
  /** `writing`: on the report page. `waiting`: to be sent. `refused`: the server said no; somebody must look at it. */
  readonly state: 'writing' | 'waiting' | 'refused'
  readonly personId: string
  readonly source: 'worker' | 'building-head'
  readonly description: string
  readonly address: string
  readonly point: KeptPoint | null
  readonly photos: readonly KeptPhoto[]
  readonly madeAt: Instant
  /** Why it was refused, in words. */
  readonly reason: string | null
}

export interface KeptPoint {
  readonly lon: number
  readonly lat: number
  readonly accuracyMetres?: number
  readonly by: 'phone' | 'map' | 'photo'
}

export interface KeptPhoto {
  readonly blob: Blob | null
  /** Known once it has arrived, so that a second try does not send it again. */
  readonly fileId: string | null
}

const storeName = 'reports'
let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('wangge-field', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => {
      opened = null
      reject(request.error ?? new Error('the phone keeps no data'))
    }
  })
  return opened
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, mode)
    const request = work(transaction.objectStore(storeName))
    // Written means committed: a full disk shows only then.
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error ?? new Error('not written'))
    transaction.onabort = () => reject(transaction.error ?? new Error('not written'))
  })
}

/** The reports of one person on this phone, oldest first. Another person at the same phone does not see them. */
export async function listKept(personId: string): Promise<readonly KeptReport[]> {
  const all = await inStore<KeptReport[]>('readonly', store => store.getAll())
  return all.filter(report => report.personId === personId).sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
}

export async function keep(report: KeptReport): Promise<void> {
  await inStore('readwrite', store => store.put(report))
}

export async function forget(id: string): Promise<void> {
  await inStore('readwrite', store => store.delete(id))
}
