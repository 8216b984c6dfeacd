import type { InstitutionKind } from '#modules/institutions/common/index.ts'

export interface InstitutionText {
  readonly kind: InstitutionKind
  readonly title: string
  readonly roles: readonly string[]
  /** One paragraph per line of the list; the loader puts headings and lists as they stand. */
  readonly body: string
  /** An earlier wording that this one replaced. */
  readonly before?: { readonly body: string; readonly changeNote: string }
}

const workers = ['grid-worker', 'grid-lead', 'committee-member']
const sweepers = ['cleaner']
const desk = ['acceptor', 'duty-chief', 'dispatcher', 'street-centre']

/** The rules of the made-up street, in the demo's own words. */
export const rules: readonly InstitutionText[] = [
  {
    kind: 'safety',
    title: '道路保洁作业安全规定',
    roles: sweepers,
    body: `# 上路之前
1. 穿反光背心，戴帽，检查车灯和刹车。
2. 雨雪、大雾、四十度以上高温，听班长通知再上路。

# 作业当中
- 面向来车清扫，不在机动车道停留。
- 横过马路走斑马线，不追赶飘走的垃圾。
- 井盖缺损、电线落地，先站远守住，再打电话上报。

# 出了事
先救人，再报班长和指挥中心，不私下了结。`,
    before: {
      body: `# 上路之前
1. 穿反光背心，戴帽。

# 作业当中
- 面向来车清扫，不在机动车道停留。

# 出了事
报班长。`,
      changeNote: '加上车辆检查、井盖电线的处置和先救人的要求',
    },
  },
  {
    kind: 'safety',
    title: '网格员入户走访安全须知',
    roles: workers,
    body: `# 进门
- 亮证件，说来意，主人同意再进门。
- 独自走访时，先在手机上告诉同事去哪一户。

# 觉得不对
情绪激动、有酒气、有凶犬的，退到楼道，约改日两人同去。
闻到煤气味，不按门铃、不开灯，下楼打电话。`,
  },
  {
    kind: 'safety',
    title: '汛期巡查安全规定',
    roles: ['grid-worker', 'grid-lead', 'road-chief'],
    body: `积水没过脚踝的路段不涉水，远处拍照上报。
河道巡查两人一组，离岸一米以上。
红色预警时停止外出，在室内用电话联系低洼院落。`,
  },
  {
    kind: 'safety',
    title: '楼院消防通道管理规定',
    roles: ['building-head', ...workers],
    body: `楼门院长每周看一次楼道和消防通道。
# 看什么
- 通道能过一辆消防车。
- 楼道里没有电动车和堆物。
- 消火栓、灭火器在位。
劝不动的拍照上报，不与住户争吵。`,
  },
  {
    kind: 'conduct',
    title: '网格员行为规范',
    roles: workers,
    body: `# 说话
先听完，再说能办什么、谁来办、什么时候回话。办不了的当场说明白。

# 做事
- 不收礼，不借钱，不替人代签。
- 居民的电话、病情、收入只用于办这件事，不在群里说。
- 不为凑数上报，没有事就是没有事。`,
    before: {
      body: `# 说话
先听完，再答复。

# 做事
- 不收礼，不借钱。
- 每月上报不少于二十件。`,
      changeNote: '取消上报件数要求，加上个人信息保护',
    },
  },
  {
    kind: 'conduct',
    title: '窗口服务规范',
    roles: ['window-clerk'],
    body: `一次告知：材料缺什么，写在纸上一次说清。
老人和行动不便的先办，可以由家属代办的告诉他怎么代办。
到下班时间，排着队的办完再走。`,
  },
  {
    kind: 'conduct',
    title: '接线员用语和记录规范',
    roles: desk,
    body: `接起先报单位和工号。
记下四样：什么事、在哪里、怎么联系、想要什么结果。
骂人的电话可以提醒一次，再骂可以说明后挂断，照样记录。`,
  },
  {
    kind: 'conduct',
    title: '保洁员着装和用语规范',
    roles: sweepers,
    body: `工作服干净，扣子扣齐，工具放在保洁箱里。
有人乱扔，先捡起来，再好好提醒一句，不和人争。`,
  },
  {
    kind: 'standard',
    title: '道路保洁质量标准',
    roles: [...sweepers, 'road-chief'],
    body: `主次干道每天两次普扫、两次保洁，白天有人巡。
# 六净
- 路面净、边沟净、树穴净
- 雨水口净、人行道净、果皮箱净
# 一洁一见本色
护栏见洁，路面见本色。
雨后两小时内清掉泥沙。`,
  },
  {
    kind: 'standard',
    title: '背街小巷环境标准',
    roles: [...workers, 'building-head'],
    body: `小广告当天清，乱堆三天清。
晾晒不占道，空调水不滴到路上。
每条小巷有一块牌子，写着路长的姓名和电话。`,
  },
  {
    kind: 'standard',
    title: '案卷照片拍摄标准',
    roles: [...workers, 'department-handler', 'cleaner', 'building-head'],
    body: `一张远景看得出在哪里，一张近景看得清是什么。
处置后照片与处置前同一角度。
人脸、车牌不是要说的事，就避开不拍。`,
  },
  {
    kind: 'standard',
    title: '公共厕所管理标准',
    roles: sweepers,
    body: `开门期间每两小时清洁一次，纸和洗手液不断。
无障碍位保持能用，报警铃每周试一次。`,
  },
  {
    kind: 'meeting',
    title: '周调度会制度',
    roles: ['grid-lead', 'street-centre', 'road-chief'],
    body: `每周五下午开，不超过一小时。
只说三件：超期的、反复的、需要街道协调的。
议定的事写清谁办、哪天办完，下周第一件先对账。`,
  },
  {
    kind: 'meeting',
    title: '月度专题会议制度',
    roles: ['street-centre', 'grid-lead'],
    body: `每月最后一个周三，选当月最多的一类问题专题研究。
请责任部门和两名居民代表参加，会后三天内公开结果。`,
  },
  {
    kind: 'meeting',
    title: '社区议事会规则',
    roles: ['committee-member'],
    body: `议题提前三天贴出来。
一人一次发言不超过三分钟，先说事后说人。
同意的、不同意的、弃权的都记数，决议七天内贴在公开栏。`,
  },
  {
    kind: 'procedure',
    title: '案卷认领和销号制度',
    roles: [...workers, 'department-handler'],
    body: `派到的案卷，工作时间内两小时认领。认领不了的写明理由退回，不放着。
处置完拍照反馈，核查通过才算销号。
同一地点一个月三次以上的，由网格长到场找原因。`,
  },
  {
    kind: 'procedure',
    title: '民情日记一事一记制度',
    roles: workers,
    body: `走访当天记，一件事写一篇。
当天要有反馈：办了、看着、转了，三样都行，不许空着。`,
  },
  {
    kind: 'procedure',
    title: '岗位空缺和顶岗制度',
    roles: ['grid-lead', 'personnel-officer', 'street-centre'],
    body: `岗位空缺当天告诉上一级网格长，由他代为负责。
请假三天以上的，指定顶岗人，写明从哪天到哪天。
顶岗人的权限到期自动收回。`,
  },
  {
    kind: 'procedure',
    title: '工作日历和值班制度',
    roles: desk,
    body: `上班时间九点到十二点、十三点半到十七点半，周一到周五。
值班电话全天有人接，交接班当面说清未办完的事。`,
  },
  {
    kind: 'procedure',
    title: '居民信息保护制度',
    roles: [...workers, ...desk, 'window-clerk', 'civil-affairs-officer', 'building-head'],
    body: `只收办事要用的，办完不多留。
看身份证号、电话全号要写理由，系统留痕，居民可以来问谁看过。
不把居民名单发到微信群。`,
  },
  {
    kind: 'procedure',
    title: '路长河长巡查制度',
    roles: ['road-chief', 'grid-lead'],
    body: `一级每月、二级每半月、三级每周走一遍自己的路段河段。
走的时候不数步数，看问题有没有少下去。`,
  },
  {
    kind: 'covenant',
    title: '丹凤南社区居民公约',
    roles: ['building-head'],
    body: `1. 垃圾分好再下楼。
2. 晚上十点后轻声。
3. 牵绳遛狗，自带纸袋。
4. 车停在线里，通道留给救护车。
5. 邻里有事先商量，商量不成请议事会。`,
  },
  {
    kind: 'covenant',
    title: '商户门前三包公约',
    roles: [],
    body: `门前五米，商户自己包卫生、包秩序、包设施完好。
不出店经营，不把脏水倒进雨水口。
三个月没有被提醒的，评为文明商户，挂牌公布。`,
  },
]

/** The twenty-eight notices with period and area of the made-up street (mission E1), each a stem and what it says. */
export const notices: readonly { readonly title: string; readonly says: string }[] = [
  { title: '人民路分段封闭施工', says: '该路段双向禁止机动车通行，行人从北侧便道走。公交在东口临时设站。' },
  { title: '跨年活动期间交通管制', says: '当天十八点到次日一点，管制区内机动车只出不进。' },
  { title: '春节期间烟花爆竹禁放', says: '全域禁放。发现燃放先劝阻，不听的报派出所。' },
  { title: '元宵灯会人流管控', says: '入口分批放行，广场内超过四千人暂停入场。' },
  { title: '春季绿化带补种', says: '补种期间人行道减半，请绕行南侧。' },
  { title: '清明文明祭扫', says: '路口、河边、绿地禁止焚烧，社区设三处集中祭扫点。' },
  { title: '雨水管网清淤', says: '清淤车夜间二十二点后作业，井口周边请勿停车。' },
  { title: '护河护岸集中整治', says: '岸线十米内的菜地、棚屋在公告期内自行清理。' },
  { title: '中考期间噪声管控', says: '考点周边五百米内停止产生噪声的施工和广场舞。' },
  { title: '高考期间交通保障', says: '考点周边道路八点前禁止货车通行，考生车辆可临时停靠。' },
  { title: '夜市疏导点试行', says: '疏导点十八点到二十三点开放，摊位不超出黄线，收摊清洁。' },
  { title: '夏季占道烧烤整治', says: '全域禁止露天烧烤。疏导点内须有油烟净化设备。' },
  { title: '汛期低洼院落避险', says: '预警发布后，地下室和低洼院落居民按楼门院长通知转移。' },
  { title: '防暑降温作业时间调整', says: '户外保洁改为五点到十点、十七点到二十点，正午停止作业。' },
  { title: '电动自行车集中充电', says: '楼道内禁止充电，新建充电棚首月免费。' },
  { title: '暑期防溺水管理', says: '河道、闸口设置警示，周末由志愿者值守。' },
  { title: '犬只登记月', says: '各社区设登记点，登记后领牌。大型犬外出戴嘴套。' },
  { title: '老旧小区外墙维修', says: '维修楼栋下方划出警戒区，请走指定单元门。' },
  { title: '开学季校园周边秩序', says: '上下学时段校门前两百米禁止停车，流动摊点退出。' },
  { title: '国庆花坛布置', says: '布置期间广场东侧封闭，请从西侧通行。' },
  { title: '马拉松赛道临时管制', says: '起跑前一小时到关门时间，赛道只许横穿指定路口。' },
  { title: '秋冬扬尘管控', says: '重污染天气预警期间，土方作业停工，道路增加洒水。' },
  { title: '落叶清扫增加班次', says: '主次干道增加一班清扫，落叶日产日清，不焚烧。' },
  { title: '燃气管道更换停气', says: '停气期间请关闭阀门，恢复供气由工作人员上门检查。' },
  { title: '供热试水', says: '试水当天请家中留人，发现漏水立即关总阀并打值班电话。' },
  { title: '老年人流感疫苗接种', says: '社区卫生站设接种点，行动不便的由网格员登记上门。' },
  { title: '扫雪除冰责任分工', says: '机关、学校、商户负责门前，主次干道由环卫所负责。' },
  { title: '岁末消防隐患排查', says: '商户自查在前，街道抽查在后，问题限期整改。' },
]
