/** 张三丰 becomes 张**: enough to tell two reporters apart, not to know one. */
export function maskedName(name: string | null): string | null {
  if (name === null) return null
  const [first = '', ...rest] = name
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, 2)))
}

/** 13812345678 becomes 138****5678; a short number keeps only its end. */
export function maskedPhone(phone: string | null): string | null {
  if (phone === null) return null
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
}
