/** Ways of saying that there is nothing. */
const nothing = new Set(['', '无', '没有', '不详', '未知', '空', '-', '--', '/', '\\', 'null', 'NULL', '0'])

export const isNothing = (cell: string): boolean => nothing.has(cell.trim())

const day = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:\s.*)?$/u

/** 1950-3-7, 1950/03/07, 19500307 and 1950年3月7日 as a plain date; null when there is no such day. */
export function dayIn(cell: string): string | null {
  const found = day.exec(cell.normalize('NFKC').trim())
  if (!found) return null
  const [, year = '', month = '', dayOfMonth = ''] = found
  const plain = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  const parsed = new Date(`${plain}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(plain) ? null : plain
}

/** Other words for the values of a list, as people write them. */
const otherWords: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  sex: { '1': ['男性', 'M'], '2': ['女性', 'F'] },
  marriage: { '10': ['未', '单身'], '20': ['已', '有配偶', '结婚'], '30': ['丧偶(未再婚)'], '40': ['离异', '离'] },
  education: {
    '10': ['硕士', '博士', '硕士研究生', '博士研究生'],
    '20': ['本科', '大学', '学士'],
    '30': ['大专', '专科', '高职'],
    '40': ['中专', '中职', '技校', '职高'],
    '60': ['普通高中'],
    '70': ['初级中学'],
    '90': ['文盲', '半文盲', '学龄前', '幼儿园'],
  },
  population: {
    registered: ['户籍', '常住', '常住人口', '本地户籍', '本地'],
    floating: ['流动', '外来人口', '外来', '暂住人口', '流入人口', '寄住人口'],
    overseas: ['境外'],
    unregistered: ['未落户人员', '未落户常住人口'],
  },
  'lives-where-registered': { '01': ['是', '一致', '1'], '02': ['否', '不一致', '2', '人户分离'] },
  kin: {
    '01': ['户主', '本人'],
    '10': ['妻', '夫', '妻子', '丈夫', '爱人'],
    '20': ['儿子', '长子', '次子', '独生子'],
    '30': ['女儿', '长女', '次女', '独生女'],
    '40': ['孙子', '孙女', '外孙', '外孙女', '外孙子'],
    '50': ['父亲', '母亲', '父', '母', '公公', '婆婆', '岳父', '岳母'],
    '60': ['祖父', '祖母', '爷爷', '奶奶', '外祖父', '外祖母'],
    '70': ['兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹'],
  },
  inflow: {
    work: ['打工', '工作', '务工经商'],
    trade: ['做生意'],
    study: ['求学', '读书'],
    family: ['投亲', '随迁', '婚嫁'],
  },
  document: { '111': ['身份证', '二代身份证'] },
}

/** What lists there are: code to word. */
export type CodeWords = (list: string) => Readonly<Record<string, string>>

/** The code for what stands in a cell: the code itself, its word, or another word for it; null when it is none. */
export function codeIn(list: string, cell: string, words: CodeWords): string | null {
  const said = cell.normalize('NFKC').replace(/\s+/gu, '')
  const codes = words(list)
  if (Object.hasOwn(codes, said)) return said
  const padded = said.padStart(2, '0')
  if (/^\d$/.test(said) && Object.hasOwn(codes, padded)) return padded
  for (const [code, word] of Object.entries(codes)) {
    if (word === said || `${said}族` === word || otherWords[list]?.[code]?.includes(said)) return code
  }
  return null
}
