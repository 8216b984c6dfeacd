import { both, type BothTexts } from './field-spec.ts'

/** One list of codes with its words. */
export interface CodeList {
  readonly source: string
  readonly words: Readonly<Record<string, BothTexts>>
  /** The codes as the list has them: an object would put 10 before 01. */
  readonly order: readonly string[]
}

const list = (source: string, rows: readonly (readonly [string, string, string])[]): CodeList => ({
  source,
  order: rows.map(([code]) => code),
  words: Object.fromEntries(rows.map(([code, chinese, english]) => [code, both(chinese, english)])),
})

const nations =
  `汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇
柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙
鄂伦春 赫哲 门巴 珞巴 基诺`.split(/\s+/)
const nationsInLatin =
  `Han Mongol Hui Tibetan Uygur Miao Yi Zhuang Bouyei Korean Manchu Dong Yao Bai Tujia Hani Kazak Dai Li
Lisu Va She Gaoshan Lahu Sui Dongxiang Naxi Jingpo Kirgiz Tu Daur Mulao Qiang Blang Salar Maonan Gelao Xibe Achang Pumi
Tajik Nu Uzbek Russian Ewenki Deang Bonan Yugur Gin Tatar Derung Oroqen Hezhen Monba Lhoba Jino`.split(/\s+/)

/** Every list a field can name. Numbers of the standards are known from transcripts; values marked so may be extended. */
export const codeLists: Readonly<Record<string, CodeList>> = {
  sex: list('GB/T 2261.1', [
    ['0', '未知', 'unknown'],
    ['1', '男', 'male'],
    ['2', '女', 'female'],
    ['9', '未说明', 'not stated'],
  ]),
  marriage: list('GB/T 2261.2', [
    ['10', '未婚', 'single'],
    ['20', '已婚', 'married'],
    ['21', '初婚', 'first marriage'],
    ['22', '再婚', 'remarried'],
    ['23', '复婚', 'remarried to the same'],
    ['30', '丧偶', 'widowed'],
    ['40', '离婚', 'divorced'],
    ['90', '未说明', 'not stated'],
  ]),
  nation: list('GB/T 3304', [
    ...nations.map(
      (name, i) => [String(i + 1).padStart(2, '0'), `${name}族`, nationsInLatin[i] ?? String(i + 1)] as const,
    ),
    ['97', '其他', 'other'],
    ['98', '外国血统', 'of foreign descent'],
  ]),
  education: list('GB/T 4658', [
    ['10', '研究生', 'postgraduate'],
    ['20', '大学本科', 'bachelor'],
    ['30', '大学专科', 'college'],
    ['40', '中等专业学校', 'vocational school'],
    ['60', '高中', 'senior middle school'],
    ['70', '初中', 'junior middle school'],
    ['80', '小学', 'primary school'],
    ['90', '其他', 'other'],
  ]),
  document: list('GA/T 517', [
    ['111', '居民身份证', 'resident identity card'],
    ['113', '户口簿', 'household register'],
    ['414', '普通护照', 'passport'],
    ['516', '港澳居民来往内地通行证', 'travel permit of Hong Kong and Macao residents'],
    ['511', '台湾居民来往大陆通行证', 'travel permit of Taiwan residents'],
    ['553', '外国人永久居留身份证', 'permanent residence card of a foreigner'],
  ]),
  population: list('GB/T 31000, 实有人口', [
    ['registered', '户籍人口', 'registered here'],
    ['floating', '流动人口', 'registered elsewhere'],
    ['overseas', '境外人员', 'from abroad'],
    ['unregistered', '未落户', 'registered nowhere'],
  ]),
  'lives-where-registered': list('GB/T 31000, 人户一致标识', [
    ['01', '人户一致', 'lives where registered'],
    ['02', '人户不一致', 'lives elsewhere'],
  ]),
  inflow: list('local practice', [
    ['work', '务工', 'work'],
    ['trade', '经商', 'trade'],
    ['study', '上学', 'study'],
    ['family', '投靠亲友', 'joins family'],
    ['other', '其他', 'other'],
  ]),
  'household-kind': list('local practice', [
    ['family', '家庭户', 'family'],
    ['collective', '集体户', 'collective'],
  ]),
  kin: list('GB/T 4761 (main values)', [
    ['01', '本人或户主', 'head'],
    ['10', '配偶', 'spouse'],
    ['20', '子', 'son'],
    ['30', '女', 'daughter'],
    ['40', '孙子、孙女或外孙子、外孙女', 'grandchild'],
    ['50', '父母', 'parent'],
    ['60', '祖父母或外祖父母', 'grandparent'],
    ['70', '兄、弟、姐、妹', 'brother or sister'],
    ['99', '其他', 'other'],
  ]),
  'housing-use': list('local practice', [
    ['own', '自住', 'lived in by the owner'],
    ['let', '出租', 'let'],
    ['lent', '借住', 'lent'],
    ['group', '集体宿舍', 'dormitory'],
    ['business', '经营', 'business'],
    ['vacant', '空置', 'vacant'],
  ]),
  'housing-right': list('local practice', [
    ['private', '私有产权', 'private'],
    ['public', '公房', 'public'],
    ['unit', '单位房', "an employer's"],
    ['affordable', '保障性住房', 'affordable housing'],
  ]),
  danger: list('local practice', [
    ['none', '无', 'none'],
    ['wiring', '私拉电线', 'wiring'],
    ['gas', '燃气', 'gas'],
    ['partition', '违规隔断', 'partitions'],
    ['escape', '逃生通道不畅', 'blocked escape'],
    ['other', '其他', 'other'],
  ]),
  'letting-use': list('local practice', [
    ['dwelling', '居住', 'dwelling'],
    ['shop', '商铺', 'shop'],
    ['office', '办公', 'office'],
    ['store', '仓储', 'storage'],
  ]),
  'organisation-kind': list('GB 32100, first digits', [
    ['enterprise', '企业', 'enterprise'],
    ['individual', '个体工商户', 'individual business'],
    ['cooperative', '农民专业合作社', 'cooperative'],
    ['agency', '机关', 'agency'],
    ['institution', '事业单位', 'public institution'],
    ['association', '社会团体', 'association'],
    ['private-nonprofit', '民办非企业单位', 'private non-profit'],
    ['foundation', '基金会', 'foundation'],
    ['other', '其他', 'other'],
  ]),
  industry: list('GB/T 4754, sections', [
    ['C', '制造业', 'manufacturing'],
    ['E', '建筑业', 'construction'],
    ['F', '批发和零售业', 'trade'],
    ['G', '交通运输、仓储和邮政业', 'transport and post'],
    ['H', '住宿和餐饮业', 'lodging and catering'],
    ['I', '信息技术服务业', 'information technology'],
    ['J', '金融业', 'finance'],
    ['K', '房地产业', 'real estate'],
    ['L', '租赁和商务服务业', 'leasing and business services'],
    ['O', '居民服务、修理', 'services to residents'],
    ['P', '教育', 'education'],
    ['Q', '卫生和社会工作', 'health and social work'],
    ['R', '文化、体育和娱乐业', 'culture and sport'],
    ['S', '公共管理和社会组织', 'public administration'],
  ]),
  'facility-state': list('GB/T 47678.5 table 2, 部件状态', [
    ['intact', '完好', 'intact'],
    ['damaged', '破损', 'damaged'],
    ['lost', '丢失', 'lost'],
    ['abandoned', '废弃', 'abandoned'],
    ['removed', '移除', 'removed'],
  ]),
  'facility-origin': list('GB/T 47678.5 table 2, 数据来源', [
    ['measured', '实测', 'measured'],
    ['topographic', '地形图', 'topographic map'],
    ['basic', '基础地理数据', 'basic geographic data'],
    ['other', '其他', 'other'],
  ]),
  'vehicle-kind': list('local practice', [
    ['car', '小型汽车', 'car'],
    ['large', '大型汽车', 'large vehicle'],
    ['new-energy', '新能源汽车', 'new-energy car'],
    ['motorcycle', '摩托车', 'motorcycle'],
    ['e-bike', '电动自行车', 'electric bicycle'],
  ]),
  'place-kind': list('local practice', [
    ['school', '学校', 'school'],
    ['hospital', '医疗机构', 'hospital'],
    ['market', '市场', 'market'],
    ['lodging', '旅馆', 'lodging'],
    ['catering', '餐饮场所', 'catering'],
    ['culture', '文体场所', 'culture and sport'],
    ['shelter', '应急避难场所', 'shelter'],
    ['parking', '停车场', 'car park'],
    ['other', '其他', 'other'],
  ]),
  species: list('local practice', [
    ['dog', '犬', 'dog'],
    ['cat', '猫', 'cat'],
    ['other', '其他', 'other'],
  ]),
  'equipment-kind': list('特种设备目录, categories', [
    ['boiler', '锅炉', 'boiler'],
    ['vessel', '压力容器', 'pressure vessel'],
    ['pipe', '压力管道', 'pressure pipe'],
    ['lift', '电梯', 'lift'],
    ['crane', '起重机械', 'crane'],
    ['ropeway', '客运索道', 'ropeway'],
    ['amusement', '大型游乐设施', 'amusement ride'],
    ['truck', '场内专用机动车辆', 'works vehicle'],
  ]),
}

/** A list in its own order, to choose from. */
export function choicesOf(listName: string, locale: 'zh-CN' | 'en') {
  const { order = [], words = {} } = codeLists[listName] ?? {}
  return order.map(value => ({ value, label: words[value]?.[locale] ?? value }))
}

/** The word of a code in a language; the code itself where the list does not know it. */
export function codeWord(listName: string, value: string, locale: 'zh-CN' | 'en'): string {
  return codeLists[listName]?.words[value]?.[locale] ?? value
}
