import { Button } from 'antd'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { Answering, placeCard } from '../common/contract.ts'
import { placesMessages } from '../common/messages.ts'
import { dutyWord } from '../common/things.ts'
import { placesOfficeMessages } from './messages.ts'

interface PlaceCardProps {
  readonly point: Point
  readonly onBuilding: (buildingId: string) => void
}

/** What a place belongs to and who answers there, in each kind of grid and on the roads beside it. */
export function PlaceCard({ point, onBuilding }: PlaceCardProps) {
  const t = useText(placesOfficeMessages, placesMessages)
  const asked = useAsk<typeof placeCard>('places.at', point)
  return (
    <section aria-label={t('card.here')} className="pl-part pl-place">
      <h2>{t('card.here')}</h2>
      <Answered asked={asked}>
        {({ path, names, answers, lines, building }) => (
          <>
            <p>{path === null ? t('card.no-grid') : names.join(' › ')}</p>
            {answers.length > 0 ? (
              <>
                <h3>{t('card.answers')}</h3>
                <dl className="pl-facts">
                  {answers.map(answer => (
                    <WhoAnswers key={answer.kind} answer={answer} />
                  ))}
                </dl>
              </>
            ) : null}
            <h3>{t('card.lines')}</h3>
            {lines.length === 0 ? <p className="o-soft">{t('card.no-lines')}</p> : null}
            <ul className="pl-plain">
              {lines.map(({ lineId, kind, name, metresAway, posts }) => (
                <li key={lineId}>
                  <b>{name}</b>{' '}
                  <span className="o-soft">
                    {t(`line.${kind}`)} · {t('card.away', { metres: metresAway })}
                  </span>
                  {posts.map(({ postId, duty, holder }) => (
                    <span key={`${postId} ${duty}`} className={holder === null ? 'pl-row pl-gap' : 'pl-row'}>
                      {t(dutyWord(duty, kind === 'river'))}：{holder ?? t('posts.vacant')}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
            {building ? (
              <>
                <h3>{t('card.building')}</h3>
                <p>
                  {building.address}
                  {building.courtyardName ? ` · ${building.courtyardName}${building.name}` : ''}
                </p>
                <Button onClick={() => onBuilding(building.buildingId)}>{t('card.open-building')}</Button>
              </>
            ) : null}
          </>
        )}
      </Answered>
    </section>
  )
}

function WhoAnswers({ answer: { kind, by, passed } }: { readonly answer: Answering }) {
  const t = useText(placesOfficeMessages, placesMessages)
  const word = t(`overlay.${kind}`)
  return (
    <>
      <dt>{word}</dt>
      <dd>
        {by ? t('card.answer', by) : <span className="pl-gap">{t('card.nobody', { kind: word })}</span>}
        {passed.map(({ id, name, why }) => (
          <span key={id} className="pl-row pl-gap">
            {t(`card.passed-${why}`, { name })}
          </span>
        ))}
      </dd>
    </>
  )
}
