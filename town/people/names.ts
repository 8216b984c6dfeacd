import { pick, pickWeighted, type Random } from '../random.ts'

/** Surnames with about how often they occur; two of two characters so that screens meet them. */
const surnames = [
  ...[...'王李张刘陈杨赵黄周吴'].map(name => [name, 10] as const),
  ...[...'徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'].map(name => [name, 3] as const),
  ['欧阳', 1] as const,
  ['上官', 1] as const,
]

const given = {
  one: [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂华林建文辉'],
  first: [...'志建国文永海春雨晓玉金秀思子浩宇佳嘉梓欣俊明德世永兴'],
  second: [...'伟华明军平红英霞辉涛宁峰杰轩怡涵萱婷琳悦然凯博远达成'],
}

/** More people than names have namesakes, as in every city. */
const triesForANewName = 8

/** A made-up name, not yet in `taken` if one can be found; rare characters now and then, since lists must draw them too. */
export function makeName(random: Random, taken: Set<string>): string {
  for (let tried = 1; ; tried++) {
    const rare = random() < 0.01 ? '䶮' : ''
    const own =
      rare || (random() < 0.3 ? pick(random, given.one) : pick(random, given.first) + pick(random, given.second))
    const name = pickWeighted(random, surnames) + own
    if (taken.has(name) && tried < triesForANewName) continue
    taken.add(name)
    return name
  }
}
