/** A number as typed: nothing is zero; null when it is no amount with at most two decimals. */
export function readAmount(text: string): number | null {
  const plain = text.trim().replace('，', '.').replace(',', '.')
  if (plain === '') return 0
  return /^\d{1,8}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null
}
