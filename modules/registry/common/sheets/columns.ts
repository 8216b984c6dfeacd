/** What a column of a population sheet can be taken as: fields of a person, and where and with whom they live. */
export const sheetTargets = [
  'name',
  'population',
  'sex',
  'bornOn',
  'document',
  'idNumber',
  'phone',
  'nation',
  'nativePlace',
  'marriage',
  'education',
  'occupation',
  'workplace',
  'formerName',
  'registeredAddress',
  'livesWhereRegistered',
  'inflow',
  'arrivedOn',
  'permitUntil',
  'address',
  'building',
  'entrance',
  'room',
  'grid',
  'household',
  'kin',
] as const
export type SheetTarget = (typeof sheetTargets)[number]

/** Which of them are fields of a person, under the same names as in the library. */
export const personTargets = sheetTargets.slice(0, sheetTargets.indexOf('address')) as readonly SheetTarget[]

export interface TargetSpec {
  /** As real sheets head the column; the first is the template's (GB/T 31000 and what systems export). */
  readonly headings: readonly string[]
  readonly width: number
  /** The code list whose words may stand there; a drop-down in the template. */
  readonly list?: string
  readonly isDay?: true
}

export const targets: Readonly<Record<SheetTarget, TargetSpec>> = {
  name: { headings: ['姓名', '人员姓名', '居民姓名', '名字'], width: 12 },
  population: {
    headings: ['人口类型', '人员类型', '人员类别', '实有人口类型', '人口类别'],
    width: 12,
    list: 'population',
  },
  sex: { headings: ['性别'], width: 6, list: 'sex' },
  bornOn: { headings: ['出生日期', '出生年月', '生日', '出生年月日'], width: 12, isDay: true },
  document: { headings: ['证件类型', '证件种类'], width: 16, list: 'document' },
  idNumber: {
    headings: ['公民身份号码', '身份证号', '身份证号码', '身份证', '证件号码', '证件号', '居民身份证号', '身份号码'],
    width: 22,
  },
  phone: {
    headings: ['联系电话', '联系方式', '手机', '手机号', '手机号码', '电话', '联系手机', '本人电话'],
    width: 16,
  },
  nation: { headings: ['民族'], width: 8, list: 'nation' },
  nativePlace: { headings: ['籍贯'], width: 16 },
  marriage: { headings: ['婚姻状况', '婚姻', '婚否', '婚姻状态'], width: 10, list: 'marriage' },
  education: { headings: ['学历', '文化程度', '受教育程度'], width: 12, list: 'education' },
  occupation: { headings: ['职业', '职务'], width: 14 },
  workplace: { headings: ['服务处所', '工作单位', '单位', '就业单位', '所在单位'], width: 24 },
  formerName: { headings: ['曾用名', '别名'], width: 12 },
  registeredAddress: {
    headings: ['户籍地址', '户籍详址', '户籍地详址', '户籍所在地', '户口所在地', '户籍地'],
    width: 36,
  },
  livesWhereRegistered: {
    headings: ['人户一致', '人户一致标识', '是否人户一致'],
    width: 12,
    list: 'lives-where-registered',
  },
  inflow: { headings: ['流入原因', '来本地原因', '居住事由'], width: 12, list: 'inflow' },
  arrivedOn: { headings: ['来本地日期', '流入日期', '入住日期', '抵达日期'], width: 12, isDay: true },
  permitUntil: { headings: ['居住证有效期至', '证件到期日期', '居住证到期'], width: 14, isDay: true },
  address: {
    headings: [
      '现住地址',
      '现住详址',
      '现住地详址',
      '现居住地',
      '居住地址',
      '家庭住址',
      '住址',
      '地址',
      '实际居住地',
      '详细地址',
    ],
    width: 40,
  },
  building: { headings: ['所属楼栋', '楼栋', '楼号', '楼栋号', '栋号'], width: 10 },
  entrance: { headings: ['所属单元', '单元', '单元号'], width: 8 },
  room: { headings: ['所属房屋', '房号', '房间号', '门牌', '户室', '室'], width: 10 },
  grid: { headings: ['所属网格', '网格', '网格名称', '网格编码', '所属社区网格'], width: 20 },
  household: { headings: ['户号', '户编号', '家庭编号', '户籍号'], width: 14 },
  kin: { headings: ['与户主关系', '户主关系', '家庭关系', '与户主'], width: 12, list: 'kin' },
}

/**
 * Columns that real sheets have and that are not taken, on purpose: belief, politics and lists of people to be watched
 * serve none of the purposes of this library (PIPL articles 6 and 28).
 */
export const neverTaken: readonly string[] = [
  ...[
    '宗教信仰',
    '宗教',
    '信仰',
    '政治面貌',
    '是否上访',
    '上访',
    '是否信访',
    '重点人员类别',
    '涉稳',
    '犯罪记录',
    '前科',
  ],
]

/** A heading without blanks, brackets and what stands in them, stars of required columns and numbers of order. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\([^()]*\)|【[^】]*】|\[[^\]]*\]/gu, '')
    .replace(/[\s*:：#、.]/gu, '')
    .replace(/^\d+/u, '')
}

/** The same sheet next month has the same signature, whatever its rows say. */
export function headingSignature(headings: readonly string[]): string {
  return headings.map(plainHeading).join('|').replace(/\|+$/u, '')
}
