/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const desk = ['acceptor', 'duty-chief']
export const hotlineAccess = {
  'hotline.take-call': desk,
  'hotline.caller-history': desk,
  'hotline.answer-call': desk,
  'hotline.open-case': desk,
  'hotline.link-call': desk,
  'hotline.put-article': ['duty-chief'],
  'hotline.record-call-back': desk,
  'hotline.record-case-call-back': desk,
  'hotline.list-case-call-backs': desk,
  'hotline.list-calls': desk,
  'hotline.show-call': desk,
  'hotline.search-articles': desk,
  'hotline.list-articles': desk,
  'hotline.show-article': desk,
  'hotline.list-call-backs': desk,
  'hotline.call-back-figures': ['supervisor'],
} as const
