import { defineMessages } from '../../i18n/common/translate.ts'

export const fileMessages = defineMessages(
  {
    'refusal.files/not-a-photo': '这不是照片（{found}）。请选择 JPEG、PNG 或 WebP 图片。',
    'refusal.files/not-a-paper': '只收 PDF、OFD、DOCX、XLSX 文件和照片，不收带宏的文件。请另存为其中一种再上传。',
    'refusal.files/unreadable': '照片打不开，可能没有传完整。请重新拍摄或选择另一张。',
    'refusal.files/too-large': '照片或文件太大，最多 {limit}。请用较低的分辨率重拍，或先压缩、拆分。',
    'refusal.files/no-file': '没有收到照片。请选择一张照片再上传。',
    'refusal.files/cut-off': '照片或文件没有传完整。请检查网络后再传一次。',
    'refusal.files/not-found': '找不到这张照片，或您无权查看。请从所属的案卷打开。',
    'refusal.files/unknown': '有照片没有上传成功或已过期。请重新上传后再提交。',
    'refusal.files/taken-by-another': '这张照片已用在另一件事里。请重新上传后再提交。',
    'refusal.files/piece-wrong': '照片的这一段对不上。请重新拍摄或选择另一张。',
    'paper.waiting': '正在读取文字，读完就能按内容查到',
    'paper.whole': '能按内容查到',
    'paper.beginning': '很长，只有前面的内容能查到',
    'paper.none': '里面没有文字（多为扫描件），只能按文件名查到',
    'paper.locked': '有密码，文字读不出，只能按文件名查到',
    'paper.too-much': '太大太复杂，文字读不出，只能按文件名查到',
    'paper.broken': '文字读不出，只能按文件名查到',
  },
  {
    'refusal.files/not-a-photo': 'This is not a photo ({found}). Please choose a JPEG, PNG or WebP picture.',
    'refusal.files/not-a-paper':
      'Only PDF, OFD, DOCX, XLSX and photos are taken, and none with macros. Save the file as one of these and choose it again.',
    'refusal.files/unreadable':
      'The photo cannot be opened; it may be incomplete. Take it again or choose another one.',
    'refusal.files/too-large':
      'The photo or file is too large; the limit is {limit}. Take it at a lower resolution, or make it smaller.',
    'refusal.files/no-file': 'No photo arrived. Choose one and send it again.',
    'refusal.files/cut-off': 'The photo or file did not arrive whole. Check the network and send it again.',
    'refusal.files/not-found': 'There is no such photo, or you may not see it. Open it from the case it belongs to.',
    'refusal.files/unknown': 'A photo was not uploaded, or is no longer kept. Upload it again, then send.',
    'refusal.files/taken-by-another': 'This photo already belongs to something else. Upload it again, then send.',
    'refusal.files/piece-wrong': 'This piece of the photo does not fit. Take it again or choose another one.',
    'paper.waiting': 'its text is being read, then it is found by what it says',
    'paper.whole': 'found by what it says',
    'paper.beginning': 'very long: found by what its beginning says',
    'paper.none': 'holds no text (a scan, mostly); found by its name only',
    'paper.locked': 'locked by a password, its text could not be read; found by its name only',
    'paper.too-much': 'too large or complicated, its text could not be read; found by its name only',
    'paper.broken': 'its text could not be read; found by its name only',
  },
)
