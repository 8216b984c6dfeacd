import { Notice, photoUrl, StateMark, type Step, Steps, useMoment, useText } from '#platform/ui/ui/index.ts'
import { casesMessages } from '../common/messages.ts'
import type { FollowView } from '../common/presented.ts'
import { portalCaseMessages } from './messages.ts'
import { ReopenForm } from './ReopenForm.tsx'
import { RateForm, type RatingKey } from './RateForm.tsx'

interface ProgressProps {
  readonly view: FollowView
  readonly who: RatingKey
  readonly onChanged: () => Promise<void>
}

/** What happened, what comes and who does it; and once it is over, what the reporter thinks of it. */
export function Progress({ view, who, onChanged }: ProgressProps) {
  const t = useText(portalCaseMessages, casesMessages)
  const moment = useMoment()
  const { next, rating } = view
  const done = view.steps.map((one, at): Step => {
    const by = one.unitName ?? t(`cases.role.${one.role}`)
    const title = t(`cases.follow.${one.step}`)
    return {
      key: `${at}`,
      title,
      state: 'done',
      when: `${moment(one.at)} · ${by}`,
      children: (
        <>
          {one.text ? <p className="p-words">{one.text}</p> : null}
          <Photos photos={one.photos} title={title} />
        </>
      ),
    }
  })
  const awaited: Step[] = next
    ? [
        {
          key: 'next',
          title: t(`cases.follow.${next.step}.next`),
          state: 'now',
          when: `${next.unitName ?? t(`cases.role.${next.role}`)} · ${t('follow.since', { when: moment(next.since) })}`,
        },
      ]
    : []
  return (
    <>
      <h2 className="w-subtitle">{view.title}</h2>
      <p className="w-soft">
        {view.number}
        {view.address ? ` · ${view.address}` : ''}
      </p>
      <p>
        <StateMark state={next ? 'on-time' : 'done'}>
          {(awaited[awaited.length - 1] ?? done[done.length - 1])?.title}
        </StateMark>
      </p>
      {view.joinedInto ? <Notice>{t('follow.joined', { number: view.joinedInto })}</Notice> : null}
      <Steps label={t('follow.steps')} steps={[...done, ...awaited]} />
      {view.mayReopen ? <ReopenForm who={who} onReopened={onChanged} /> : null}
      {view.mayRate ? <RateForm who={who} onRated={onChanged} /> : null}
      {rating ? (
        <Notice tone="good">
          <p>{t('rate.given', { stars: rating.stars, solved: rating.solved ? t('rate.yes') : t('rate.no') })}</p>
          {rating.comment ? <p className="p-words">{rating.comment}</p> : null}
        </Notice>
      ) : null}
    </>
  )
}

function Photos({ photos, title }: { readonly photos: FollowView['steps'][number]['photos']; readonly title: string }) {
  const t = useText(portalCaseMessages)
  if (photos.length === 0) return null
  return (
    <div className="p-photos">
      {photos.map((photo, at) => (
        <a key={photo.fileId} href={photoUrl(photo, 'large')}>
          <img src={photoUrl(photo, 'small')} alt={t('follow.photo', { step: title, n: at + 1 })} loading="lazy" />
        </a>
      ))}
    </div>
  )
}
