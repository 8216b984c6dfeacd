import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showArticle } from '../common/contract.ts'
import { ArticleForm } from './ArticleForm.tsx'
import { hotlineOfficeMessages } from './messages.ts'
import './hotline-office.css'

type ShownArticle = OutputOf<typeof showArticle>

/** One article: what counts now, and every version of it. */
export function Page() {
  const t = useText(hotlineOfficeMessages)
  const { articleId = '' } = useParams({ strict: false }) as { articleId?: string }
  const asked = useAsk<typeof showArticle>('hotline.show-article', { articleId })
  if (asked.data) return <ArticleShown shown={asked.data} />
  return (
    <OfficePage title={t('place.articles')}>
      <Answered asked={asked}>{() => null}</Answered>
    </OfficePage>
  )
}

function ArticleShown({ shown: { articleId, inForce, versions } }: { readonly shown: ShownArticle }) {
  const t = useText(hotlineOfficeMessages)
  const may = useMay()
  const [isWriting, setWriting] = useState(false)
  const newest = versions[0]!
  const current = versions.find(one => one.version === inForce)
  return (
    <OfficePage
      title={(current ?? newest).title}
      actions={
        may('hotline.edit-articles') && !isWriting ? (
          <Button type="primary" onClick={() => setWriting(true)}>
            {t('articles.edit')}
          </Button>
        ) : null
      }
    >
      <p>
        <Link to="/articles">{t('articles.back')}</Link>
      </p>
      <div className="o-stack">
        {isWriting ? (
          <section className="o-card" aria-labelledby="next-version">
            <h2 id="next-version">{t('articles.edit')}</h2>
            <ArticleForm
              articleId={articleId}
              seenVersion={newest.version}
              start={{ title: newest.title, body: newest.body }}
              onCancel={() => setWriting(false)}
              onDone={() => setWriting(false)}
            />
          </section>
        ) : null}
        <section className="o-card" aria-label={t('articles.body')}>
          <p className="ho-words ho-article">{current ? current.body : t('articles.no-text-now')}</p>
        </section>
        <section className="o-card" aria-labelledby="versions">
          <h2 id="versions">{t('articles.versions')}</h2>
          <ul className="ho-found">
            {versions.map(version => (
              <VersionLine key={version.version} shown={version} isInForce={version.version === inForce} />
            ))}
          </ul>
        </section>
      </div>
    </OfficePage>
  )
}

interface VersionLineProps {
  readonly shown: ShownArticle['versions'][number]
  readonly isInForce: boolean
}

function VersionLine({ shown: { version, title, body, from, isRetired, at }, isInForce }: VersionLineProps) {
  const t = useText(hotlineOfficeMessages)
  const moment = useMoment()
  return (
    <li>
      <details>
        <summary>
          <b>{t('articles.version', { version })}</b> {t('articles.since', { day: from })}
          {isInForce ? ` · ${t('articles.in-force-now')}` : null}
          {isRetired ? ` · ${t('articles.retires')}` : null}
        </summary>
        <p>
          <b>{title}</b> <span className="o-soft">{t('articles.written', { at: moment(at) })}</span>
        </p>
        <p className="ho-words ho-article">{body}</p>
      </details>
    </li>
  )
}
