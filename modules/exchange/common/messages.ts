import { defineMessages } from '#platform/i18n/common/translate.ts'

export const exchangeMessages = defineMessages(
  {
    'exchange.kind.sensor': '传感器',
    'exchange.kind.video': '视频平台',
    'exchange.kind.superior': '上级平台',
    'exchange.kind.media': '媒体监看',
    'refusal.exchange/key-not-valid': '对接密钥不对，或者已经停用。请向系统管理员要新的密钥。',
    'refusal.exchange/not-a-client': '这个接口只给对接客户端用。请用客户端的密钥调用。',
    'refusal.exchange/no-such-client': '没有这个对接客户端，或者已经停用。请在列表里重新选择。',
    'refusal.exchange/client-id-taken': '这个客户端已经建过。请刷新列表。',
    'refusal.exchange/already-revoked': '这个客户端已经停用。请刷新列表。',
    'refusal.exchange/no-such-grid': '没有这个网格。请从网格列表里重新选择。',
    'refusal.exchange/no-place': '不知道在哪里。请给出坐标，或者写明地址。',
    'refusal.exchange/outside-scope': '地点不在这个客户端的网格范围内。请核对坐标和坐标系，或请管理员调整范围。',
    'refusal.exchange/no-such-event': '没有这个事件。请核对事件编号或案卷编号；只能查自己报送的。',
    'refusal.exchange/not-a-sheet': '这个文件不是 Excel 表格（.xlsx）。请另存为 .xlsx 后再选。',
    'refusal.exchange/empty-sheet': '表格里没有内容。请用模板填写后再选。',
    'refusal.exchange/too-many-rows': '表格超过 {most} 行。请分成几份再导入。',
    'refusal.exchange/no-good-rows': '没有可以接收的行。请按提示改好表格后再导入。',
  },
  {
    'exchange.kind.sensor': 'Sensor',
    'exchange.kind.video': 'Video platform',
    'exchange.kind.superior': 'Higher platform',
    'exchange.kind.media': 'Media watch',
    'refusal.exchange/key-not-valid': 'The key is wrong or was revoked. Ask the system administrator for a new one.',
    'refusal.exchange/not-a-client': 'This endpoint is for clients only. Call it with a client’s key.',
    'refusal.exchange/no-such-client': 'There is no such client, or it was revoked. Choose from the list again.',
    'refusal.exchange/client-id-taken': 'This client was made already. Reload the list.',
    'refusal.exchange/already-revoked': 'This client was revoked already. Reload the list.',
    'refusal.exchange/no-such-grid': 'There is no such grid. Choose from the list of grids again.',
    'refusal.exchange/no-place': 'It is not known where. Give coordinates, or an address.',
    'refusal.exchange/outside-scope':
      'The place lies outside the client’s grids. Check coordinates and frame, or ask the administrator to widen them.',
    'refusal.exchange/no-such-event':
      'There is no such event. Check the event’s id or the number of the case; only own events can be asked about.',
    'refusal.exchange/not-a-sheet': 'This file is no Excel sheet (.xlsx). Save it as .xlsx and choose it again.',
    'refusal.exchange/empty-sheet': 'The sheet is empty. Fill in the template and choose it again.',
    'refusal.exchange/too-many-rows': 'The sheet has more than {most} rows. Split it and take the parts.',
    'refusal.exchange/no-good-rows': 'No row can be taken. Mend the sheet as told and try again.',
  },
)
