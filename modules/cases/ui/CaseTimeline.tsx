import { useMoment } from '#platform/ui/ui/moment.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { materialsText } from '../common/materials.ts'
import { casesMessages } from '../common/messages.ts'
import type { TimelineEntry } from '../common/presented.ts'
import { caseUiMessages } from './messages.ts'
import './cases.css'

/** Who did what, when and why, oldest first. */
export function CaseTimeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const t = useText(casesMessages, caseUiMessages)
  return (
    <ol className="c-timeline" aria-label={t('timeline.label')}>
      {entries.map(entry => (
        <li key={entry.version}>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const t = useText(casesMessages, caseUiMessages)
  const { locale } = useLocale()
  const moment = useMoment()
  const { personName, postTitle, unitName, kind } = entry.by
  const who = [personName, postTitle, unitName].filter(Boolean).join(' · ')
  return (
    <>
      <p>
        <b>{t(`cases.event.${entry.type}`)}</b>{' '}
        <span className="w-soft">
          {who || (kind === 'resident' ? t('timeline.resident') : '')}{' '}
          <time dateTime={entry.at}>{moment(entry.at)}</time>
        </span>
      </p>
      {entry.className ? <p>{t('timeline.class', { name: entry.className[locale] })}</p> : null}
      {entry.to ? <p>{t('timeline.to', { name: entry.to })}</p> : null}
      {entry.into ? <p>{t('timeline.into', { number: entry.into.number })}</p> : null}
      {entry.reason ? <p className="c-words">{t('timeline.reason', { reason: entry.reason })}</p> : null}
      {entry.note ? <p className="c-words">{entry.note}</p> : null}
      {entry.materials.length > 0 ? (
        <p>{t('materials-used', { materials: materialsText(entry.materials, unit => t(`material-unit.${unit}`)) })}</p>
      ) : null}
      {entry.rating ? (
        <p>
          {t('timeline.stars', { stars: entry.rating.stars })}{' '}
          {t(entry.rating.solved ? 'timeline.solved' : 'timeline.not-solved')}
        </p>
      ) : null}
      {entry.photos.length > 0 ? (
        <p className="w-soft">{t('timeline.photos', { count: entry.photos.length })}</p>
      ) : null}
    </>
  )
}
