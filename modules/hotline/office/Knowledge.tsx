import { Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useKeys } from '#platform/ui/office/keys.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { searchArticles } from '../common/contract.ts'
import { hotlineOfficeMessages } from './messages.ts'

const searchKey = 's'

export interface UsedArticle {
  readonly articleId: string
  readonly title: string
  readonly body: string
}

/** What is in force today, beside the call. `s` goes to the search; an article is used with one press. */
export function Knowledge({ onUse }: { readonly onUse: ((article: UsedArticle) => void) | null }) {
  const t = useText(hotlineOfficeMessages)
  const [text, setText] = useState('')
  const search = useRef<InputRef>(null)
  const asked = useAsk<typeof searchArticles>('hotline.search-articles', { text }, { keep: true })
  useKeys({ [searchKey]: () => search.current?.focus() })
  return (
    <div className="ho-body o-stack">
      <h2>{t('desk.knowledge')}</h2>
      <Input.Search
        ref={search}
        aria-label={t('knowledge.search')}
        placeholder={t('knowledge.search')}
        aria-keyshortcuts={searchKey}
        allowClear
        onSearch={typed => setText(typed.trim())}
      />
      <Answered asked={asked}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="o-hint">{t('knowledge.none')}</p>
          ) : (
            <>
              <ul className="ho-found">
                {rows.map(({ articleId, title, body, from }) => (
                  <li key={articleId}>
                    <details>
                      <summary>{title}</summary>
                      <p className="ho-words">{body}</p>
                      <p className="o-soft">{t('knowledge.since', { day: from })}</p>
                    </details>
                    {onUse ? (
                      <Button
                        size="small"
                        aria-label={t('knowledge.use-this', { title })}
                        onClick={() => onUse({ articleId, title, body })}
                      >
                        {t('knowledge.use')}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
              {total > rows.length ? (
                <p className="o-hint">{t('knowledge.more', { count: total - rows.length })}</p>
              ) : null}
            </>
          )
        }
      </Answered>
    </div>
  )
}
