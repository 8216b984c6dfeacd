import { defineMessages } from '../../i18n/common/translate.ts'

/** What the door says in people's words. Modules bring their own texts for their own refusals. */
export const commandMessages = defineMessages(
  {
    'refusal.commands/invalid-input': '请检查后再提交：{problems}。',
    'refusal.commands/not-readable': '收到的内容读不懂：应是完整的 JSON。请刷新页面后重新提交。',
    'refusal.commands/not-a-request': '请求不完整，或地址和请求头太长。请刷新页面后重试，条件多时先减少几个。',
    'refusal.commands/sign-in-first': '请先登录。登录后会回到这里。',
    'refusal.commands/not-allowed': '您现在的岗位不能做这件事。如有其他岗位请先切换，或联系系统管理员。',
    'refusal.commands/request-reused': '这个请求编号已用于另一件事。请刷新页面后重新提交。',
    'refusal.commands/request-id-missing': '请求缺少编号（idempotency-key，UUID）。请带上编号后重新发送。',
    'refusal.commands/too-many': '操作太频繁。请过 {seconds} 秒再试。',
    'refusal.commands/too-large': '内容太大，最多 {limit}。请缩短文字或减少照片后再试。',
    'refusal.commands/no-such-address': '没有这个地址。请从首页重新进入。',
    'refusal.commands/wrong-method': '这个地址不接受这种请求方法，只接受 {allowed}。请按接口文档改用后再试。',
    'refusal.commands/wrong-origin': '请求不是从本系统页面发出的。请从本系统的页面操作。',
    'refusal.commands/app-too-old':
      '这部手机上的应用版本太旧，服务器已不再接收它的记录。请联网打开应用，点“现在更新”；记录都还在手机里，更新后自动发送。',
    'refusal.commands/app-too-new': '服务器正在升级，还认不出新版应用的记录。记录还在手机里，稍后自动再发。',
    fault: '系统出了问题，我们已记录（编号 {requestId}）。您填写的内容还在，请稍后再试。',
    'invalid.invalid_type': '缺少内容或类型不对',
    'invalid.too_big': '超出上限 {limit}',
    'invalid.too_small': '低于下限 {limit}',
    'invalid.invalid_format': '格式不对',
    'invalid.invalid_value': '不在可选范围内',
    'invalid.unrecognized_keys': '有不认识的内容',
    'invalid.other': '内容不对',
  },
  {
    'refusal.commands/invalid-input': 'Please check and send again: {problems}.',
    'refusal.commands/not-readable':
      'What arrived cannot be read: it must be whole JSON. Reload the page and send again.',
    'refusal.commands/not-a-request':
      'The request did not arrive whole, or its address and headers are too long. Reload the page; use fewer conditions.',
    'refusal.commands/sign-in-first': 'Please sign in first. You will come back here.',
    'refusal.commands/not-allowed':
      'Your present post may not do this. Switch to another post if you hold one, or ask the system administrator.',
    'refusal.commands/request-reused':
      'This request number was used for something else. Reload the page and send again.',
    'refusal.commands/request-id-missing':
      'The request has no number (idempotency-key, a UUID). Add one and send again.',
    'refusal.commands/too-many': 'Too many tries. Please try again in {seconds} seconds.',
    'refusal.commands/too-large': 'This is too large; the limit is {limit}. Shorten the text or send fewer photos.',
    'refusal.commands/no-such-address': 'There is nothing at this address. Please start from the home page.',
    'refusal.commands/wrong-method':
      'This address does not take that method, only {allowed}. Use it as the published interface says.',
    'refusal.commands/wrong-origin': 'This request did not come from a page of this system. Please use its own pages.',
    'refusal.commands/app-too-old':
      'The app on this phone is too old for the server. Open it with a network and choose “Update now”; everything is still on the phone and is sent by itself afterwards.',
    'refusal.commands/app-too-new':
      'The server is being updated and does not know this newer app yet. Everything is still on the phone and is sent again by itself.',
    fault:
      'Something broke on our side; it is on record (number {requestId}). What you typed is kept. Please try later.',
    'invalid.invalid_type': 'missing, or of the wrong type',
    'invalid.too_big': 'above the limit of {limit}',
    'invalid.too_small': 'below the least of {limit}',
    'invalid.invalid_format': 'has the wrong form',
    'invalid.invalid_value': 'is not one of the choices',
    'invalid.unrecognized_keys': 'holds something unknown',
    'invalid.other': 'is not right',
  },
)
