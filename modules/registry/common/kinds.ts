import {
  both,
  type BothTexts,
  code,
  day,
  decimal,
  field,
  type FieldSpec,
  identifier,
  standing,
  text,
  whole,
  yesNo,
} from './field-spec.ts'

/** 人、地、事、物、组织: what the base library keeps. 事 (matters) are cases and have a module of their own. */
export const thingKinds = [
  ...(['person', 'household', 'housing', 'tenancy', 'organisation', 'facility', 'vehicle', 'place', 'pet'] as const),
  'equipment',
] as const
export type ThingKind = (typeof thingKinds)[number]

export interface KindSpec {
  readonly label: BothTexts
  /** Without this word for the place of a thing, there is no such thing. */
  readonly read: 'registry.read' | 'registry.read-places'
  /** Whether opening one leaves a trace that the person can ask for. */
  readonly isPersonal: boolean
  /** What it is called, by its fields; the first that is there. */
  readonly title: readonly string[]
  /** Shown in lists before anybody chooses columns. */
  readonly listed: readonly string[]
  readonly fields: Readonly<Record<string, FieldSpec>>
}

const personal = { sensitivity: 'personal' } as const
const gb31000 = { source: 'GB/T 31000, 人员通用信息' } as const
const sealed = (word: string) => ({ sensitivity: 'sensitive', see: word, unmask: word }) as const
const year = 365

const phone = field('联系电话', 'Telephone', {
  ...{ type: identifier('phone'), ...sealed('registry.see-contact'), indexed: true, staleAfterDays: year },
  ...gb31000,
})

const person: KindSpec = {
  label: both('人口', 'People'),
  ...{ read: 'registry.read', isPersonal: true, title: ['name'] },
  listed: ['sex', 'bornOn', 'population', 'occupation', 'livesWhereRegistered'],
  fields: {
    name: field('姓名', 'Name', { type: text(50), ...personal, ...gb31000, isRequired: true, found: true }),
    formerName: field('曾用名', 'Former name', { type: text(50), ...personal, ...gb31000, found: true }),
    document: field('证件类型', 'Document', { type: code('document'), ...personal, source: 'GA/T 517' }),
    idNumber: field('证件号码', 'Identity number', {
      ...{ type: identifier('id-number'), ...sealed('registry.see-identity'), indexed: true, lasting: true },
      source: 'GB 11643',
    }),
    sex: field('性别', 'Sex', { type: code('sex'), ...personal, ...gb31000, lasting: true }),
    bornOn: field('出生日期', 'Born on', { type: day, ...personal, ...gb31000, lasting: true }),
    diedOn: field('死亡日期', 'Died on', { type: day, ...personal }),
    nation: field('民族', 'Nationality group', { type: code('nation'), ...personal, ...gb31000, lasting: true }),
    nativePlace: field('籍贯', 'Native place', { type: text(80), ...personal, ...gb31000 }),
    marriage: field('婚姻状况', 'Marriage', {
      type: code('marriage'),
      ...personal,
      ...gb31000,
      staleAfterDays: 3 * year,
    }),
    education: field('学历', 'Education', {
      type: code('education'),
      ...personal,
      ...gb31000,
      staleAfterDays: 5 * year,
    }),
    occupation: field('职业', 'Occupation', { type: text(30), ...personal, ...gb31000, staleAfterDays: 2 * year }),
    workplace: field('服务处所', 'Works at', { type: text(100), ...personal, ...gb31000, staleAfterDays: 2 * year }),
    phone,
    population: field('人口类型', 'Kind of resident', {
      ...{
        type: code('population'),
        ...personal,
        isRequired: true,
        staleAfterDays: year,
        source: 'GB/T 31000, 实有人口',
      },
    }),
    livesWhereRegistered: field('人户一致', 'Lives where registered', {
      ...{ type: code('lives-where-registered'), ...personal, source: 'GB/T 31000, 户籍人口' },
    }),
    registeredAddress: field('户籍地址', 'Registered address', { type: text(120), ...personal, ...gb31000 }),
    inflow: field('流入原因', 'Came because of', { type: code('inflow'), ...personal, source: 'GB/T 31000, 流动人口' }),
    arrivedOn: field('来本地日期', 'Came on', { type: day, ...personal, source: 'GB/T 31000, 流动人口' }),
    permitUntil: field('居住证有效期至', 'Residence permit until', { type: day, ...personal }),
    health: field('健康状况', 'Health', { type: text(200), ...sealed('registry.see-health'), staleAfterDays: year }),
    disability: field('残疾类别等级', 'Disability', { type: text(60), ...sealed('registry.see-health') }),
    income: field('月收入（元）', 'Monthly income (yuan)', {
      ...{ type: whole(0, 10_000_000), ...sealed('registry.see-income'), staleAfterDays: year },
    }),
  },
}

const household: KindSpec = {
  label: both('户', 'Households'),
  ...{ read: 'registry.read', isPersonal: true, title: ['name', 'number'] },
  listed: ['number', 'kind', 'address'],
  fields: {
    name: field('户名', 'Household', { type: text(60), ...personal, isRequired: true, found: true }),
    number: field('户号', 'Household number', {
      type: text(20),
      ...personal,
      found: true,
      source: 'GB/T 31000, 户籍人口',
    }),
    kind: field('户类型', 'Kind', { type: code('household-kind'), ...personal }),
    address: field('户籍地址', 'Registered address', { type: text(120), ...personal, found: true }),
    income: field('家庭年收入（元）', 'Yearly income (yuan)', {
      ...{ type: whole(0, 100_000_000), ...sealed('registry.see-income'), staleAfterDays: year },
    }),
  },
}

const housing: KindSpec = {
  label: both('房屋', 'Housing units'),
  ...{ read: 'registry.read-places', isPersonal: false, title: ['address'] },
  listed: ['use', 'right', 'area', 'floor', 'danger'],
  fields: {
    address: field('地址', 'Address', {
      type: text(200),
      isRequired: true,
      found: true,
      source: 'GB/T 31000, 实有房屋',
    }),
    number: field('房屋编号', 'Number', { type: text(50), found: true, lasting: true, source: 'GB/T 31000, 实有房屋' }),
    building: field('楼栋', 'Building', { type: standing('building') }),
    entrance: field('单元', 'Entrance', { type: standing('entrance') }),
    floor: field('楼层', 'Floor', { type: whole(-5, 150) }),
    room: field('户室', 'Room', { type: text(20) }),
    use: field('使用情况', 'Use', { type: code('housing-use'), isRequired: true, staleAfterDays: 180 }),
    right: field('产权性质', 'Kind of ownership', { type: code('housing-right') }),
    area: field('建筑面积（平方米）', 'Area (m²)', { type: decimal(1, 100_000), source: 'GB/T 31000, 实有房屋' }),
    rooms: field('房间数', 'Rooms', { type: whole(1, 500) }),
    unitCode: field('不动产单元代码', 'Real estate unit code', {
      ...{ type: identifier('real-estate'), lasting: true, source: 'GB/T 37346' },
    }),
    danger: field('安全隐患', 'Danger', { type: code('danger'), staleAfterDays: 180, source: 'GB/T 31000, 出租房' }),
  },
}

const tenancy: KindSpec = {
  label: both('租住', 'Tenancies'),
  ...{ read: 'registry.read', isPersonal: true, title: ['address'] },
  listed: ['use', 'beganOn', 'endsOn', 'persons', 'danger'],
  fields: {
    address: field('房屋地址', 'Address', { type: text(200), isRequired: true, found: true }),
    use: field('出租用途', 'Let for', { type: code('letting-use'), isRequired: true, source: 'GB/T 31000, 出租房' }),
    beganOn: field('起租日期', 'From', { type: day, isRequired: true }),
    endsOn: field('合同到期日', 'Until', { type: day, staleAfterDays: year }),
    persons: field('实住人数', 'People living there', { type: whole(0, 200), staleAfterDays: 180 }),
    danger: field('安全隐患', 'Danger', { type: code('danger'), staleAfterDays: 180, source: 'GB/T 31000, 出租房' }),
    rent: field('月租金（元）', 'Monthly rent (yuan)', {
      type: whole(0, 10_000_000),
      ...sealed('registry.see-income'),
    }),
  },
}

const organisation: KindSpec = {
  label: both('单位和商铺', 'Organisations and shops'),
  ...{ read: 'registry.read-places', isPersonal: false, title: ['name'] },
  listed: ['sign', 'kind', 'industry', 'address', 'responsible'],
  fields: {
    name: field('名称', 'Name', { type: text(100), isRequired: true, found: true }),
    sign: field('招牌名称', 'Name on the sign', { type: text(60), found: true }),
    uscc: field('统一社会信用代码', 'Unified social credit code', {
      ...{ type: identifier('uscc'), lasting: true, found: true, source: 'GB 32100' },
    }),
    kind: field('单位类型', 'Kind', { type: code('organisation-kind'), isRequired: true }),
    industry: field('行业门类', 'Industry', { type: code('industry'), source: 'GB/T 4754' }),
    isShop: field('临街商铺', 'Shop on a street', { type: yesNo }),
    address: field('地址', 'Address', { type: text(200), found: true }),
    responsible: field('负责人', 'Person in charge', {
      type: text(50),
      ...personal,
      see: 'registry.read',
      found: true,
    }),
    phone,
    staff: field('从业人数', 'Staff', { type: whole(0, 100_000), staleAfterDays: year }),
    openedOn: field('开业日期', 'Opened on', { type: day }),
    dangerousGoods: field('涉危险化学品', 'Dangerous goods', { type: yesNo, staleAfterDays: 180 }),
    danger: field('安全隐患', 'Danger', { type: code('danger'), staleAfterDays: 180 }),
  },
}

const gb47678 = { source: 'GB/T 47678.5 table 2' } as const
const uscc = (chinese: string, english: string) => field(chinese, english, { type: identifier('uscc'), ...gb47678 })

const facility: KindSpec = {
  label: both('部件', 'Facilities'),
  ...{ read: 'registry.read-places', isPersonal: false, title: ['name'] },
  listed: ['code', 'state', 'address', 'keeper', 'since'],
  fields: {
    code: field('管理部件标识码', 'Facility code', {
      ...{ type: identifier('component'), lasting: true, found: true, isRequired: true, ...gb47678 },
    }),
    name: field('名称', 'Name', { type: text(30), isRequired: true, found: true, ...gb47678 }),
    state: field('状态', 'State', { type: code('facility-state'), isRequired: true, staleAfterDays: 180, ...gb47678 }),
    authorityCode: uscc('主管部门代码', 'Authority, code'),
    authority: field('主管部门', 'Authority', { type: text(100), ...gb47678 }),
    ownerCode: uscc('权属单位代码', 'Owner, code'),
    owner: field('权属单位', 'Owner', { type: text(100), ...gb47678 }),
    keeperCode: uscc('养护单位代码', 'Keeper, code'),
    keeper: field('养护单位', 'Keeper', { type: text(100), ...gb47678, staleAfterDays: 2 * year }),
    cell: field('所在单元网格标识码', 'Unit grid', { type: identifier('cell'), ...gb47678 }),
    address: field('位置', 'Place', { type: text(200), found: true }),
    since: field('初始日期', 'Since', { type: day, ...gb47678 }),
    origin: field('数据来源', 'Origin of the data', { type: code('facility-origin'), ...gb47678 }),
    note: field('备注', 'Note', { type: text(500), ...gb47678 }),
  },
}

const vehicle: KindSpec = {
  label: both('车辆', 'Vehicles'),
  ...{ read: 'registry.read', isPersonal: true, title: ['plate'] },
  listed: ['kind', 'brand', 'colour', 'parking'],
  fields: {
    plate: field('车牌号', 'Plate', {
      ...{ type: identifier('plate'), ...personal, isRequired: true, found: true, lasting: true, source: 'GA 36' },
    }),
    kind: field('车辆类型', 'Kind', { type: code('vehicle-kind'), ...personal, isRequired: true }),
    brand: field('品牌型号', 'Make', { type: text(40), ...personal }),
    colour: field('颜色', 'Colour', { type: text(20), ...personal }),
    parking: field('停放位置', 'Parked at', { type: text(100), ...personal, staleAfterDays: year }),
  },
}

const place: KindSpec = {
  label: both('场所', 'Places'),
  ...{ read: 'registry.read-places', isPersonal: false, title: ['name'] },
  listed: ['kind', 'address', 'capacity', 'responsible'],
  fields: {
    name: field('名称', 'Name', { type: text(100), isRequired: true, found: true }),
    kind: field('场所类型', 'Kind', { type: code('place-kind'), isRequired: true }),
    address: field('地址', 'Address', { type: text(200), found: true }),
    capacity: field('容纳人数', 'Holds (people)', { type: whole(0, 1_000_000), staleAfterDays: year }),
    responsible: field('负责人', 'Person in charge', { type: text(50), ...personal, see: 'registry.read' }),
    phone,
  },
}

const pet: KindSpec = {
  label: both('宠物', 'Pets'),
  ...{ read: 'registry.read', isPersonal: true, title: ['name'] },
  listed: ['species', 'breed', 'licence', 'vaccinatedOn'],
  fields: {
    name: field('名字', 'Name', { type: text(30), ...personal, isRequired: true, found: true }),
    species: field('种类', 'Species', { type: code('species'), ...personal, isRequired: true }),
    breed: field('品种', 'Breed', { type: text(30), ...personal }),
    licence: field('登记证号', 'Licence', { type: text(30), ...personal, found: true }),
    vaccinatedOn: field('最近免疫日期', 'Vaccinated on', { type: day, ...personal, staleAfterDays: year }),
  },
}

const equipment: KindSpec = {
  label: both('特种设备', 'Special equipment'),
  ...{ read: 'registry.read-places', isPersonal: false, title: ['name'] },
  listed: ['kind', 'address', 'user', 'keeper', 'inspectUntil'],
  fields: {
    name: field('名称', 'Name', { type: text(60), isRequired: true, found: true }),
    kind: field('设备类别', 'Kind', { type: code('equipment-kind'), isRequired: true }),
    registration: field('使用登记编号', 'Registration', { type: text(30), found: true, lasting: true }),
    address: field('位置', 'Place', { type: text(200), found: true }),
    user: field('使用单位', 'Used by', { type: text(100), found: true }),
    keeper: field('维保单位', 'Maintained by', { type: text(100), staleAfterDays: year }),
    inspectUntil: field('下次检验日期', 'Next inspection', { type: day, staleAfterDays: year }),
  },
}

/** The only table of what is kept about what. */
export const kinds: Readonly<Record<ThingKind, KindSpec>> = {
  ...{ person, household, housing, tenancy, organisation, facility, vehicle, place, pet },
  equipment,
}

export function fieldOf(kind: ThingKind, key: string): FieldSpec | undefined {
  return Object.hasOwn(kinds[kind].fields, key) ? kinds[kind].fields[key] : undefined
}
