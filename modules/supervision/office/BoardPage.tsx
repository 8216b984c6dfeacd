import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { OutputOf, InputOf } from '#platform/contract/common/endpoint.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useDeadline, useMoment } from '#platform/ui/ui/moment.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { type CaseSource, casesMessages } from '#modules/cases/common/index.ts'
import { describeLimit } from '#platform/worktime/common/index.ts'
import type { boardCases, showBoard } from '../common/contract.ts'
import { nowKeys } from '../common/figures.ts'
import type { LeftOutFor } from '../common/ladder.ts'
import { LeftOutCases } from './LeftOutCases.tsx'
import { supervisionOfficeMessages } from './messages.ts'

type Board = OutputOf<typeof showBoard>
type Opened = Omit<InputOf<typeof boardCases>, 'from' | 'until' | 'dayEnds'> & { readonly name: string }
type Period = Pick<InputOf<typeof showBoard>, 'from' | 'until' | 'dayEnds'>
type Open = (opened: Opened) => void

const dayText = (daysAgo: number) => dayOf(new Date().toISOString(), -daysAgo)

/** What is so now, and the rates of a period; every figure opens the cases behind it. */
export function Page() {
  const t = useText(supervisionOfficeMessages)
  const [url, setUrl] = useUrlState()
  const [opened, setOpened] = useState<Opened | null>(null)
  const from = url['from'] ?? dayText(30)
  const until = url['until'] ?? dayText(0)
  const period = { from: dayBegins(from), until: dayBegins(until, 1), dayEnds: dayBegins(dayText(0), 1) }
  const asked = useAsk<typeof showBoard>('supervision.board', period, { keep: true })
  return (
    <OfficePage title={t('place.board')} about={t('board.about')}>
      <div className="o-actions">
        <label>
          {t('board.from')}{' '}
          <Input
            type="date"
            value={from}
            max={until}
            onChange={e => e.target.value && setUrl({ from: e.target.value })}
          />
        </label>
        <label>
          {t('board.until')}{' '}
          <Input
            type="date"
            value={until}
            min={from}
            onChange={e => e.target.value && setUrl({ until: e.target.value })}
          />
        </label>
      </div>
      <Answered asked={asked}>{board => <Figures board={board} period={period} open={setOpened} />}</Answered>
      {opened ? <BehindIt key={JSON.stringify(opened)} period={period} opened={opened} /> : null}
    </OfficePage>
  )
}

/** The place's numbers, for the sentence under each rate. */
function useRateRule({ rateRule }: Board) {
  const t = useText(supervisionOfficeMessages, casesMessages)
  const { locale } = useLocale()
  const between = t('rate.between')
  return {
    limit: describeLimit(rateRule.response, locale),
    sources: rateRule.respondTo.map(source => t(`cases.source.${source as CaseSource}`)).join(between),
    stars: rateRule.satisfiedFrom,
    fairly: rateRule.satisfiedFrom - 1,
    percent: rateRule.fairlyPercent,
    list: rateRule.leaveOut.map(one => t(`rate.out.${one as LeftOutFor}`)).join(between) || t('rate.nothing'),
  }
}

interface FiguresProps {
  readonly board: Board
  readonly period: Period
  readonly open: Open
}

function Figures({ board, period, open }: FiguresProps) {
  const t = useText(supervisionOfficeMessages)
  const moment = useMoment()
  const rule = useRateRule(board)
  return (
    <div className="o-stack">
      {board.asOf ? <p className="o-soft">{t('board.as-of', { at: moment(board.asOf) })}</p> : null}
      <section className="o-card" aria-label={t('board.now')}>
        <h2>{t('board.now')}</h2>
        <div className="o-actions">
          {nowKeys.map(key => (
            <Button key={key} onClick={() => open({ figure: key, name: t(`board.${key}`) })}>
              {t(`board.${key}`)} {board.now[key]}
            </Button>
          ))}
          <Link to="/orders">
            {t('board.orders')} {board.openOrders}
          </Link>
        </div>
      </section>
      <section className="o-card" aria-label={t('board.rates')}>
        <h2>{t('board.rates')}</h2>
        <table className="o-plain">
          <thead>
            <tr>
              {(['rate', 'share', 'met', 'all'] as const).map(word => (
                <th key={word} scope="col" className={word === 'rate' ? undefined : 'o-number'}>
                  {t(`board.${word}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.rates.map(({ key, met, partly, all }) => (
              <tr key={key}>
                <th scope="row">
                  {t(`rate.${key}`)}
                  <p className="o-soft">{t(`rate.how.${key}`, rule)}</p>
                </th>
                <td className="o-number">
                  {all === 0 ? '–' : `${(((met + (partly * rule.percent) / 100) / all) * 100).toFixed(1)}%`}
                </td>
                <td className="o-number">
                  <Figure count={met} onOpen={() => open({ figure: key, part: 'met', name: t(`rate.${key}`) })} />
                </td>
                <td className="o-number">
                  <Figure count={all} onOpen={() => open({ figure: key, part: 'all', name: t(`rate.${key}`) })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="o-soft">{t('rate.left-out', { list: rule.list })}</p>
      </section>
      <LeftOutCases period={period} />
      <Lines title={t('board.units')} lines={board.units} by="unitId" open={open} />
      <Lines title={t('board.grids')} lines={board.grids} by="gridPath" open={open} />
      <section className="o-card" aria-label={t('board.repeated')}>
        <h2>{t('board.repeated')}</h2>
        <p className="o-soft">
          {t('board.repeated-rule', {
            ...{ days: board.repeatedRule.days, radius: board.repeatedRule.radiusMetres },
            count: board.repeatedRule.warnFrom,
          })}
        </p>
        {board.repeated.length === 0 ? <p>{t('board.repeated-none')}</p> : null}
        <ol>
          {board.repeated.map(point => (
            <li key={point.cases[0]?.caseId}>
              <b className={point.isGrave ? 'o-urgent' : undefined}>
                {t('board.repeated-count', { count: point.cases.length })}
              </b>{' '}
              {point.cases.map(one => (
                <span key={one.caseId}>
                  <Link to="/cases/$caseId" params={{ caseId: one.caseId }}>
                    {one.number}
                  </Link>{' '}
                </span>
              ))}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function Figure({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }) {
  return (
    <Button size="small" onClick={onOpen}>
      {count}
    </Button>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: Board['units']
  readonly by: 'unitId' | 'gridPath'
  readonly open: Open
}

function Lines({ title, lines, by, open }: LinesProps) {
  const t = useText(supervisionOfficeMessages)
  const columns = [
    ['open', 'open', 'all', 'open'],
    ['yellow', 'yellow', 'all', 'yellow'],
    ['orange', 'orange', 'all', 'orange'],
    ['red', 'red', 'all', 'red'],
    ['due', 'handled-on-time', 'all', 'due'],
    ['on-time', 'handled-on-time', 'met', 'onTime'],
  ] as const
  return (
    <section className="o-card" aria-label={title}>
      <h2>{title}</h2>
      <div className="o-scroll">
        <table className="o-plain">
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {columns.map(([word]) => (
                <th key={word} scope="col" className="o-number">
                  {t(`board.${word}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <tr key={line.id}>
                <th scope="row">{line.name}</th>
                {columns.map(([word, figure, part, field]) => (
                  <td key={word} className="o-number">
                    <Figure
                      count={line[field]}
                      onOpen={() =>
                        open({ figure, part, [by]: line.id ?? '', name: `${line.name} ${t(`board.${word}`)}` })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface BehindItProps {
  readonly period: Period
  readonly opened: Opened
}

/** The cases behind a figure. The figure may stand a screen above them: reader and focus are taken there. */
function BehindIt({ period, opened: { name, ...figure } }: BehindItProps) {
  const t = useText(supervisionOfficeMessages)
  const deadline = useDeadline()
  const asked = useAsk<typeof boardCases>('supervision.board-cases', { ...period, ...figure })
  const head = useRef<HTMLHeadingElement>(null)
  const isThere = asked.data !== undefined
  useEffect(() => {
    if (isThere) head.current?.focus()
  }, [isThere])
  return (
    <Answered asked={asked}>
      {({ total, rows }) => (
        <section className="o-card" aria-label={t('board.cases', { name, total })}>
          <h2 ref={head} tabIndex={-1}>
            {t('board.cases', { name, total })}
          </h2>
          <ul className="o-lines">
            {rows.map(row => (
              <li key={row.caseId}>
                <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
                  {row.number} {row.title}
                </Link>
                {row.dueAt ? <span className="o-soft">{t('board.limit', { at: deadline(row.dueAt) })}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Answered>
  )
}
