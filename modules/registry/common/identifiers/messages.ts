import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What is wrong with an identifier, where, and what to do; `at` counts characters from 1. */
export const identifierMessages = defineMessages(
  {
    'identifier.empty': '没有填写。',
    'identifier.length': '应为 {length} 位，现有 {found} 位。请对照证件补齐或去掉多余的字符。',
    'identifier.length-15': '这是 1999 年以前的 15 位号码。升位后应为 {proposal}，请对照现有证件确认。',
    'identifier.spreadsheet-rounded':
      '号码被表格软件当作数字，后几位已丢失。请在原表把该列改为“文本”后重新填写，不能由系统补回。',
    'identifier.character': '第 {at} 位“{found}”不应出现在这里。请对照证件改正。',
    'identifier.letter-for-digit': '第 {at} 位是字母 {found}，可能应为数字 {digit}。请对照证件改正。',
    'identifier.check-character':
      '校验不符：按前面各位，第 {at} 位应为 {expected}，现为 {found}。请逐位对照证件，常见的是某一位写错或相邻两位写反。',
    'identifier.division': '第 {at} 位起的“{found}”不是行政区划代码。请对照证件改正。',
    'identifier.birth-date': '第 {at} 位起的“{found}”不是一个日期。请对照证件改正出生日期。',
    'identifier.birth-in-future': '出生日期 {found} 还没有到。请对照证件改正。',
    'identifier.too-old': '出生日期 {found} 距今超过 {most} 年。请对照证件改正。',
    'identifier.authority': '前两位“{found}”不是登记管理部门和机构类别。请对照证照改正。',
    'identifier.organisation-code': '第 9 至 17 位“{found}”不是组织机构代码，其末位应为 {expected}。请对照证照改正。',
    'identifier.plate-province': '第 1 位“{found}”不是省份简称。例如：鲁A12345。',
    'identifier.plate-office': '第 2 位“{found}”应为发证机关字母。例如：鲁A12345。',
    'identifier.plate-length': '号牌应为 7 位，新能源 8 位，现有 {found} 位。',
    'identifier.plate-i-o': '第 {at} 位“{found}”：号牌序号不用字母 I 和 O，可能是数字 1 或 0。',
    'identifier.plate-energy': '8 位号牌应为新能源号牌：小型车第 3 位、大型车末位为 A 至 H、J、K 之一，现为“{found}”。',
    'identifier.plate-form': '号牌序号“{found}”里字母太多。请对照行驶证改正。',
    'identifier.mobile-start': '手机号应以 13 至 19 开头，现为 {found}。',
    'identifier.area-code': '“{found}”不是区号。例如：010、0531。',
    'identifier.phone-form': '电话号码写法不对（{found}）。例如：13800000000、0531-88880000、0531-88880000 转 12。',
    'identifier.component-class': '第 7 至 11 位“{found}”不是部件类别代码。请按部件类别选择。',
    'identifier.cell-code': '前 6 位“{found}”不是行政区划代码。单元网格标识码为 15 位。',
    'identifier.parcel-feature': '第 13、14 位“{found}”应为宗地特征字母，例如 JC。',
    'identifier.attachment-feature':
      '第 20 位“{found}”应为 F（房屋）、L（林木）、Q（其他）或 W（无定着物，后接八个 0）。',
    'identifier.unknown-kind': '没有这种证件类型：{found}。请从列表里选择。',
  },
  {
    'identifier.empty': 'Nothing is filled in.',
    'identifier.length': 'It should have {length} characters and has {found}. Complete it from the document.',
    'identifier.length-15':
      'This is a 15-digit number from before 1999. It became {proposal}; check it against the card that holds now.',
    'identifier.spreadsheet-rounded':
      'A spreadsheet took the number for a quantity and its last digits are lost. Make that column text in the sheet and enter it again; it cannot be restored here.',
    'identifier.character': '“{found}” does not belong at place {at}. Correct it from the document.',
    'identifier.letter-for-digit':
      'Place {at} holds the letter {found}, perhaps for the digit {digit}. Correct it from the document.',
    'identifier.check-character':
      'The check fails: place {at} should be {expected} after what stands before it, and is {found}. Compare each place with the document; often one is mistyped or two neighbours are swapped.',
    'identifier.division': '“{found}” from place {at} is no division code. Correct it from the document.',
    'identifier.birth-date': '“{found}” from place {at} is no date. Correct the date of birth from the document.',
    'identifier.birth-in-future': 'The date of birth {found} is still to come. Correct it from the document.',
    'identifier.too-old': 'The date of birth {found} is more than {most} years ago. Correct it from the document.',
    'identifier.authority': 'The first two characters “{found}” name no registering authority and kind of body.',
    'identifier.organisation-code':
      'Places 9 to 17, “{found}”, are no organisation code; its last character should be {expected}.',
    'identifier.plate-province': '“{found}” at place 1 is no sign of a province. Example: 鲁A12345.',
    'identifier.plate-office': '“{found}” at place 2 should be the letter of the issuing office. Example: 鲁A12345.',
    'identifier.plate-length': 'A plate has 7 characters, a new-energy plate 8; this one has {found}.',
    'identifier.plate-i-o':
      '“{found}” at place {at}: serials on plates use neither I nor O; perhaps it is the digit 1 or 0.',
    'identifier.plate-energy':
      'A plate of 8 is a new-energy plate: place 3 of a small car or the last of a large one is A to H, J or K; “{found}” is not.',
    'identifier.plate-form': 'There are too many letters in the serial “{found}”. Correct it from the vehicle licence.',
    'identifier.mobile-start': 'A mobile number begins with 13 to 19, this one with {found}.',
    'identifier.area-code': '“{found}” is no area code. Examples: 010, 0531.',
    'identifier.phone-form':
      'This is no phone number ({found}). Examples: 13800000000, 0531-88880000, 0531-88880000 转 12.',
    'identifier.component-class': 'Places 7 to 11, “{found}”, are no component class. Choose the class from the list.',
    'identifier.cell-code': 'The first 6, “{found}”, are no division code. A cell code has 15 characters.',
    'identifier.parcel-feature': 'Places 13 and 14, “{found}”, should be the parcel’s letters, such as JC.',
    'identifier.attachment-feature':
      'Place 20, “{found}”, should be F (house), L (woods), Q (other) or W (nothing, then eight zeros).',
    'identifier.unknown-kind': 'There is no such kind of document: {found}. Choose one from the list.',
  },
)
