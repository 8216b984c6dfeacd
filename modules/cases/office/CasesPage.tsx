import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { type Column, ListTable } from '#platform/ui/office/ListTable.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { listCases } from '../common/contract-queries.ts'
import { casesMessages } from '../common/messages.ts'
import { CaseStatusBadge } from '../ui/index.ts'
import { BatchBar } from './BatchBar.tsx'
import { CaseFilterForm } from './CaseFilterForm.tsx'
import { filtersIn, filterNames } from './case-filters.ts'
import { useHolder } from './CaseStory.tsx'
import { caseOfficeMessages } from './messages.ts'
import { SavedViews } from './SavedViews.tsx'
import './cases-office.css'

type Row = RowOf<typeof listCases>

/** All cases one may see; the filters are in the address. */
export function Page() {
  const t = useText(caseOfficeMessages)
  const [url, setUrl] = useUrlState()
  const asked = useAskList<typeof listCases>('cases.list', filtersIn(url))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const choose = (caseId: string) =>
    setChosen(chosen.includes(caseId) ? chosen.filter(one => one !== caseId) : [...chosen, caseId])
  const isFiltered = filterNames.some(name => name !== 'sort' && url[name])
  const clear = () => setUrl(Object.fromEntries(filterNames.map(name => [name, undefined])))
  return (
    <OfficePage title={t('place.cases')} about={t('list.about')}>
      <CaseFilterForm key={JSON.stringify(url)} />
      <SavedViews />
      {chosen.length > 0 ? <BatchBar key={chosen.join()} caseIds={chosen} /> : null}
      <ListTable<Row>
        name="cases"
        label={t('place.cases')}
        columns={useColumns(chosen, choose)}
        asked={asked}
        rowKey={row => row.caseId}
        empty={
          isFiltered ? (
            <Blank title={t('list.empty')}>
              <p>{t('list.empty-why')}</p>
              <Button onClick={clear}>{t('list.clear')}</Button>
            </Blank>
          ) : (
            <Blank title={t('list.none')}>{t('list.none-why')}</Blank>
          )
        }
      />
    </OfficePage>
  )
}

function useColumns(chosen: readonly string[], choose: (caseId: string) => void): Column<Row>[] {
  const t = useText(caseOfficeMessages, casesMessages)
  const { locale } = useLocale()
  const moment = useMoment()
  const holder = useHolder()
  return [
    {
      key: 'choose',
      title: t('batch.choose'),
      width: 60,
      show: row => (
        <Checkbox
          checked={chosen.includes(row.caseId)}
          aria-label={t('batch.choose-this', { number: row.number })}
          onChange={() => choose(row.caseId)}
        />
      ),
    },
    {
      key: 'title',
      title: t('list.title'),
      isAlways: true,
      show: row => (
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.title}
        </Link>
      ),
    },
    { key: 'number', title: t('list.number'), width: 158, show: row => row.number },
    {
      key: 'status',
      title: t('list.status'),
      width: 110,
      show: row => <CaseStatusBadge status={row.status} waitsForMe={row.waitsForMe} />,
    },
    {
      key: 'score',
      title: t('list.score'),
      width: 84,
      isNumber: true,
      show: row =>
        row.score === null ? null : `${row.score}${row.band === 0 ? '' : ` ${t(`list.band.${row.band}`)}`}`,
    },
    { key: 'class', title: t('list.class'), width: 120, show: row => row.className?.[locale] },
    {
      key: 'grid',
      title: t('list.grid'),
      width: 150,
      show: row => (row.noGrid ? t('list.no-grid') : row.gridNames.at(-1)),
    },
    { key: 'address', title: t('list.address'), isExtra: true, show: row => row.address },
    { key: 'unit', title: t('list.unit'), width: 150, isExtra: true, show: row => row.unitName },
    { key: 'holder', title: t('list.holder'), width: 120, show: row => holder(row.holder) },
    { key: 'source', title: t('list.source'), width: 120, isExtra: true, show: row => t(`cases.source.${row.source}`) },
    { key: 'reported', title: t('list.reported'), width: 115, show: row => moment(row.reportedAt) },
    { key: 'since', title: t('list.since'), width: 115, isExtra: true, show: row => moment(row.since) },
    { key: 'photos', title: t('list.photos'), width: 70, isNumber: true, isExtra: true, show: row => row.photoCount },
    { key: 'rework', title: t('list.rework'), width: 70, isNumber: true, isExtra: true, show: row => row.reworkCount },
  ]
}
