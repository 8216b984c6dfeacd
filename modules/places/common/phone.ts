/** A mobile number, or area code and number with a dash; blanks are left out. Null for what is neither. */
export function readPhone(text: string): string | null {
  const digits = text.replace(/\s+/g, '')
  return /^1[3-9]\d{9}$/.test(digits) || /^0\d{2,3}-?\d{7,8}$/.test(digits) || /^\d{3,8}$/.test(digits) ? digits : null
}

/** 199****0001: the beginning and the end, for those who may not see the whole. */
export function maskedPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
