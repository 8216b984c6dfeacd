import { defineMessages } from '#platform/i18n/common/translate.ts'

export const catalogueMessages = defineMessages(
  {
    'catalogue.column.classKind': '部件/事件',
    'catalogue.column.classCode': '类别代码',
    'catalogue.column.condition': '立案条件',
    'catalogue.column.limitText': '处置时限',
    'catalogue.column.closing': '结案条件',
    'catalogue.column.handlingBody': '处置单位',
    'catalogue.column.supervisingBody': '监管单位',
    'catalogue.column.collect': '采集要求',
    'catalogue.kind.component': '部件',
    'catalogue.kind.event': '事件',
    'catalogue.fault.missing': '第 {row} 行缺少“{column}”，请补上。',
    'catalogue.fault.unknown-kind': '第 {row} 行“{column}”只能写“部件”或“事件”，现在写的是“{said}”。',
    'catalogue.fault.unknown-class':
      '第 {row} 行的类别代码“{said}”不在目录里，请核对；旧版四位代码请换成现行五位代码，本市自编的请先登记为地方扩展类别。',
    'catalogue.fault.broken-cell': '第 {row} 行“{column}”是公式错误（{said}），请在表里改好或直接写上内容。',
    'catalogue.fault.other-kind': '第 {row} 行的类别代码“{said}”属于{now}，请改“大类”一栏或改代码。',
    'catalogue.fault.only-major': '第 {row} 行的“{said}”只是大类，请写到小类（五位代码）。',
    'catalogue.fault.read-as-number': '第 {row} 行的“{said}”被表格当成了数字，应是 {now}。请把这一列设为“文本”再填。',
    'catalogue.fault.old-class': '第 {row} 行的“{said}”是旧版代码，现行代码是 {now}，请改用现行代码。',
    'catalogue.fault.too-long': '第 {row} 行“{column}”超过 {most} 字，请缩短。',
    'catalogue.fault.said-twice': '第 {row} 行与第 {firstRow} 行是同一类别的同一条件，请只留一行。',
    'refusal.catalogue/no-such-condition': '没有这条立案条件。请从立结案规范里重新选择。',
    'refusal.catalogue/condition-changed': '在您编辑期间，别人已经改过这条立案条件。请刷新后再改，您写的内容还在。',
    'refusal.catalogue/unknown-class': '目录里没有这个类别。请从目录中选择。',
    'refusal.catalogue/text-missing': '请写明“{column}”。',
    'refusal.catalogue/said-already': '这个类别已经有同样的立案条件。请直接修改那一条。',
    'refusal.catalogue/book-changed': '在您预览期间，别人改过立结案规范。请重新预览，再导入。',
    'refusal.catalogue/no-such-class': '没有这个地方扩展类别。请从列表中重新选择。',
    'refusal.catalogue/class-changed': '在您编辑期间，别人已经改过这个类别。请刷新后再改，您写的内容还在。',
    'refusal.catalogue/class-name-missing': '请写明类别名称。',
    'refusal.catalogue/not-a-local-code':
      '{code} 不能用作地方扩展代码。请用国标大类加 999 至 080 的顺序号，从大往小编。',
    'refusal.catalogue/national-has-it': '国标目录已有同名类别 {code}。请直接使用国标类别。',
    'refusal.catalogue/not-an-old-local-code':
      '{code} 不是旧版的地方扩展代码。旧代码是四位：两位大类加从 99 往小编的顺序号，如 0196；没有就留空。',
    'refusal.catalogue/old-code-taken': '这个旧代码已经属于 {code}。请核对后改用别的旧代码，或留空。',
  },
  {
    'catalogue.column.classKind': 'component/event',
    'catalogue.column.classCode': 'class code',
    'catalogue.column.condition': 'filing condition',
    'catalogue.column.limitText': 'limit',
    'catalogue.column.closing': 'closing condition',
    'catalogue.column.handlingBody': 'handling body',
    'catalogue.column.supervisingBody': 'supervising body',
    'catalogue.column.collect': 'what to collect',
    'catalogue.kind.component': 'component',
    'catalogue.kind.event': 'event',
    'catalogue.fault.missing': 'Row {row} lacks “{column}”. Fill it in.',
    'catalogue.fault.unknown-kind': 'Row {row}: “{column}” must be component or event; it says “{said}”.',
    'catalogue.fault.unknown-class':
      'Row {row}: the class code “{said}” is not in the catalogue. Check it; old codes of four digits need today’s five, and a code of your own is entered as a local class first.',
    'catalogue.fault.broken-cell':
      'Row {row}: “{column}” is the error of a formula ({said}). Mend it in the sheet or write the contents.',
    'catalogue.fault.other-kind': 'Row {row}: the class code “{said}” belongs to {now}. Correct the kind or the code.',
    'catalogue.fault.only-major': 'Row {row}: “{said}” is only a major class. Write the class, five digits.',
    'catalogue.fault.read-as-number':
      'Row {row}: “{said}” was taken for a number; it should be {now}. Set the column to text and write it again.',
    'catalogue.fault.old-class': 'Row {row}: “{said}” is an old code; today’s is {now}. Use that one.',
    'catalogue.fault.too-long': 'Row {row}: “{column}” is longer than {most} characters. Shorten it.',
    'catalogue.fault.said-twice': 'Rows {row} and {firstRow} are the same condition of the same class. Keep one.',
    'refusal.catalogue/no-such-condition':
      'There is no such filing condition. Choose it from the filing standard again.',
    'refusal.catalogue/condition-changed':
      'Somebody has changed this condition while you were writing. Reload and change it again; what you wrote is kept.',
    'refusal.catalogue/unknown-class': 'The catalogue has no such class. Choose one from the catalogue.',
    'refusal.catalogue/text-missing': 'Say what the {column} is.',
    'refusal.catalogue/said-already': 'This class has the same condition already. Change that one instead.',
    'refusal.catalogue/book-changed':
      'Somebody has changed the filing standard since you looked. Look at the preview again, then import.',
    'refusal.catalogue/no-such-class': 'There is no such local class. Choose it from the list again.',
    'refusal.catalogue/class-changed':
      'Somebody has changed this class while you were writing. Reload and change it again; what you wrote is kept.',
    'refusal.catalogue/class-name-missing': 'Say what the class is called.',
    'refusal.catalogue/not-a-local-code':
      '{code} cannot be a local code. Use a national major and a serial from 999 down to 080.',
    'refusal.catalogue/national-has-it': 'The national class {code} has this very name. Use that one.',
    'refusal.catalogue/not-an-old-local-code':
      '{code} is no local code of the old edition: two digits of the major and a serial from 99 downwards, such as 0196. Leave it empty if there is none.',
    'refusal.catalogue/old-code-taken': 'This old code belongs to {code} already. Check it, or leave it empty.',
  },
)
