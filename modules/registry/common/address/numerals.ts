const values: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}

// Only in front of a mark of an address: 五一路 and 三里屯 keep their names.
const numbered =
  /([零〇一二两三四五六七八九十百]+)(?=(?:号楼|号院|号|栋|幢|座|单元|门|梯|层|楼|室|户|房|弄|排|#|-\d|-[零〇一二两三四五六七八九十百]))/gu

/** Chinese numerals in front of 号, 单元, 室 and their like, as digits. */
export function digitsForNumerals(text: string): string {
  return text.replace(numbered, (written: string) => String(numeralValue(written) ?? written))
}

/** 二十三 is 23, 五〇一 is 501, 一百零二 is 102; null when it is no number. */
export function numeralValue(written: string): string | null {
  if (!/[十百]/u.test(written)) return [...written].map(character => values[character] ?? '').join('')
  let total = 0
  let pending: number | null = null
  for (const character of written) {
    if (character === '百' || character === '十') {
      const size = character === '百' ? 100 : 10
      if (pending === null && size === 100) return null
      total += (pending ?? 1) * size
      pending = null
      continue
    }
    const value = values[character]
    if (value === undefined || (pending !== null && pending !== 0)) return null
    pending = value
  }
  return String(total + (pending ?? 0))
}
