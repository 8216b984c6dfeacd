import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listArticles } from '../common/contract.ts'
import { ArticleForm } from './ArticleForm.tsx'
import { hotlineOfficeMessages } from './messages.ts'
import './hotline-office.css'

/** The knowledge base: what is in force, and for whoever looks for it, what comes and what is retired. */
export function Page() {
  const t = useText(hotlineOfficeMessages)
  const may = useMay()
  const navigate = useNavigate()
  const [url, setUrl] = useUrlState()
  const [isWriting, setWriting] = useState(false)
  const [articleId] = useState(newId)
  const onlyInForce = url.all !== 'yes'
  const asked = useAsk<typeof listArticles>('hotline.list-articles', { text: url.search ?? '' }, { keep: true })
  return (
    <OfficePage
      title={t('place.articles')}
      about={t('articles.about')}
      actions={
        may('hotline.edit-articles') && !isWriting ? (
          <Button type="primary" onClick={() => setWriting(true)}>
            {t('articles.new')}
          </Button>
        ) : null
      }
    >
      {isWriting ? (
        <section className="o-card" aria-labelledby="new-article">
          <h2 id="new-article">{t('articles.new')}</h2>
          <ArticleForm
            articleId={articleId}
            seenVersion={0}
            start={{}}
            onCancel={() => setWriting(false)}
            onDone={() => void navigate({ to: '/articles/$articleId', params: { articleId } })}
          />
        </section>
      ) : null}
      <div className="o-list-tools">
        <Input.Search
          aria-label={t('articles.search')}
          placeholder={t('articles.search')}
          defaultValue={url.search ?? ''}
          allowClear
          className="o-find"
          onSearch={text => setUrl({ search: text.trim() || undefined })}
        />
        <Checkbox checked={onlyInForce} onChange={event => setUrl({ all: event.target.checked ? undefined : 'yes' })}>
          {t('articles.only-in-force')}
        </Checkbox>
      </div>
      <Answered asked={asked}>
        {({ rows }) => {
          const shown = rows.filter(row => !onlyInForce || row.state === 'in-force')
          if (shown.length === 0) return <Blank title={t('articles.empty')}>{t('articles.empty-why')}</Blank>
          return (
            <section aria-label={t('articles.list')}>
              <ul className="o-lines">
                {shown.map(({ articleId: id, title, state, from, nextFrom }) => (
                  <li key={id}>
                    <Link to="/articles/$articleId" params={{ articleId: id }}>
                      {title}
                    </Link>
                    <span className="o-soft">
                      {t(`articles.state.${state}`)} · {t('articles.since', { day: from })}
                      {nextFrom ? ` · ${t('articles.next', { day: nextFrom })}` : null}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )
        }}
      </Answered>
    </OfficePage>
  )
}
