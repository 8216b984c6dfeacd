import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { AnsweredRows } from '#platform/ui/office/AnsweredRows.tsx'
import { useAskList, useDo, useRenew } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { MoreRows } from '#platform/ui/office/MoreRows.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useSession } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type {
  AlikePair,
  findAlike,
  listAlike,
  listMerges,
  openAlike,
  undoMerge,
} from '../../common/contract/duplicates.ts'
import { likenessMessages } from '../../common/likeness/index.ts'
import { intakeOfficeMessages } from './messages.ts'
import { placesOf } from './places-of.ts'
import { SideBySide } from './SideBySide.tsx'

const askAgainMilliseconds = 5000

/** Records that look like one person: decided one by one, and undone where the decision was wrong. */
export function Page() {
  const t = useText(intakeOfficeMessages)
  const asked = useAskList<typeof listAlike>('registry.alike', {})
  const opened = useDo<typeof openAlike>('registry.open-alike')
  const renew = useRenew()
  useEffect(() => {
    // Searches and imports end in the background.
    const timer = setInterval(() => renew(['registry.alike']), askAgainMilliseconds)
    return () => clearInterval(timer)
  })
  return (
    <OfficePage title={t('place.duplicates')} about={t('duplicates.about')} actions={<Search />}>
      <Told trouble={opened.trouble} />
      {opened.answer ? (
        <SideBySide key={opened.answer.pair.alikeId} {...opened.answer} onClose={opened.forget} />
      ) : null}
      <AnsweredRows asked={asked} empty={<Blank title={t('duplicates.none')}>{t('duplicates.none-why')}</Blank>}>
        {rows => (
          <ul className="o-lines">
            {rows.map(pair => (
              <li key={pair.alikeId}>
                <PairLine
                  pair={pair}
                  isOpening={opened.isSending}
                  onOpen={() => opened.send({ alikeId: pair.alikeId })}
                />
              </li>
            ))}
          </ul>
        )}
      </AnsweredRows>
      <Merges />
    </OfficePage>
  )
}

function Search() {
  const t = useText(intakeOfficeMessages)
  const say = useSay()
  const { post } = useSession()
  const gridPath = post?.gridPath
  const { send, isSending, trouble } = useDo<typeof findAlike>('registry.find-alike', {
    renews: ['registry.alike'],
    onDone: () => say(t('duplicates.searching')),
  })
  if (!gridPath) return null
  return (
    <>
      <Told trouble={trouble} />
      <Button loading={isSending} onClick={() => send({ gridPath })}>
        {t('duplicates.search')}
      </Button>
    </>
  )
}

interface PairLineProps {
  readonly pair: AlikePair
  readonly isOpening: boolean
  readonly onOpen: () => void
}

function PairLine({ pair: { a, b, score, reasons }, isOpening, onOpen }: PairLineProps) {
  const t = useText(intakeOfficeMessages)
  const words = useText(likenessMessages) as (key: string) => string
  return (
    <div>
      <b>
        {a.title} {a.bornOn} · {b.title} {b.bornOn}
      </b>{' '}
      <span className="o-soft">{t('duplicates.score', { percent: Math.round(score * 100) })}</span>{' '}
      <Button
        size="small"
        loading={isOpening}
        aria-label={t('duplicates.open-of', { a: a.title, b: b.title })}
        onClick={onOpen}
      >
        {t('duplicates.open')}
      </Button>
      <br />
      {reasons.map(reason => words(`likeness.${reason}`)).join('、')}{' '}
      <span className="o-soft">{placesOf(a.gridNames, b.gridNames).join(' · ')}</span>
    </div>
  )
}

/** What was made one, with the way back. */
function Merges() {
  const t = useText(intakeOfficeMessages)
  const say = useSay()
  const moment = useMoment()
  const asked = useAskList<typeof listMerges>('registry.merges', { limit: 30 })
  const [sent, setSent] = useState<string | null>(null)
  const { send, isSending, trouble } = useDo<typeof undoMerge>('registry.undo-merge', {
    renews: ['registry.'],
    onDone: () => say(t('duplicates.undone')),
  })
  const { rows } = asked
  if (rows.length === 0) return null
  return (
    <section className="o-card" aria-labelledby="merges">
      <h2 id="merges">{t('duplicates.merges')}</h2>
      <Told trouble={trouble} />
      <ul className="o-lines">
        {rows.map(({ mergeId, at, byName, reason, kept, goneTitle: gone }) => (
          <li key={mergeId}>
            <div>
              {t('duplicates.merge-line', { gone, kept: kept.title })}{' '}
              <span className="o-soft">
                {moment(at)} {byName} {reason}
              </span>{' '}
              <Button
                size="small"
                loading={isSending && sent === mergeId}
                aria-label={t('duplicates.undo-of', { gone, kept: kept.title })}
                onClick={() => {
                  setSent(mergeId)
                  send({ mergeId })
                }}
              >
                {t('duplicates.undo')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {asked.hasNextPage ? <MoreRows asked={asked} /> : null}
    </section>
  )
}
