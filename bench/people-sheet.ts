import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import { citizenCheck } from '#modules/registry/common/index.ts'
import { pick, randomFrom } from '#town/random.ts'
import { streetName } from './people-around.ts'

// `node bench/people-sheet.ts PATH ROWS`: a sheet as another system exports it, texts shared between cells as Office does,
// with about one faulty row in a hundred. A process of its own: writing it takes more memory than reading it.
const [path = '', rows = '100000'] = process.argv.slice(2)
const random = randomFrom(11)
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂华林建文辉志国永海']

const headings = [
  ...['序号', '姓名', '身份证号码', '性别', '民族', '联系方式', '人员类型', '婚姻状况', '文化程度', '工作单位', '职业'],
  ...['籍贯', '户籍地址', '家庭住址', '户号', '与户主关系', '所属社区', '网格员', '备注', '登记时间', '政治面貌'],
]

function* lines() {
  yield headings
  for (let at = 0; at < Number(rows); at++) {
    const born = new Date(Date.UTC(1935 + (at % 88), at % 12, 1 + (at % 28))).toISOString().slice(0, 10)
    const first17 = `370113${born.replaceAll('-', '')}${String(Math.floor(at / 88) % 1000).padStart(3, '0')}`
    const isFaulty = at % 97 === 5
    const number = first17 + (isFaulty ? (citizenCheck(first17) === '1' ? '2' : '1') : citizenCheck(first17))
    const sex = Number(first17[16]) % 2 === 1 ? '男' : '女'
    const name = pick(random, surnames) + pick(random, given) + (at % 3 === 0 ? '' : pick(random, given))
    const [street, house, room] = [
      streetName(at % 200),
      1 + (Math.floor(at / 200) % 40),
      `${1 + (at % 18)}0${1 + (at % 3)}`,
    ]
    yield [
      ...[String(at + 1), name, number, sex, '汉族', `13${String(100_000_000 + at)}`, at % 5 === 0 ? '流动' : '户籍'],
      ...['已婚', '本科', `单位${at % 5000}`, '职员', '山东济南', `山东省济南市长清区${street}${house}号`],
      ...[`${street}${house}号1单元${room}室`, `H${Math.floor(at / 3)}`, at % 3 === 0 ? '户主' : '其他', '社区'],
      ...['网格员', `备注${at}`, '2026-09-01', '群众'],
    ]
  }
}

await writeXlsxStream(lines(), { name: '人口', inlineStrings: false }).pipeTo(Writable.toWeb(createWriteStream(path)))
