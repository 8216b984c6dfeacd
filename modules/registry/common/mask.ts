import type { FieldSpec, FieldValue } from './field-spec.ts'

/** A sealed value as it is shown before anybody gave a reason. Says that there is one, and lets people tell two apart. */
export function masked({ type }: FieldSpec, value: FieldValue): string {
  const all = [...String(value)]
  if (type.type !== 'identifier') return '***'
  // Of an identity number neither the birthday nor the serial may be read off: the province and the last sign only.
  const [head, tail] = type.scheme === 'phone' ? [3, 4] : [2, 1]
  if (all.length <= head + tail + 2) return `${all.slice(0, 1).join('')}***`
  return all.slice(0, head).join('') + '*'.repeat(all.length - head - tail) + all.slice(-tail).join('')
}
