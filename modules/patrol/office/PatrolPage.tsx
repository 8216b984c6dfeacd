import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { FilterSelect } from '#platform/ui/office/FilterSelect.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type listRounds, roundStandings } from '../common/contract.ts'
import { patrolMessages } from '../common/messages.ts'
import { CoverageTable } from './CoverageTable.tsx'
import { CoverageWords } from './CoverageWords.tsx'
import { patrolOfficeMessages } from './messages.ts'

type Row = RowOf<typeof listRounds>

export interface Days {
  readonly from: string
  readonly until: string
}

/** How well places are looked at, and each round behind the figures. */
export function Page() {
  const t = useText(patrolOfficeMessages, patrolMessages)
  const may = useMay()
  const [url, setUrl] = useUrlState()
  const [now] = useState(() => new Date().toISOString())
  const days: Days = { from: url.from ?? dayOf(now, -6), until: url.until ?? dayOf(now) }
  const standing = roundStandings.find(one => one === url.standing)
  const asked = useAskList<typeof listRounds>('patrol.rounds', {
    ...days,
    ...(standing ? { standing } : {}),
    ...(url.grid ? { gridPath: url.grid } : {}),
    ...(url.plan ? { planId: url.plan } : {}),
  })
  return (
    <OfficePage
      title={t('place.patrol')}
      about={t('rounds.about')}
      actions={
        <>
          <Link to="/patrol/plans">{t('plans.title')}</Link>
          {may('patrol.plan') ? <Link to="/patrol/checklists">{t('lists.title')}</Link> : null}
        </>
      }
    >
      <div className="o-filters">
        {(['from', 'until'] as const).map(name => (
          <label key={name}>
            <span>{t(`rounds.${name}`)}</span>
            <input
              className="o-input"
              type="date"
              value={days[name]}
              onChange={event => event.target.value && setUrl({ [name]: event.target.value })}
            />
          </label>
        ))}
        {url.grid || url.plan ? (
          <Button onClick={() => setUrl({ grid: undefined, plan: undefined })}>{t('rounds.everywhere')}</Button>
        ) : null}
      </div>
      <CoverageTable days={days} chosen={url.grid} onChoose={grid => setUrl({ grid })} />
      <ListTable<Row>
        name="patrol-rounds"
        label={t('rounds.list')}
        columns={useColumns()}
        asked={asked}
        rowKey={row => row.roundId}
        tools={
          <FilterSelect
            label={t('rounds.standing')}
            any={t('rounds.any')}
            words={roundStandings}
            value={standing}
            say={one => t(`standing.${one}`)}
            onChoose={standing => setUrl({ standing })}
          />
        }
        empty={<Blank title={t('rounds.none')}>{t('rounds.none-why')}</Blank>}
      />
    </OfficePage>
  )
}

function useColumns(): Column<Row>[] {
  const t = useText(patrolOfficeMessages, patrolMessages)
  const moment = useMoment()
  return [
    {
      key: 'title',
      title: t('rounds.plan'),
      show: row => (
        <Link to="/patrol/$roundId" params={{ roundId: row.roundId }}>
          {row.title}
        </Link>
      ),
    },
    { key: 'span', title: t('rounds.span'), show: row => row.spanName },
    { key: 'from', title: t('rounds.time'), show: row => `${moment(row.fromAt)} – ${moment(row.untilAt)}` },
    { key: 'who', title: t('rounds.post'), show: row => row.holderName ?? t('rounds.vacant') },
    { key: 'state', title: t('rounds.state'), show: row => t(`round.${row.state}`) },
    { key: 'coverage', title: t('rounds.coverage'), show: row => <CoverageWords {...row.coverage} /> },
    { key: 'found', title: t('rounds.found'), show: row => row.found },
  ]
}
