import { recallJson, remember } from '#platform/ui/ui/index.ts'

/** The slip of a sent report, kept on this device so that nobody has to copy numbers. It opens nothing personal. */
export interface Receipt {
  readonly number: string
  readonly followCode: string
  readonly title: string
  readonly noGrid: boolean
}

const key = 'wangge.receipts'
const mostReceipts = 10

function isReceipts(value: unknown): value is readonly Receipt[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one: unknown) =>
        typeof one === 'object' &&
        one !== null &&
        'number' in one &&
        'followCode' in one &&
        'title' in one &&
        [one.number, one.followCode, one.title].every(part => typeof part === 'string'),
    )
  )
}

export function receipts(): readonly Receipt[] {
  return recallJson(key, isReceipts) ?? []
}

export function keepReceipt(receipt: Receipt): void {
  const others = receipts().filter(one => one.number !== receipt.number)
  remember(key, JSON.stringify([receipt, ...others].slice(0, mostReceipts)))
}

export function forgetReceipt(number: string): readonly Receipt[] {
  const left = receipts().filter(one => one.number !== number)
  remember(key, left.length > 0 ? JSON.stringify(left) : null)
  return left
}

/** Where the progress of a report is shown. After the `#`, so that the code stays out of every log. */
export function followPath({ number, followCode }: Pick<Receipt, 'number' | 'followCode'>): string {
  return `/follow/${encodeURIComponent(number)}/${encodeURIComponent(followCode)}`
}
