import { Link } from '@tanstack/react-router'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { casesMessages } from '../common/messages.ts'
import type { Holder } from '../common/presented.ts'
import { CaseStatusBadge, CaseTimeline, PhotoPair } from '../ui/index.ts'
import { CaseStanding } from './CaseStanding.tsx'
import { MoreOfTheCase } from './case-sections.tsx'
import { Deadlines } from './Deadlines.tsx'
import { caseOfficeMessages } from './messages.ts'
import { Reporter } from './Reporter.tsx'
import type { ShownCase } from './shown-case.ts'
import './cases-office.css'

/** The facts at the head: number, class, place, who holds it. */
export function CaseFacts({ shown }: { readonly shown: ShownCase }) {
  const t = useText(caseOfficeMessages, casesMessages)
  const { locale } = useLocale()
  const moment = useMoment()
  const holder = useHolder()
  return (
    <>
      <p className="co-line">
        <CaseStatusBadge status={shown.status} waitsForMe={shown.waitsForMe} />
        <span className="o-code">{shown.number}</span>
        {shown.reworkCount > 0 ? <b className="o-urgent">{t('story.rework', { count: shown.reworkCount })}</b> : null}
        {shown.joinedInto ? (
          <Link to="/cases/$caseId" params={{ caseId: shown.joinedInto.caseId }}>
            {t('story.joined-into', { number: shown.joinedInto.number })}
          </Link>
        ) : null}
      </p>
      <dl className="o-facts">
        <dt>{t('story.class')}</dt>
        <dd>
          {shown.className && shown.classKind
            ? `${t(`cases.kind.${shown.classKind}`)} · ${shown.className[locale]} (${shown.classCode ?? ''})`
            : t('story.no-class')}
        </dd>
        <dt>{t('story.place')}</dt>
        <dd>
          {shown.noGrid ? <b className="o-vacant">{t('cases.no-grid')}</b> : shown.gridNames.join(' / ')}
          {shown.address ? <span className="co-block">{shown.address}</span> : null}
          {shown.point ? null : <span className="co-block o-soft">{t('story.no-point')}</span>}
          {shown.accuracyMetres ? (
            <span className="co-block o-soft">{t('story.accuracy', { metres: Math.round(shown.accuracyMetres) })}</span>
          ) : null}
        </dd>
        <dt>{t('story.holder')}</dt>
        <dd>
          {holder(shown.holder)} <span className="o-soft">{t('story.since', { at: moment(shown.since) })}</span>
        </dd>
        {shown.unitName ? (
          <>
            <dt>{t('story.unit')}</dt>
            <dd>{shown.unitName}</dd>
          </>
        ) : null}
        <CaseStanding shown={shown} />
        <dt>{t('story.source')}</dt>
        <dd>
          {t(`cases.source.${shown.source}`)}
          {shown.foreignNumber ? (
            <span className="co-block">
              {t('facts.foreign')} <span className="o-code">{shown.foreignNumber}</span>
            </span>
          ) : null}
        </dd>
        <dt>{t('story.reported')}</dt>
        <dd>
          {moment(shown.reportedAt)}
          {shown.clock.offSeconds === null ? null : (
            <span className="co-block o-vacant">
              {t('cases.clock-off', { seconds: Math.round(shown.clock.offSeconds) })}
            </span>
          )}
        </dd>
        {shown.reporter ? <Reporter caseId={shown.caseId} reporter={shown.reporter} /> : null}
      </dl>
      <Deadlines shown={shown} />
    </>
  )
}

/** Who must act next, in words. */
export function useHolder(): (holder: Holder) => string {
  const t = useText(casesMessages)
  return holder => {
    if (holder.kind === 'none') return t('cases.holder.none')
    const name = holder.name ?? t('cases.holder.centre')
    if (holder.kind === 'post' && holder.personName === null) return t('cases.holder.vacant', { name })
    return holder.personName ? `${name} · ${holder.personName}` : name
  }
}

/** What was found, photos before and after, what happened, what belongs to it. In this order, without tabs. */
export function CaseStory({ shown, level = 2 }: { readonly shown: ShownCase; readonly level?: 2 | 3 }) {
  const t = useText(caseOfficeMessages, casesMessages)
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <>
      <section className="co-part">
        <Heading>{t('story.found')}</Heading>
        <p className="c-words">{shown.description}</p>
      </section>
      {shown.photos.length > 0 ? (
        <section className="co-part">
          <Heading>{t('story.photos')}</Heading>
          <PhotoPair photos={shown.photos} />
        </section>
      ) : null}
      <section className="co-part">
        <Heading>{t('story.timeline')}</Heading>
        <CaseTimeline entries={shown.timeline} />
      </section>
      {shown.rating?.comment ? (
        <section className="co-part">
          <Heading>{t('story.rating')}</Heading>
          <p className="c-words">{shown.rating.comment}</p>
        </section>
      ) : null}
      {shown.joinedHere.length > 0 ? (
        <section className="co-part">
          <Heading>{t('story.joined-here')}</Heading>
          <ul>
            {shown.joinedHere.map(one => (
              <li key={one.caseId}>
                <Link to="/cases/$caseId" params={{ caseId: one.caseId }}>
                  {one.number} {one.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <MoreOfTheCase caseId={shown.caseId} caseNumber={shown.number} />
    </>
  )
}
