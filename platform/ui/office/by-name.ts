import type { SelectProps } from 'antd'

/**
 * Whether something may be called so. Chinese names are shortened by leaving characters out (环卫所 is 环境卫生管理所), so
 * what is typed must come in this order, and anything may lie between.
 */
export function mayBeCalled(name: string, typed: string): boolean {
  let from = 0
  for (const character of simple(typed)) {
    const at = simple(name).indexOf(character, from)
    if (at < 0) return false
    from = at + character.length
  }
  return true
}

/** What has the typed words as they stand comes before what only may be meant. */
export function closerName(a: string, b: string, typed: string): number {
  const has = (name: string) => simple(name).includes(simple(typed))
  return Number(has(b)) - Number(has(a))
}

const simple = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

const nameOf = (option: { readonly label?: unknown } | undefined) =>
  typeof option?.label === 'string' ? option.label : ''

/** For a choice among names: short forms find the full one. */
export const byName = {
  filterOption: (typed, option) => mayBeCalled(nameOf(option), typed),
  filterSort: (a, b, { searchValue }) => closerName(nameOf(a), nameOf(b), searchValue),
} as const satisfies Exclude<SelectProps['showSearch'], boolean | undefined>
