/** 张三丰 becomes 张**: enough to tell two reporters apart, not to know one. */
export function maskedName(name: string | null): string | null {
  if (name === null) return null
  const [first = '', ...rest] = name
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, 2)))
}

/** 13812345678 becomes 138****5678; of a short number only the end is left, of a very short one nothing. */
export function maskedPhone(phone: string | null): string | null {
  if (phone === null) return null
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  return phone.length >= 7 ? `****${phone.slice(-2)}` : '****'
}
